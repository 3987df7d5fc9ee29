// What this browser keeps for one workspace: places, views, scrolls. Not in the personal settings, because it changes
// with every step through a list, is worth nothing on another computer, and must never wait for the engine.
const pause = 300;

let workspace = '';
const waiting = new Map<string, unknown>();
let timer: ReturnType<typeof setTimeout> | undefined;

const keyOf = (name: string) => `plumbline.memory.${workspace}.${name}`;

function write(): void {
  clearTimeout(timer);
  timer = undefined;
  for (const [key, value] of waiting) {
    try {
      if (value === undefined) localStorage.removeItem(key);
      else localStorage.setItem(key, JSON.stringify(value));
    } catch {
      // A browser that keeps nothing for pages: places last as long as the page.
    }
  }
  waiting.clear();
}

/** Says whose places are kept from now on: a workspace on this computer. */
export function rememberWorkspace(device: string): void {
  write();
  workspace = device;
}

/** What was kept under a name; undefined where nothing that can be read was. */
export function recall(name: string): unknown {
  const key = keyOf(name);
  if (waiting.has(key)) return waiting.get(key);
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a value under a name, a moment later. `undefined` forgets it. */
export function remember(name: string, value: unknown): void {
  waiting.set(keyOf(name), value);
  timer ??= setTimeout(write, pause);
}

/** Writes at once what waits, before the page goes. */
export const rememberNow = write;
