import path from 'node:path';
import type { Handlers } from '../../shared/contract/contract.ts';
import type { hostContract } from '../../shared/contract/host.ts';
import { nameDevice } from '../store/devices.ts';
import { maximumFileSize } from '../vault/vault.ts';
import type { Context } from './context.ts';
import { readSettings, writeSettings } from './settings.ts';

type Names = 'workspace.info' | 'settings.read' | 'settings.write' | keyof typeof hostContract;

/** The calls about the workspace itself, personal settings, and what a host without a desktop answers. */
export function workspaceHandlers(context: Context): Pick<Handlers, Names> {
  return {
    'workspace.info': () => ({
      path: context.folders.root,
      name: path.basename(context.folders.root),
      version: context.version,
      device: context.device,
      allowsPaths: context.allowsPaths,
      notices: context.notices,
      maximumFileSize,
    }),
    'settings.read': () => readSettings(context.configuration),
    'settings.write': (patch) => {
      const given = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
      const settings = writeSettings(context.configuration, given);
      if (given.deviceName !== undefined && context.device !== '')
        nameDevice(context.db, context.device, settings.deviceName);
      context.emit({ type: 'settings', settings });
      return settings;
    },
    'host.info': () => ({ kind: context.hostKind, canReveal: false, canPickFiles: false }),
    'host.reveal': () => ({ shown: false }),
    'host.openFile': () => ({ shown: false }),
    'host.openEvidence': () => ({ shown: false }),
  };
}
