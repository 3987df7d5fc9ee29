import type { OpenAudit } from '../../../shared/contract/audits.ts';
import type { ReportNote } from '../../exports/report-model.ts';

/** The running notes with what became of each line: evidence, findings, answers, and the lines that correct others. */
export function collectNotes(
  audit: Pick<OpenAudit, 'notes' | 'noteLinks' | 'links' | 'evidence' | 'findings' | 'checklist'>,
): ReportNote[] {
  const { notes, noteLinks, links, evidence, findings, checklist } = audit;
  const nameOf = new Map([
    ...evidence.map(({ id, number }) => [id, number] as const),
    ...findings.map(({ id, number }) => [id, number] as const),
    ...checklist.map(({ id, requirement }) => [id, requirement] as const),
  ]);
  const became = new Map<string, string[]>();
  const add = (note: string, target: string) => {
    const name = nameOf.get(target);
    const names = became.get(note) ?? [];
    if (name !== undefined && !names.includes(name)) became.set(note, [...names, name]);
  };
  for (const link of links) if (link.noun === 'note') add(link.target, link.evidence);
  for (const link of noteLinks) add(link.note, link.target);
  const lineOf = new Map(notes.map(({ id }, place) => [id, place + 1]));
  const correctedBy = new Map(notes.flatMap(({ id, corrects }) => (corrects === null ? [] : [[corrects, id]])));
  const placeOf = (id: string | null | undefined) => lineOf.get(id ?? '') ?? 0;
  return notes.map((note) => ({
    ...note,
    line: placeOf(note.id),
    correctsLine: placeOf(note.corrects),
    correctedBy: placeOf(correctedBy.get(note.id)),
    became: became.get(note.id) ?? [],
  }));
}
