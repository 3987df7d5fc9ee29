import { decideAnswer, isAnswer, isTicked, readAnswer } from './answers.ts';
import type { Columns } from './columns.ts';
import { type NamedId, readCellIds, readOwnId } from './control-ids.ts';
import type { ControlIndex } from './control-index.ts';
import type { Row } from '../xlsx/sheet-grid.ts';
import type { Table } from './table.ts';
import { compact } from '../plain-words.ts';
import { placeholders } from './words.ts';

/** What a row is about. */
export interface Naming {
  kind: 'controls' | 'unknown' | 'own' | 'group' | 'nothing';
  ids: string[];
  title: string;
}

/** What a row says about its controls. `applicable` is null where it does not say; `answer` is what stands there. */
export interface Saying {
  applicable: boolean | null;
  answer: string;
  justification: string;
  implementation: string;
}

const textIn = (row: Row, column: number | undefined) =>
  column === undefined ? '' : (row.cells.get(column)?.text ?? '');

/** Whether a text gives no reason at all: a dash, an x, "TBD". */
export const isNoReason = (text: string): boolean =>
  !/[\p{L}\p{N}]/u.test(text) || isTicked(text) || placeholders.has(compact(text));

const nothing: Naming = { kind: 'nothing', ids: [], title: '' };

/** Whether the row itself has an answer; one that is merged down from above belongs to the row above. */
export const hasAnswer = (row: Row, { answers }: Columns): boolean =>
  answers.some(({ column }) => row.cells.get(column)?.from === row.number && isAnswer(textIn(row, column)));

function nameByIds(found: NamedId[], title: string, isAnswered: boolean): Naming {
  const of = (...kinds: NamedId['kind'][]) => found.filter(({ kind }) => kinds.includes(kind)).map(({ id }) => id);
  const controls = of('control', 'unknown');
  if (of('control').length > 0) return { kind: 'controls', ids: controls, title };
  if (controls.length > 0) return { kind: 'unknown', ids: controls, title };
  if (of('group').length > 0) return { kind: 'group', ids: of('group'), title };
  const others = of('number');
  return others.length > 0 && isAnswered ? { kind: 'unknown', ids: others, title } : nothing;
}

function nameByTitle(text: string, index: ControlIndex): Naming | undefined {
  const exactGroup = index.titles.exact(text) === undefined ? index.groupTitles.exact(text) : undefined;
  if (exactGroup !== undefined) return { kind: 'group', ids: [exactGroup], title: text };
  const control = index.titles.near(text);
  return control === undefined ? undefined : { kind: 'controls', ids: [control], title: text };
}

/** Tells what a row is about. Rows of an own control need an answer or a reason beside their id. */
export function nameRow(row: Row, { ids, columns }: Table, index: ControlIndex): Naming {
  const text = textIn(row, ids.column);
  const title = textIn(row, columns.title);
  const isAnswered = hasAnswer(row, columns);
  const reasons = [...columns.reasons, ...columns.inclusionReasons, ...columns.exclusionReasons];
  const says = isAnswered || [...reasons, ...columns.implementation].some((column) => textIn(row, column) !== '');
  const found = readCellIds(text, index, ids.names === 'bare-ids');
  if (found && !found.ids.every(({ kind }) => kind === 'own' || kind === 'clause')) {
    const named = nameByIds(found.ids, found.rest || (columns.title === ids.column ? '' : title), isAnswered);
    return named.kind === 'controls' && named.ids.length > 1 ? { ...named, title: '' } : named;
  }
  if (found?.ids.some(({ kind }) => kind === 'clause')) return nothing;
  const byTitle = (text === '' ? undefined : nameByTitle(text, index)) ?? nameByTitle(title, index);
  const own = readOwnId(text);
  if (byTitle && (!own || byTitle.kind === 'controls')) return byTitle;
  if (own && says && (isAnswered || own.rest !== '' || title !== ''))
    return { kind: 'own', ids: [own.id], title: own.rest || (columns.title === ids.column ? '' : title) };
  if (!isAnswered) return nothing;
  if (ids.names === 'titles') return text === '' ? nothing : { kind: 'unknown', ids: [text], title: text };
  return text === '' && title !== '' ? { kind: 'own', ids: [title], title } : nothing;
}

function joinTexts(texts: readonly string[]): string {
  return [...new Set(texts.filter((text) => text !== ''))].join('\n');
}

function readReasons(row: Row, columns: readonly number[], table: Table): string {
  return joinTexts(
    columns.map((column) => {
      const text = textIn(row, column);
      const heading = table.header?.headings.get(column);
      // An x under "Reasons: legal | contract | risk" means the heading it stands under.
      return heading && heading.under !== '' && isTicked(text) ? heading.text : text;
    }),
  );
}

/** Of reasons for inclusion and for exclusion the one that fits the answer, or else the one that is given. */
function pickReason(applicable: boolean | null, general: string, inclusion: string, exclusion: string): string {
  if (applicable === null) return joinTexts([general, inclusion, exclusion]);
  const [fitting, other] = applicable ? [inclusion, exclusion] : [exclusion, inclusion];
  return joinTexts([general, isNoReason(fitting) && !isNoReason(other) ? other : fitting]);
}

/** Without a column of answers: the kind of reason that is given tells. */
function decideByReasons(inclusion: string, exclusion: string, implementation: string): boolean | null {
  const excludes = !isNoReason(exclusion);
  const includes = !isNoReason(inclusion) || !isNoReason(implementation);
  return excludes === includes ? null : includes;
}

/** Reads what a row says. `only` limits it to cells of the row itself, leaving out those merged from above. */
export function readSaying(source: Row, table: Table, only: boolean): Saying {
  const row = only
    ? { number: source.number, cells: new Map([...source.cells].filter(([, { from }]) => from === source.number)) }
    : source;
  const { columns } = table;
  const given = columns.answers.map(({ column, inverted, habit }) => {
    const text = textIn(row, column);
    const { said, rest } = readAnswer(text);
    return { text, rest, value: decideAnswer(said, habit, inverted) };
  });
  const values = new Set(given.map(({ value }) => value).filter((value) => value !== null));
  const inclusion = readReasons(row, columns.inclusionReasons, table);
  const exclusion = readReasons(row, columns.exclusionReasons, table);
  const implementation = joinTexts(columns.implementation.map((column) => textIn(row, column)));
  const agreed = values.size === 1 ? [...values][0]! : null;
  const applicable = columns.answersBy === 'reasons' ? decideByReasons(inclusion, exclusion, implementation) : agreed;
  const general = readReasons(row, columns.reasons, table);
  const reason = pickReason(applicable, general, inclusion, exclusion);
  const beside = joinTexts(given.map(({ rest }) => (rest.split(/\s+/).length >= 3 ? rest : '')));
  return {
    applicable,
    answer: joinTexts(given.map(({ text }) => text)),
    justification: isNoReason(reason) && beside !== '' ? beside : reason,
    implementation,
  };
}
