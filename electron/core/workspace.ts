import path from 'node:path';
import type { Handlers } from '../../shared/contract/contract.ts';
import { maximumFileSize } from '../vault/vault.ts';
import type { Context } from './context.ts';
import { readSettings, writeSettings } from './settings.ts';

type Names =
  | 'workspace.info'
  | 'settings.read'
  | 'settings.write'
  | 'catalogues.list'
  | 'catalogues.read'
  | 'host.info'
  | 'host.reveal'
  | 'host.openFile';

/** The calls about the workspace itself, personal settings, catalogues, and what a host without a desktop answers. */
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
      return writeSettings(context.configuration, given);
    },
    'catalogues.list': () =>
      context.catalogues.shipped().map(({ hash, catalogue }) => ({
        id: catalogue.id,
        version: catalogue.version,
        standard: catalogue.standard.name,
        edition: catalogue.standard.edition,
        hash,
        requirements: catalogue.requirements.length,
        questions: catalogue.questions.length,
      })),
    'catalogues.read': ({ hash }) =>
      context.catalogues.shipped().find((one) => one.hash === hash)?.catalogue ?? context.catalogues.read(hash),
    'host.info': () => ({ kind: context.hostKind, canReveal: false, canPickFiles: false }),
    'host.reveal': () => ({ shown: false }),
    'host.openFile': () => ({ shown: false }),
  };
}
