import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { homedir, hostname, userInfo } from 'node:os';
import path from 'node:path';
import { type PersonalSettings, personalSettings } from '../../shared/contract/workspace.ts';

/** The folder for what belongs to this person and machine and never travels with a workspace. */
export function configurationFolder(env: NodeJS.ProcessEnv = process.env): string {
  if (env.PLUMBLINE_CONFIG) return path.resolve(env.PLUMBLINE_CONFIG);
  if (process.platform === 'win32')
    return path.join(env.APPDATA ?? path.join(homedir(), 'AppData', 'Roaming'), 'Plumbline');
  if (process.platform === 'darwin') return path.join(homedir(), 'Library', 'Application Support', 'Plumbline');
  return path.join(env.XDG_CONFIG_HOME || path.join(homedir(), '.config'), 'plumbline');
}

/** The content of a JSON file of the configuration folder; undefined where there is none that can be read. */
export function readJsonFile(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** Writes a JSON file of the configuration folder, whole or not at all. */
export function writeJsonFile(file: string, value: unknown): void {
  mkdirSync(path.dirname(file), { recursive: true });
  const temporary = `${file}.${randomUUID().slice(0, 8)}`;
  writeFileSync(temporary, `${JSON.stringify(value, null, 2)}\n`, { flush: true });
  renameSync(temporary, file);
}

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return 'Auditor';
  }
}

/** Personal settings with what the machine knows where nothing was said. */
export function readSettings(folder: string): PersonalSettings {
  const stored = readJsonFile(path.join(folder, 'settings.json'));
  const defaults: PersonalSettings = {
    name: userName(),
    role: '',
    deviceName: hostname(),
    theme: 'system',
    textSize: 'normal',
    language: '',
    documentLanguage: 'en',
    paneWidths: {},
    savedFilters: [],
    tour: 'open',
  };
  if (typeof stored !== 'object' || stored === null) return defaults;
  // One that cannot be understood, perhaps from another version, takes none of the others with it.
  const understood = Object.entries(personalSettings.shape).flatMap(([name, shape]) => {
    const value = Object.hasOwn(stored, name) ? shape.safeParse((stored as Record<string, unknown>)[name]) : undefined;
    return value?.success ? [[name, value.data]] : [];
  });
  return { ...defaults, ...Object.fromEntries(understood) } as PersonalSettings;
}

/** Changes personal settings and answers with all of them. */
export function writeSettings(folder: string, patch: Partial<PersonalSettings>): PersonalSettings {
  const settings = { ...readSettings(folder), ...patch };
  writeJsonFile(path.join(folder, 'settings.json'), settings);
  return settings;
}

/** How this machine takes part in a workspace: the device id that its changes carry, and what to tell the user. */
export interface Binding {
  device: string;
  notice: string | undefined;
}

/** Begins a new device for a workspace that was restored at a place, even where the one it was made from is gone. */
export function beginNewDevice(folder: string, workspace: string, place: string): void {
  const file = path.join(folder, 'workspaces', `${workspace}.json`);
  const known = (readJsonFile(file) ?? {}) as Record<string, unknown>;
  // A place that is gone would otherwise lend its device to this one, should the folder be moved.
  const there = Object.entries(known).filter(([old]) => existsSync(path.join(old, 'workbench.sqlite')));
  try {
    writeJsonFile(file, { ...Object.fromEntries(there), [place]: randomUUID() });
  } catch {
    // A machine that keeps no settings gives every start a device of its own.
  }
}

/**
 * Binds this machine to a workspace at a place. `has` says whether the workspace still has a change: where the last one
 * that this machine wrote is gone, an older copy was put back, and it is a device of its own from here on.
 */
export function bindToWorkspace(
  folder: string,
  workspace: string,
  place: string,
  has: (change: string) => boolean,
): Binding {
  const bound = bindDevice(folder, workspace, place);
  const written = lastWritten(folder, workspace, bound.device);
  if (written === undefined || has(written)) return bound;
  beginNewDevice(folder, workspace, place);
  const { device } = bindDevice(folder, workspace, place);
  return {
    device,
    notice:
      'This folder is older than what this computer last wrote in it, as if an earlier copy had been put back. What you add here gets numbers of its own series, so that both can be told apart.',
  };
}

/**
 * The device id of this machine for a workspace at a place. It is kept outside the workspace, so that a copied folder
 * does not carry it along: a copy gets a new device id and its own number series. A folder that was moved keeps it.
 */
export function bindDevice(folder: string, workspace: string, place: string): Binding {
  const file = path.join(folder, 'workspaces', `${workspace}.json`);
  const known = (readJsonFile(file) ?? {}) as Record<string, unknown>;
  const here = known[place];
  if (typeof here === 'string') return { device: here, notice: undefined };
  const moved = Object.entries(known).find(
    ([old, device]) => typeof device === 'string' && !existsSync(path.join(old, 'workbench.sqlite')),
  );
  const device = moved ? String(moved[1]) : randomUUID();
  const copyOf = moved ? undefined : Object.keys(known)[0];
  const rest = Object.fromEntries(Object.entries(known).filter(([old]) => old !== moved?.[0]));
  try {
    writeJsonFile(file, { ...rest, [place]: device });
  } catch {
    return { device, notice: `Plumbline cannot write its settings in ${folder}; new numbers will carry a letter.` };
  }
  return {
    device,
    notice:
      copyOf &&
      `This folder is a copy of ${copyOf}. What you add here gets numbers of its own series, so that both can be told apart.`,
  };
}

const writtenFile = (folder: string, workspace: string) => path.join(folder, 'written', `${workspace}.json`);

/** The newest change that a device is known to have written in a workspace; undefined where nothing is remembered. */
export function lastWritten(folder: string, workspace: string, device: string): string | undefined {
  const known = readJsonFile(writtenFile(folder, workspace)) as Record<string, unknown> | undefined;
  const change = known?.[device];
  return typeof change === 'string' ? change : undefined;
}

/**
 * Remembers outside the workspace what a device wrote last in it. Where it is gone at the next start, an older copy of the
 * folder was put back in its place, and numbers and changes given since would be given a second time.
 */
export function rememberWritten(folder: string, workspace: string, device: string, change: string | undefined): void {
  if (change === undefined || lastWritten(folder, workspace, device) === change) return;
  const file = writtenFile(folder, workspace);
  const known = (readJsonFile(file) ?? {}) as Record<string, unknown>;
  try {
    writeJsonFile(file, { ...known, [device]: change });
  } catch {
    // A machine that keeps no settings gives every start a device of its own.
  }
}
