import open from 'open';

/** Whether a browser with a window can be opened from here. Without a display the opener would fall back to a text browser. */
export function canOpenBrowser(env: NodeJS.ProcessEnv = process.env, platform = process.platform): boolean {
  if (platform !== 'linux') return true;
  return Boolean(env.DISPLAY || env.WAYLAND_DISPLAY || env.WSL_DISTRO_NAME);
}

/** Opens the default browser. Answers whether that was possible. */
export async function openBrowser(url: string): Promise<boolean> {
  if (!canOpenBrowser()) return false;
  try {
    const opener = await open(url);
    opener.once('error', () => undefined);
    return true;
  } catch {
    return false;
  }
}
