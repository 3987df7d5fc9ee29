// The names of everything a key can do, and who does it at the moment. The keys themselves stand in app/keys.ts.
import { useEffectEvent, useLayoutEffect } from 'react';

export const commandNames = [
  'app.palette',
  'app.keys',
  'app.back',
  'app.capture',
  'app.search',
  'app.undo',
  'app.redo',
  'app.submit',
  'app.copyLink',
  'app.tour',
  'go.audits',
  'go.catalogues',
  'go.settings',
  'go.help',
  'go.overview',
  'go.plan',
  'go.systems',
  'go.checklist',
  'go.notes',
  'go.applicability',
  'go.evidence',
  'go.findings',
  'go.report',
  'go.activity',
  'audit.facts',
  'list.next',
  'list.previous',
  'list.open',
  'list.new',
  'checklist.conforms',
  'checklist.improvement',
  'checklist.nonconforming',
  'checklist.not-applicable',
  'checklist.not-audited',
  'checklist.clear',
  'checklist.note',
  'checklist.evidence',
  'checklist.finding',
  'checklist.park',
  'checklist.add',
  'checklist.reword',
  'checklist.remove',
  'checklist.repeat',
  'checklist.sample',
  'checklist.next-system',
  'checklist.previous-system',
  'checklist.mark',
  'checklist.mark-requirement',
  'checklist.mark-all',
  'checklist.extend-next',
  'checklist.extend-previous',
  'checklist.filters',
  'checklist.up',
  'checklist.down',
  'plan.actual',
  'plan.as-planned',
  'plan.earlier',
  'plan.later',
  'plan.duplicate',
  'plan.remove',
  'plan.cover',
  'plan.timetable',
  'notes.evidence',
  'notes.answer',
  'notes.finding',
  'notes.correct',
  'notes.mark',
  'evidence.link',
  'evidence.open',
  'evidence.outside',
  'evidence.filters',
  'evidence.mark',
  'evidence.mark-next',
  'evidence.mark-previous',
  'evidence.larger',
  'evidence.smaller',
  'evidence.fit',
  'evidence.actual',
  'evidence.turn-left',
  'evidence.turn-right',
  'evidence.page-down',
  'evidence.page-up',
  'findings.grade',
  'findings.sheets',
  'findings.workbook',
  'findings.response',
  'findings.comment',
  'applicability.import',
  'systems.mark',
  'systems.sample',
  'systems.scope',
  'systems.ask',
  'systems.sampling',
  'systems.import',
  'systems.remove',
  'catalogues.import',
  'catalogues.spreadsheet',
  'catalogues.compare',
  'report.word',
  'report.excel',
  'report.pdf',
  'report.preview',
  'report.comment',
  'report.sign',
  'report.issue',
  'activity.undo',
] as const;
export type CommandName = (typeof commandNames)[number];

type Handler = () => void;

const handlers = new Map<CommandName, Handler[]>();
const listeners = new Set<() => void>();

function changed(): void {
  for (const listener of listeners) listener();
}

/** Does a command, by the room that registered for it last. False if nobody does at the moment. */
export function runCommand(name: CommandName): boolean {
  const handler = handlers.get(name)?.at(-1);
  handler?.();
  return handler !== undefined;
}

/** Whether somebody does this command at the moment. */
export function hasCommand(name: CommandName): boolean {
  return (handlers.get(name)?.length ?? 0) > 0;
}

/** Hears when the set of commands that somebody does has changed. */
export function subscribeToCommands(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

let openings = 0;

/** Whether a room is on its way whose commands are not there yet. */
export const isRoomOpening = () => openings > 0;

/** Says while the component is on the screen that a room is on its way. */
export function useRoomOpening(): void {
  useLayoutEffect(() => {
    openings += 1;
    return () => {
      openings -= 1;
    };
  }, []);
}

/**
 * Does these commands while the component is on the screen. The newest functions are used. A layout effect, because the
 * room that is being left stays hidden in the tree until the next one is there, and must not answer keys meanwhile.
 */
export function useCommands(commands: Partial<Record<CommandName, Handler>>): void {
  const run = useEffectEvent((name: CommandName) => commands[name]?.());
  const names = Object.keys(commands).toSorted().join(' ');
  useLayoutEffect(() => {
    const own = names
      .split(' ')
      .filter(Boolean)
      .map((name) => [name as CommandName, () => run(name as CommandName)] as const);
    for (const [name, handler] of own) handlers.set(name, [...(handlers.get(name) ?? []), handler]);
    changed();
    return () => {
      for (const [name, handler] of own) {
        handlers.set(
          name,
          (handlers.get(name) ?? []).filter((other) => other !== handler),
        );
      }
      changed();
    };
  }, [names]);
}
