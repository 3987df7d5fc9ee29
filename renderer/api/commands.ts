// The names of everything a key can do, and who does it at the moment. The keys themselves stand in app/keys.ts.
import { useEffect, useEffectEvent } from 'react';

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
  'checklist.up',
  'checklist.down',
  'evidence.link',
  'evidence.open',
  'findings.grade',
  'applicability.import',
  'catalogues.import',
  'catalogues.spreadsheet',
  'catalogues.compare',
  'report.word',
  'report.excel',
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

/** Does these commands while the component is on the screen. The newest functions are used. */
export function useCommands(commands: Partial<Record<CommandName, Handler>>): void {
  const run = useEffectEvent((name: CommandName) => commands[name]?.());
  const names = Object.keys(commands).toSorted().join(' ');
  useEffect(() => {
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
