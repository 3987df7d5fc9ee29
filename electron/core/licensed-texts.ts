// Text of a standard that the user of this machine has a licence for. It stays in the user's configuration folder:
// outside every workspace, outside the change log, in no backup and in nothing that is handed over.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Handlers } from '../../shared/contract/contract.ts';
import { type LicensedTexts, licensedTexts } from '../../shared/contract/licensed-texts.ts';
import { AppError } from '../../shared/errors.ts';
import type { Context } from './context.ts';
import { readJsonFile, writeJsonFile } from './settings.ts';

function fileOf(configuration: string, standard: string, edition: string): string {
  const name = createHash('sha256').update(`${standard}\n${edition}`).digest('hex').slice(0, 16);
  return path.join(configuration, 'licensed-texts', `${name}.json`);
}

/** What this machine keeps of an edition of a standard; nothing where nobody entered anything. */
export function readLicensedTexts(configuration: string, standard: string, edition: string): LicensedTexts {
  const file = fileOf(configuration, standard, edition);
  if (!existsSync(file)) return { holder: '', texts: {} };
  const stored = licensedTexts.safeParse(readJsonFile(file));
  if (stored.success) return stored.data;
  // Writing over it would lose what somebody typed.
  throw new AppError('damaged', `The file with the licensed texts cannot be read. Restore or remove ${file}.`, {
    file,
  });
}

/** The calls about licensed texts. */
export function licensedTextHandlers(context: Context): Pick<Handlers, 'licensedTexts.read' | 'licensedTexts.write'> {
  const { configuration } = context;
  return {
    'licensedTexts.read': ({ standard, edition }) => readLicensedTexts(configuration, standard, edition),
    'licensedTexts.write': ({ standard, edition, requirement, text, holder }) => {
      const stored = readLicensedTexts(configuration, standard, edition);
      const texts = new Map(Object.entries(stored.texts));
      if (requirement !== undefined && text !== undefined) {
        if (text.trim() === '') texts.delete(requirement);
        else texts.set(requirement, text);
      }
      const kept = { holder: holder ?? stored.holder, texts: Object.fromEntries(texts) };
      writeJsonFile(fileOf(configuration, standard, edition), { standard, edition, ...kept });
      return kept;
    },
  };
}
