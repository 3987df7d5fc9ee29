// The port at which a workspace was served last. What a browser keeps for the page belongs to the page's address: text
// that could not be stored before Plumbline ended is found again only at the same port.
import path from 'node:path';
import { readJsonFile, writeJsonFile } from './settings.ts';

const fileIn = (folder: string) => path.join(folder, 'ports.json');

function readPorts(folder: string): Record<string, unknown> {
  const ports = readJsonFile(fileIn(folder));
  return typeof ports === 'object' && ports !== null ? (ports as Record<string, unknown>) : {};
}

/** The port of the last time; undefined where there is none that a program may ask for. */
export function readLastPort(folder: string, workspace: string): number | undefined {
  const port = readPorts(folder)[path.resolve(workspace)];
  return Number.isInteger(port) && Number(port) >= 1024 && Number(port) <= 65_535 ? Number(port) : undefined;
}

/** Remembers the port for the next time, where the settings can be written. */
export function keepLastPort(folder: string, workspace: string, port: number): void {
  if (readLastPort(folder, workspace) === port) return;
  try {
    writeJsonFile(fileIn(folder), { ...readPorts(folder), [path.resolve(workspace)]: port });
  } catch {
    // The next start takes a free port; only text that a browser still keeps for this one is not found there.
  }
}
