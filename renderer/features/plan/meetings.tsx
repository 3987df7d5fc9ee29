// The meetings with the auditee, in their order.
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { MeetingRecord } from '../../../shared/contract/records.ts';
import { MeetingRow } from './meeting-row.tsx';
import type { PlanChoices } from './plan-choices.ts';
import styles from './room.module.css';
import { texts } from './texts.ts';
import { useAgendas } from './use-agendas.ts';

interface Props {
  meetings: readonly MeetingRecord[];
  chosen: string | undefined;
  opened: readonly string[];
  choices: PlanChoices;
  conflicts: ReadonlyMap<string, string>;
  rowId: (record: string) => string;
  onAdd: () => void;
  onChoose: (id: string) => void;
  onOpen: (id: string, isOpen: boolean) => void;
  onRemove: (meeting: MeetingRecord) => void;
}

/** The section of the meetings. */
export function Meetings({ meetings, chosen, opened, choices, conflicts, rowId, onAdd, ...rest }: Props) {
  const agendas = useAgendas();
  return (
    <section aria-labelledby="plan-meetings">
      <div className={styles.part}>
        <h2 id="plan-meetings">{texts.meetings}</h2>
        <Button variant="default" leftSection={<IconPlus size={14} aria-hidden />} onClick={onAdd}>
          {texts.addMeeting}
        </Button>
      </div>
      {meetings.length === 0 ? <p className={styles.first}>{texts.noMeetings}</p> : null}
      <ul className={styles.meetings}>
        {meetings.map((meeting) => (
          <li key={meeting.id}>
            <MeetingRow
              meeting={meeting}
              id={rowId(meeting.id)}
              isChosen={meeting.id === chosen}
              isOpen={opened.includes(meeting.id)}
              choices={choices}
              conflict={conflicts.get(meeting.id) ?? ''}
              proposal={agendas[meeting.kind]}
              {...rest}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
