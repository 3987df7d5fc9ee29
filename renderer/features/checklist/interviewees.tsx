// Who was interviewed for an answer.
import { TagsInput } from '@mantine/core';
import { useState } from 'react';
import type { ChecklistItemRecord } from '../../../shared/contract/records.ts';
import { useAuditSession } from '../../api/session-context.tsx';
import { useSecondStep } from '../../ui/second-step.ts';
import styles from './interviewees.module.css';
import { peopleToOffer } from './people.ts';
import { texts } from './texts.ts';

interface Props {
  item: ChecklistItemRecord;
  /** Whom the catalogue names for the question. */
  roles: readonly string[];
}

/** The names as they stand for the one frame until the field is there: it is the heaviest part of a question. */
function Names({ names }: { names: readonly string[] }) {
  return (
    <div className={styles.names} aria-busy="true" dir="auto">
      {names.length === 0 ? texts.interviewedHint : names.map((name) => <span key={name}>{name}</span>)}
    </div>
  );
}

/** The field for the people who were interviewed; it offers who is known in the audit. */
export function Interviewees({ item, roles }: Props) {
  const session = useAuditSession();
  const { id, requirement, interviewees } = item;
  // Read where somebody begins to name people: what others are called does not change while they type.
  const [people, setPeople] = useState<string[]>([]);
  const isWhole = useSecondStep();
  if (!isWhole) return <Names names={interviewees} />;
  return (
    <TagsInput
      variant="unstyled"
      value={interviewees}
      data={people.filter((person) => !interviewees.includes(person))}
      aria-label={texts.interviewed}
      placeholder={interviewees.length === 0 ? texts.interviewedHint : ''}
      splitChars={[',', ';']}
      acceptValueOnBlur
      onFocus={() => setPeople(peopleToOffer(session.store.getState().open, roles))}
      limit={7}
      onChange={(next) =>
        session.edit('checklistItem', id, { interviewees: next }, { label: texts.stepOfPeople(requirement) })
      }
    />
  );
}
