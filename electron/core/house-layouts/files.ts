// Files of layouts on their way into the vault: logo, base document, and a whole layout.
import type { BaseRemark } from '../../../shared/contract/house-layouts.ts';
import type { IncomingFile } from '../../../shared/contract/files.ts';
import { removeFile } from '../../files.ts';
import { readRecords } from '../../store/tables.ts';
import { takeIntoVault } from '../../vault/vault.ts';
import type { Context } from '../context.ts';
import { readReceived, type ReceivedFile } from '../incoming.ts';

type StepId = string | undefined;

/** Takes a file that was read into the vault and writes what names it. */
async function takeIn(context: Context, file: ReceivedFile, write: () => void): Promise<void> {
  const { vault, staging } = context.folders;
  await takeIntoVault(vault, staging, [file], write);
  context.staged.delete(file.id);
}

/** Takes a picture in as the logo of a layout, or takes the logo away. */
export async function setLogo(
  context: Context,
  layout: string,
  given: IncomingFile | null,
  step: StepId,
): Promise<void> {
  if (given === null) {
    const none = { logo: '', logoType: '' as const, logoPixelsWide: 0, logoPixelsHigh: 0 };
    context.writer.write(null, step, (write) => write.set('houseLayout', layout, none));
    return;
  }
  await context.inTurn(async () => {
    const { file, reading } = await readReceived(context, given, ({ path, name }) =>
      context.workers.run('read-logo', { file: path, name }),
    );
    const { mediaType, width, height } = reading;
    const fields = { logo: file.sha256, logoType: mediaType, logoPixelsWide: width, logoPixelsHigh: height };
    await takeIn(context, file, () =>
      context.writer.write(null, step, (write) => write.set('houseLayout', layout, fields)),
    );
  });
}

/** Takes a document in as the base of a layout, or takes the base away. Answers with what is said about it. */
export async function setBase(
  context: Context,
  layout: string,
  given: IncomingFile | null,
  step: StepId,
): Promise<BaseRemark[]> {
  if (given === null) {
    context.writer.write(null, step, (write) => write.set('houseLayout', layout, { base: '', baseName: '' }));
    return [];
  }
  return context.inTurn(async () => {
    const { file, reading } = await readReceived(context, given, ({ path, name }) =>
      context.workers.run('read-base', { file: path, name }),
    );
    const fields = { base: file.sha256, baseName: file.name.slice(0, 300) };
    await takeIn(context, file, () =>
      context.writer.write(null, step, (write) => write.set('houseLayout', layout, fields)),
    );
    return reading;
  });
}

/** A name that no layout has yet. */
function freeName(context: Context, name: string): string {
  const names = new Set(readRecords(context.db, 'houseLayout').map((one) => one.name));
  const other = (count: number): string => {
    const tried = `${name.slice(0, 190)} (${count})`;
    return names.has(tried) ? other(count + 1) : tried;
  };
  return names.has(name) ? other(2) : name;
}

/** Takes a layout in from a file: its logo and base into the vault, and the layout, as one step. */
export async function importLayout(
  context: Context,
  { file: given, id, step }: { file: IncomingFile; id: StepId; step: StepId },
): Promise<{ layout: string; remarks: BaseRemark[] }> {
  const { vault, staging } = context.folders;
  return context.inTurn(async () => {
    const { file, reading } = await readReceived(context, given, ({ path, name }) =>
      context.workers.run('read-layout', { file: path, name, staging }),
    );
    const { fields, logo, base, remarks } = reading;
    const files = [logo, base].filter((one) => one !== null);
    const layout = await takeIntoVault(vault, staging, files, () =>
      context.writer.write(null, step, (write) => {
        const named = { name: freeName(context, fields.name), logo: logo?.sha256 ?? '', base: base?.sha256 ?? '' };
        return write.create('houseLayout', { ...fields, ...named }, id).id;
      }),
    );
    context.staged.delete(file.id);
    await removeFile(file.path).catch(() => undefined);
    return { layout, remarks };
  });
}
