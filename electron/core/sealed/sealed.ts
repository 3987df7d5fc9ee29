import path from 'node:path';
import type { Handlers, Output, Parsed } from '../../../shared/contract/contract.ts';
import { AppError } from '../../../shared/errors.ts';
import { copyWhole, hashFile } from '../../files.ts';
import { localTime } from '../../store/writer.ts';
import { readAssetFolder } from '../assets.ts';
import { auditIdOf, type Context } from '../context.ts';
import { documentName } from '../reports/export-target.ts';

/** The programs that check a sealed file without Plumbline, by the names they have beside it. */
const verifiers = ['plumbline-verify.html', 'plumbline-verify.mjs'] as const;

/** Puts the programs that check a sealed file beside it. Those that lie there already and are the same stay. */
async function putVerifiersBeside(context: Context, folder: string) {
  const paths: string[] = [];
  const warnings: { record: string; message: string }[] = [];
  for (const name of verifiers) {
    const [source, target] = [path.join(readAssetFolder('verifier'), name), path.join(folder, name)];
    try {
      const { sha256 } = await hashFile(source);
      const there = await hashFile(target).catch(() => undefined);
      if (there?.sha256 !== sha256) await copyWhole(source, target, sha256);
      paths.push(target);
    } catch (error) {
      context.log(error, 'copy of a verifier');
      warnings.push({ record: name, message: `${name} could not be put beside the sealed file.` });
    }
  }
  return { paths, warnings };
}

async function sealInto(context: Context, input: Parsed<'sealed.make'>): Promise<Output<'sealed.make'>> {
  const { folders, configuration, version: product } = context;
  const { audit, originals, to, job } = input;
  if (to !== undefined && !context.allowsPaths)
    throw new AppError('refused', 'This host seals into the workspace only.', { path: to });
  const auditId = auditIdOf(context, audit);
  const target =
    to === undefined
      ? path.join(
          folders.exports,
          `${documentName(context, auditId, originals === 'included' ? 'sealed' : 'sealed without originals')}.plumb`,
        )
      : path.resolve(to);
  const request = {
    root: folders.root,
    vault: folders.vault,
    configuration,
    auditId,
    target,
    originals,
    product,
    device: context.device,
    sealedAt: localTime(new Date()),
    sealedBy: context.actor(),
  };
  const made = await context.jobs.run(job, (signal, onProgress) =>
    context.workers.run('seal-audit', request, signal, onProgress),
  );
  const beside = await putVerifiersBeside(context, path.dirname(target));
  const warnings = [...made.warnings, ...beside.warnings];
  return { ...made, path: target, name: path.basename(target), verifiers: beside.paths, warnings };
}

/** The calls about sealed files, and the one that verifies the workspace. */
export function sealedHandlers(context: Context): Pick<Handlers, 'sealed.make' | 'workspace.verify'> {
  return {
    'sealed.make': (input) => sealInto(context, input),
    'workspace.verify': ({ job }) =>
      context.jobs.run(job, (signal, onProgress) =>
        context.workers.run('verify-workspace', context.folders, signal, onProgress),
      ),
  };
}
