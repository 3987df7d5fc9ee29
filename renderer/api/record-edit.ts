// Edits of one record from the fields of a form, with the words of their undo steps.
import { useMemo } from 'react';
import type { EditableNoun, Patch } from './record-calls.ts';
import { useAuditSession } from './session-context.tsx';

export interface RecordEdit<N extends EditableNoun> {
  /** A key press in a text field: joins the step of the stay in that field. */
  type: (fields: Patch<N>, what: string) => void;
  /** A choice: a step of its own. */
  choose: (fields: Patch<N>, what: string) => void;
  /** Ends the stay in a text field. */
  leave: () => void;
}

/** How fields of a record are edited. `name` is what people call the record: `E-012`. */
export function useRecordEdit<N extends EditableNoun>(noun: N, id: string, name: string): RecordEdit<N> {
  const session = useAuditSession();
  return useMemo(
    () => ({
      type: (fields, what) => session.edit(noun, id, fields, { label: `${what} of ${name}`, typing: true }),
      choose: (fields, what) => session.edit(noun, id, fields, { label: `${what} of ${name}` }),
      leave: () => session.leaveField(),
    }),
    [session, noun, id, name],
  );
}
