// What can be made of lines: evidence, part of an answer, a finding. Each is one step that can be undone.
import { v7 as uuidv7 } from 'uuid';
import type { ChecklistItemRecord } from '../../../shared/contract/records.ts';
import { findingOfLines, requirementsOf } from '../../../shared/domain/lines-become.ts';
import { withScale } from '../../../shared/domain/audit-grades.ts';
import { templateOf } from '../../../shared/domain/templates.ts';
import { goToRoom } from '../../api/addresses.ts';
import { useAppActions } from '../../api/app-actions.tsx';
import { lineKnowledge } from '../../api/line-knowledge.ts';
import { useAuditSession } from '../../api/session-context.tsx';
import type { NoteRow } from './note-rows.ts';
import { texts } from './texts.ts';

export interface NoteActions {
  toEvidence: () => void;
  /** Puts the lines into the one question they can mean; answers false where somebody has to choose it. */
  toAnswer: () => boolean;
  addTo: (item: ChecklistItemRecord) => void;
  toFinding: () => void;
  /** The lines meant, or nothing with the reason said: none is chosen, or one is not stored yet. */
  lines: () => readonly NoteRow[] | undefined;
}

/** The ways on from `rows`, the marked lines or the chosen one. `onDone` hears when the marks have done their work. */
export function useNoteActions(rows: readonly NoteRow[], onDone: () => void): NoteActions {
  const session = useAuditSession();
  const { say } = useAppActions();

  const attempt = async (work: () => Promise<unknown>) => {
    try {
      await work();
    } catch (error) {
      say(error instanceof Error ? error.message : String(error), { isAlarm: true });
    }
  };
  const lines = () => {
    if (rows.length === 0) say(texts.nothingChosen);
    else if (rows.some(({ at }) => at === undefined)) say(texts.stillWaiting);
    else return rows;
    return undefined;
  };
  const idsOf = (all: readonly NoteRow[]) => all.map(({ id }) => id);
  const notesOf = (all: readonly NoteRow[]) => {
    const ids = new Set(idsOf(all));
    return session.store.getState().open.notes.filter(({ id }) => ids.has(id));
  };

  const addTo = (item: ChecklistItemRecord) => {
    const all = lines();
    if (!all) return;
    if (all.every(({ became }) => became.some(({ id }) => id === item.id))) {
      say(texts.alreadyInAnswer(item.requirement));
      return;
    }
    void attempt(async () => {
      await session.run('notes.toAnswer', { notes: idsOf(all), item: item.id }, texts.stepOfAnswer(item.requirement));
      onDone();
      say(texts.addedToAnswer(item.requirement), { undo: true });
    });
  };

  return {
    lines,
    addTo,
    toEvidence: () => {
      const all = lines();
      if (!all) return;
      const done = all.map(({ became }) => became.find(({ noun }) => noun === 'evidence')?.name);
      if (done[0] !== undefined && done.every((name) => name !== undefined)) {
        say(texts.alreadyEvidence([...new Set(done)].join(', ')));
        return;
      }
      void attempt(async () => {
        const input = { id: uuidv7(), notes: idsOf(all) };
        const { number } = await session.run('notes.toEvidence', input, texts.stepOfEvidence);
        onDone();
        say(texts.madeEvidence(number), { undo: true });
      });
    },
    toAnswer: () => {
      const all = lines();
      if (!all) return true;
      const { read } = lineKnowledge(session);
      const tagged = requirementsOf(notesOf(all), read);
      const { checklist } = session.store.getState().open;
      const fitting = checklist.filter(({ requirement }) => tagged.includes(requirement));
      const [only] = fitting;
      if (!only || fitting.length > 1) return false;
      addTo(only);
      return true;
    },
    toFinding: () => {
      const all = lines();
      if (!all) return;
      const { open, catalogue } = session.store.getState();
      const { read } = lineKnowledge(session);
      const evidence = [
        ...new Set(
          all.flatMap(({ became }) => became.filter(({ noun }) => noun === 'evidence').map(({ name }) => name)),
        ),
      ];
      const answers = new Set(
        all.flatMap(({ became }) => became.filter(({ noun }) => noun === 'checklistItem').map(({ id }) => id)),
      );
      const template = withScale(templateOf(catalogue, open.audit), open.auditGrades);
      const fields = findingOfLines(notesOf(all), read, { catalogue, template }, evidence);
      const [answer] = answers;
      void attempt(async () => {
        const { number } = await session.run(
          'findings.create',
          {
            id: uuidv7(),
            fields: { ...fields, ...(answers.size === 1 && answer !== undefined ? { item: answer } : {}) },
            notes: idsOf(all),
          },
          texts.stepOfFinding,
        );
        onDone();
        say(texts.madeFinding(number), { undo: true });
        goToRoom(open.audit.ref, 'findings', number);
      });
    },
  };
}
