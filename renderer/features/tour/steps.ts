// The five steps of the tour: where each is done, on which control, and how the page knows that it is done.
import type { RoomId } from '../../api/addresses.ts';
import type { CommandName } from '../../api/commands.ts';
import type { SessionState } from '../../api/session-state.ts';

export type StepId = 'answer' | 'capture' | 'evidence' | 'finding' | 'export';

export interface TourStep {
  id: StepId;
  /** The room in which it is done; undefined where any will do. */
  room?: RoomId;
  /** The command whose control the card points at. */
  command: CommandName;
  /** Whether it was done between two states of the audit. The export leaves no trace there and is heard of. */
  isDone: (before: SessionState, after: SessionState) => boolean;
}

const answered = ({ open: before }: SessionState, { open: after }: SessionState): boolean => {
  if (before.checklist === after.checklist) return false;
  const verdicts = new Map(before.checklist.map(({ id, verdict }) => [id, verdict]));
  return after.checklist.some(
    ({ id, verdict }) =>
      verdicts.has(id) && verdicts.get(id) !== verdict && verdict !== 'not-started' && verdict !== 'in-progress',
  );
};

const lines = ({ open, waitingLines }: SessionState) => open.notes.length + waitingLines.length;
const evidence = ({ open }: SessionState) => open.evidence.length + open.links.length;
const findings = ({ open }: SessionState) => open.findings.length;
const grew = (count: (state: SessionState) => number) => (before: SessionState, after: SessionState) =>
  count(after) > count(before);

/** The steps in their order. */
export const steps: readonly TourStep[] = [
  { id: 'answer', room: 'checklist', command: 'checklist.conforms', isDone: answered },
  { id: 'capture', command: 'app.capture', isDone: grew(lines) },
  { id: 'evidence', room: 'checklist', command: 'checklist.evidence', isDone: grew(evidence) },
  { id: 'finding', room: 'checklist', command: 'checklist.finding', isDone: grew(findings) },
  { id: 'export', room: 'report', command: 'report.word', isDone: () => false },
];

/** How far the tour is: 0 is the offer, 1 to 5 the steps, 6 the end. */
export const lastPlace = steps.length + 1;
