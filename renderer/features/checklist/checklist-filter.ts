// Which questions a filter leaves. Pure.
import type { OpenAudit } from '../../../shared/contract/audits.ts';
import type { ChecklistItemRecord } from '../../../shared/contract/records.ts';
import type { SavedFilter } from '../../../shared/contract/workspace.ts';
import type { Catalogue, Question, Requirement } from '../../../shared/domain/catalogue.ts';
import { themesOf } from '../../../shared/domain/summary.ts';
import { savedFilterOf, themeOf } from '../../api/addresses.ts';
import { type ChecklistView, isOfKind, type Kind, kinds, type QuestionOf } from './checklist-view.ts';

/** What an answer lacks. */
export const lackings = ['notes', 'people', 'evidence'] as const;
export type Lacking = (typeof lackings)[number];

export interface Filter {
  kind: Kind;
  /** Only requirements that the plan gives to the person at this machine. */
  isMine: boolean;
  lacking: Lacking | '';
  theme: string;
  system: string;
  text: string;
}

export const noFilter: Filter = { kind: 'all', isMine: false, lacking: '', theme: '', system: '', text: '' };

/** Whether a filter leaves everything. */
export function isNoFilter(filter: Filter): boolean {
  return (Object.keys(noFilter) as (keyof Filter)[]).every((name) => filter[name] === noFilter[name]);
}

/** Whether a filter looks at what is typed into answers. */
export const looksAtTexts = ({ text, lacking }: Filter) => text !== '' || lacking !== '';

/** What a filter is decided by beside the questions themselves. */
export interface FilterFacts {
  questionOf: QuestionOf;
  systems: OpenAudit['aiSystems'];
  /** The requirements that the plan gives to the person at this machine. */
  mine: ReadonlySet<string>;
  /** The items that evidence is linked to. */
  evidenced: ReadonlySet<string>;
}

const namesIn = (text: string) =>
  text
    .toLowerCase()
    .split(/[,;/&+]|\band\b/)
    .map((name) => name.trim());

/** The requirements of the slots of the plan that name somebody as auditor. */
export function requirementsOf(slots: OpenAudit['planSlots'], auditor: string): Set<string> {
  const name = auditor.trim().toLowerCase();
  if (name === '') return new Set();
  const own = slots.filter((slot) => namesIn(slot.auditor).includes(name));
  return new Set(own.flatMap(({ requirements }) => requirements));
}

/** The items that evidence is linked to. */
export function evidencedItems(links: OpenAudit['links']): Set<string> {
  return new Set(links.filter(({ noun }) => noun === 'checklistItem').map(({ target }) => target));
}

/** Whether a question concerns an AI system in which the client has this role. */
function concerns(item: ChecklistItemRecord, question: Question | undefined, system: OpenAudit['aiSystems'][number]) {
  if (item.aiSystem !== null) return item.aiSystem === system.id;
  return question === undefined || question.aiRoles.length === 0 || question.aiRoles.includes(system.role);
}

function lacks(item: ChecklistItemRecord, what: Lacking, evidenced: ReadonlySet<string>): boolean {
  if (what === 'notes') return item.notes.trim() === '';
  return what === 'people' ? item.interviewees.length === 0 : !evidenced.has(item.id);
}

/** The ids of the items that a filter leaves, in the order in which they are asked. */
export function filterItems(view: ChecklistView, facts: FilterFacts, filter: Filter): Set<string> {
  const words = filter.text.toLowerCase().split(/\s+/).filter(Boolean);
  const system = facts.systems.find(({ id }) => id === filter.system);
  const fits = (item: ChecklistItemRecord, requirement: Requirement): boolean => {
    if (!isOfKind(filter.kind, item, view.openIds)) return false;
    if (filter.isMine && !facts.mine.has(requirement.id)) return false;
    if (filter.lacking !== '' && !lacks(item, filter.lacking, facts.evidenced)) return false;
    const question = facts.questionOf(item);
    if (filter.theme !== '' && !themesOf(question, requirement).includes(filter.theme)) return false;
    if (system && !concerns(item, question, system)) return false;
    if (words.length === 0) return true;
    const text = [requirement.id, requirement.title, item.questionId, item.question, item.notes, ...item.interviewees]
      .join(' ')
      .toLowerCase();
    return words.every((word) => text.includes(word));
  };
  return new Set(
    view.groups.flatMap(({ requirements }) =>
      requirements.flatMap(({ requirement, items }) =>
        items.filter((item) => fits(item, requirement)).map(({ id }) => id),
      ),
    ),
  );
}

const oneOf = <T extends string>(known: readonly T[], value: unknown, otherwise: T) =>
  known.find((one) => one === value) ?? otherwise;
const wordsIn = (value: unknown) => (typeof value === 'string' ? value : '');

/** A filter as it was saved. What this version does not know counts as not said. */
export function readFilter({ filter }: Pick<SavedFilter, 'filter'>): Filter {
  return {
    kind: oneOf(kinds, filter.kind, 'all'),
    isMine: filter.isMine === true,
    lacking: oneOf<Lacking | ''>(lackings, filter.lacking, ''),
    theme: wordsIn(filter.theme),
    system: wordsIn(filter.system),
    text: wordsIn(filter.text),
  };
}

/** The filter that an address asks for, by naming a theme or a saved filter; undefined where it names none. */
export function askedFilter(
  record: string | undefined,
  { themes }: Pick<Catalogue, 'themes'>,
  saved: readonly SavedFilter[] = [],
): Filter | undefined {
  const theme = themeOf(record);
  if (themes.some(({ id }) => id === theme)) return { ...noFilter, theme };
  const name = savedFilterOf(record);
  const found = name === '' ? undefined : saved.find((one) => one.name === name);
  return found && readFilter(found);
}
