// Annex: where each content is that a report of this type has to have, with a live reference to it.
import type { RequiredContent } from '../../../shared/domain/report-layouts.ts';
import type { ReportSection } from '../../../shared/domain/templates.ts';
import { auditTypes } from '../../../shared/domain/vocabulary.ts';
import type { Block, HeadingBlock, Run } from '../blocks.ts';
import { type Composing, cell, joinRuns, paragraph, row, sectionHeading, table, words } from './composing.ts';
import { sectionTitle } from './layout.ts';
import { sayMissing, whyMissing } from './required-contents.ts';

/** The name of the table, for readers who cannot see it and for the check of the finished file. */
export const requiredTableName = 'Where each required content is';

/** Every required content with its place; what is truly absent is said and warned of. `placed` are the headings so far. */
export function composeRequired(composing: Composing, placed: readonly HeadingBlock[]): Block[] {
  const { model } = composing;
  const { audit, reportLayout } = model;
  const byPlace = new Map(placed.filter(({ place }) => place !== '').map((heading) => [heading.place, heading]));
  const columns = [
    { title: 'What the report has to contain', width: 68 },
    { title: 'Where it is', width: 62 },
    { title: 'Asked for by', width: 36 },
  ];
  let missing = 0;
  for (const { record, message } of sayMissing(model)) composing.warn(record, message);
  const rows = reportLayout.contents.map((content) => {
    const where = placesOf(composing, content, byPlace);
    const why = where.length === 0 ? 'No section of this report has it.' : whyMissing(content, model);
    if (why) missing += 1;
    if (where.length === 0) composing.warn(audit.ref, `No section of this report has: ${content.words}.`);
    const found = joinRuns(where, '; ');
    return row(
      cell(content.words),
      cell(why ? [[words('Missing: ', 'bold'), words(why)], ...(found.length > 0 ? [found] : [])] : found),
      cell([words(content.sources.join('; '), 'muted')]),
    );
  });
  const kind = auditTypes[audit.type].toLowerCase();
  const sum =
    missing === 0
      ? `All ${rows.length} are there.`
      : `${rows.length - missing} of ${rows.length} are there; what is missing is said.`;
  return [
    sectionHeading(composing, 'required'),
    paragraph(
      `What the report of an audit of this kind (${kind}) is asked to contain, in words of our own, and where it stands. ${sum}`,
    ),
    table(composing, requiredTableName, columns, rows, 'Required contents and where they are.'),
  ];
}

/** The first place of a content that this report has, and the results of the requirements that it is about. */
function placesOf(
  composing: Composing,
  { places, requirements }: RequiredContent,
  byPlace: ReadonlyMap<string, HeadingBlock>,
): Run[][] {
  const headingOf = (place: string) => byPlace.get(`section:${place}`);
  const heading = places.flatMap((place) => headingOf(place) ?? headingOf(place.replace(/\/.*/, '')) ?? [])[0];
  if (!heading) return places.includes('cover') && composing.layout.has('cover') ? [[words('Cover')]] : [];
  const { place, number, counted, text } = heading;
  const section: Run[] = counted
    ? [
        ...(counted === 'section' ? [words('Section ')] : []),
        { kind: 'reference', place, text: number, counted: true },
        words(`, ${text}`),
      ]
    : [...inSection(composing, place, byPlace), { kind: 'reference', place, text: number || text }];
  const results = requirements.filter((id) => composing.hasPlace(id));
  return results.length > 0
    ? [section, [words('results of '), ...composing.referAll(results, composing.model.audit.ref)]]
    : [section];
}

/** The name of the unnumbered section that a part stands in, to be put before the part: `Document control, `. */
function inSection({ model }: Composing, place: string, byPlace: ReadonlyMap<string, HeadingBlock>): Run[] {
  const [section = '', part] = place.replace(/^section:/, '').split('/');
  const whole = part === undefined ? undefined : byPlace.get(`section:${section}`);
  return whole ? [words(`${sectionTitle(section as ReportSection, model)}, `)] : [];
}
