import { homedir } from 'node:os';
import path from 'node:path';

/**
 * The folder of the workspace: the one named by `--workspace`, else by PLUMBLINE_WORKSPACE, else Documents/Plumbline.
 * The same in every host, so that a browser and a window show the same work.
 */
export function chooseWorkspace(named: string | undefined, env: NodeJS.ProcessEnv = process.env): string {
  return path.resolve(named || env.PLUMBLINE_WORKSPACE || path.join(homedir(), 'Documents', 'Plumbline'));
}

/** The value of `--workspace DIR` or `--workspace=DIR` among arguments that also hold those of Chromium. */
export function findWorkspaceArgument(args: readonly string[]): string | undefined {
  const place = args.findLastIndex((arg) => arg === '--workspace' || arg.startsWith('--workspace='));
  const arg = args[place];
  return arg === '--workspace' ? args[place + 1] : arg?.slice('--workspace='.length);
}

/** Where the desktop program keeps its window's place, its log and what Chromium keeps, never workspaces. */
export function desktopFolder(
  appData: string,
  env: NodeJS.ProcessEnv = process.env,
  platform = process.platform,
): string {
  if (env.PLUMBLINE_CONFIG) return path.resolve(env.PLUMBLINE_CONFIG, 'desktop');
  return path.join(appData, platform === 'linux' ? 'plumbline' : 'Plumbline', 'desktop');
}
