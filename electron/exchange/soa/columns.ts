import { type Habit, isAnswer, isPlainAnswer, learnHabit, readAnswer } from './answers.ts';
import type { ControlIndex } from './control-index.ts';
import type { Header, HeadingRole } from './headings.ts';
import type { IdColumn } from './id-column.ts';
import type { Row, Sheet } from '../xlsx/sheet-grid.ts';

/** One column of answers. `inverted` where its heading says "not applicable". */
export interface AnswerColumn {
  column: number;
  inverted: boolean;
  habit: Habit;
}

/** Which column holds what. Several columns of one kind are read together. */
export interface Columns {
  title: number | undefined;
  answers: AnswerColumn[];
  /** How the answers were found: by a heading, by what stands in the cells, or not at all. */
  answersBy: 'heading' | 'content' | 'reasons' | 'nothing';
  reasons: number[];
  inclusionReasons: number[];
  exclusionReasons: number[];
  implementation: number[];
  standard: number | undefined;
}

interface Content {
  filled: number;
  answers: number;
  plain: number;
}

/** How many control rows have something, and an answer, in a column. Cells merged downwards count in every row. */
function countContent(rows: Row[], column: number): Content {
  const texts = rows.flatMap(({ cells }) => cells.get(column)?.text ?? []);
  return {
    filled: texts.length,
    answers: texts.filter(isAnswer).length,
    plain: texts.filter(isPlainAnswer).length,
  };
}

/** Most cells that are filled are answers, not text. */
const isAnswered = ({ filled, answers }: Content) => answers > 0 && answers * 2 >= filled;

interface Choice {
  all: (...roles: HeadingRole[]) => number[];
  content: (column: number) => Content;
}

function prepareChoice(sheet: Sheet, header: Header | undefined, rows: Row[], taken: Set<number>): Choice {
  const contents = new Map<number, Content>();
  const content = (column: number) => {
    let known = contents.get(column);
    if (!known) contents.set(column, (known = countContent(rows, column)));
    return known;
  };
  const all = (...roles: HeadingRole[]) => {
    const found = [...(header?.headings ?? [])]
      .filter(([column, { role }]) => roles.includes(role) && !taken.has(column))
      .map(([column]) => column);
    const visible = found.filter((column) => !sheet.hiddenColumns.has(column));
    return (visible.length > 0 ? visible : found).toSorted((a, b) => a - b);
  };
  return { all, content };
}

/** Of several columns the one with most answers; an exact heading first, then the leftmost. */
function pickAnswered(columns: number[], choice: Choice, header: Header | undefined): number | undefined {
  const isExact = (column: number) => Number(header?.headings.get(column)?.exact ?? false);
  const answers = (column: number) => choice.content(column).answers;
  const exact = columns.filter((column) => isExact(column) && answers(column) > 0);
  return (exact.length > 0 ? exact : columns).toSorted((a, b) => answers(b) - answers(a) || a - b)[0];
}

function findAnswersByContent(sheet: Sheet, rows: Row[], taken: Set<number>, choice: Choice): number | undefined {
  const columns = [...new Set(rows.flatMap(({ cells }) => [...cells.keys()]))].filter((column) => !taken.has(column));
  const visible = (column: number) => Number(!sheet.hiddenColumns.has(column));
  return columns
    .filter((column) => choice.content(column).plain * 5 >= rows.length * 3)
    .toSorted((a, b) => visible(b) - visible(a) || choice.content(b).plain - choice.content(a).plain || a - b)[0];
}

function findTitle(header: Header | undefined, ids: IdColumn, rows: Row[], index: ControlIndex): number | undefined {
  if (ids.names === 'titles') return ids.column;
  const columns = [...new Set(rows.flatMap(({ cells }) => [...cells.keys()]))].filter(
    (column) => column !== ids.column,
  );
  const matches = (column: number) =>
    rows.filter(({ cells }) => index.titles.exact(cells.get(column)?.text ?? '') !== undefined).length;
  const byContent = columns
    .map((column) => ({ column, count: matches(column) }))
    .filter(({ count }) => count * 3 >= rows.length)
    .toSorted((a, b) => b.count - a.count || a.column - b.column)[0];
  if (byContent) return byContent.column;
  const headed = (role: HeadingRole) =>
    columns.filter((column) => header?.headings.get(column)?.role === role).toSorted((a, b) => a - b)[0];
  return headed('title') ?? headed('id');
}

/** Finds the columns of a table by their headings and, where these are missing or odd, by what stands in them. */
export function findColumns(
  sheet: Sheet,
  header: Header | undefined,
  ids: IdColumn,
  rows: Row[],
  index: ControlIndex,
): Columns {
  const title = findTitle(header, ids, rows, index);
  const taken = new Set([ids.column, ...(title === undefined ? [] : [title])]);
  const choice = prepareChoice(sheet, header, rows, taken);
  const isText = (column: number) => choice.content(column).filled > 0 && !isAnswered(choice.content(column));
  const denied = choice.all('not-applicable');
  const claimed = choice.all('applicable');
  const answerOf = (column: number, inverted: boolean): AnswerColumn => ({
    column,
    inverted,
    habit: learnHabit(rows.map(({ cells }) => readAnswer(cells.get(column)?.text ?? '').said)),
  });
  const applicable = pickAnswered(claimed, choice, header);
  const excluded = pickAnswered(
    denied.filter((column) => !isText(column)),
    choice,
    header,
  );
  const answers: AnswerColumn[] = [];
  if (applicable !== undefined && !(isText(applicable) && choice.content(applicable).answers === 0))
    answers.push(answerOf(applicable, false));
  if (excluded !== undefined) answers.push(answerOf(excluded, true));
  let answersBy: Columns['answersBy'] = answers.length > 0 ? 'heading' : 'nothing';
  // A heading that says "exclusion" over sentences is a column of reasons, and so is "inclusion".
  const exclusionReasons = [...choice.all('exclusion-reason'), ...denied.filter(isText)];
  const inclusionReasons = [
    ...choice.all('inclusion-reason'),
    ...(exclusionReasons.length > 0 ? claimed.filter(isText) : []),
  ];
  if (answers.length === 0) {
    const named = new Set([...taken, ...choice.all('implementation')]);
    const byContent = findAnswersByContent(sheet, rows, named, choice);
    if (byContent !== undefined) {
      answers.push(answerOf(byContent, false));
      answersBy = 'content';
    } else if (exclusionReasons.length > 0) answersBy = 'reasons';
  }
  const isFree = (column: number) => !answers.some((answer) => answer.column === column);
  const reasons = choice.all('reason').filter(isFree);
  const hasReasons = reasons.length + inclusionReasons.length + exclusionReasons.length > 0;
  const implementation = choice.all('implementation').filter(isFree);
  return {
    title,
    answers,
    answersBy,
    reasons: hasReasons ? reasons : choice.all('remarks').filter(isFree),
    inclusionReasons: inclusionReasons.filter(isFree),
    exclusionReasons: exclusionReasons.filter(isFree),
    implementation: implementation.length > 0 ? implementation : choice.all('evidence').filter(isFree),
    standard: choice.all('standard')[0],
  };
}
