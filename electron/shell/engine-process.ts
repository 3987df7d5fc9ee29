import { utilityProcess } from 'electron';
import type { EngineProcess } from '../hosts/engine-link.ts';
import type { EngineStart } from '../hosts/engine-messages.ts';

/** Starts the engine in a utility process. `entry` is the built file. */
export function forkEngine(entry: string, start: EngineStart): EngineProcess {
  const child = utilityProcess.fork(entry, [JSON.stringify(start)], {
    serviceName: 'Plumbline engine',
    stdio: 'inherit',
  });
  return {
    postMessage: (message) => child.postMessage(message),
    onMessage: (listener) => void child.on('message', listener),
    onExit: (listener) => void child.on('exit', listener),
    kill: () => void child.kill(),
  };
}
