// What keys do wherever an audit is open: rooms, undo and redo, and word of choices that the engine refused.
import { useEffect } from 'react';
import { isAppError } from '../../shared/errors.ts';
import { goToRoom, type RoomId } from '../api/addresses.ts';
import { useAppActions } from '../api/app-actions.tsx';
import { useCommands } from '../api/commands.ts';
import { useAudit, useAuditSession } from '../api/session-context.tsx';
import { rooms } from './rooms.tsx';
import { texts } from './texts.ts';

/** Registers the commands of an open audit. Draws nothing. */
export function AuditKeys() {
  const session = useAuditSession();
  const { say } = useAppActions();
  const ref = useAudit((state) => state.open.audit.ref);
  const refused = useAudit((state) => state.refusals.find(({ isKept }) => !isKept));

  const step = async (direction: 'undo' | 'redo') => {
    const { undoable, redoable } = session.store.getState();
    if ((direction === 'undo' ? undoable : redoable).length === 0 && session.store.getState().save.kind === 'saved') {
      say(direction === 'undo' ? texts.nothingToUndo : texts.nothingToRedo);
      return;
    }
    try {
      const label = await session[direction]();
      if (label === undefined) say(texts.cannotUndoNow);
      else say(direction === 'undo' ? texts.undone(label) : texts.redone(label));
    } catch (error) {
      say(isAppError(error) ? error.message : String(error), { isAlarm: true });
    }
  };

  const go = (room: RoomId) => () => goToRoom(ref, room);
  useCommands({
    'app.undo': () => void step('undo'),
    'app.redo': () => void step('redo'),
    ...Object.fromEntries(rooms.map(({ id, command }) => [command, go(id)])),
  });

  useEffect(() => {
    if (!refused) return;
    say(refused.sentence, { isAlarm: true });
    session.giveUp(refused);
  }, [refused, say, session]);
  return null;
}
