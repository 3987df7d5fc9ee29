// One meeting with the auditee: when and where in one line, agenda, people and opinions under it.
import { ActionIcon, NativeSelect } from '@mantine/core';
import { IconChevronRight, IconX } from '@tabler/icons-react';
import { memo } from 'react';
import type { MeetingRecord } from '../../../shared/contract/records.ts';
import { meetingKinds } from '../../../shared/domain/vocabulary.ts';
import { useRecordEdit } from '../../api/record-edit.ts';
import { GrowingText } from '../../parts/growing-text.tsx';
import { optionsOf } from '../../ui/options.ts';
import { quietField } from '../../ui/property.tsx';
import { DayField, LineField, LinesField, MinutesField, ShortField, TimeField } from './fields.tsx';
import styles from './meetings.module.css';
import { endOf } from './plan-view.ts';
import { texts } from './texts.ts';

interface Props {
  meeting: MeetingRecord;
  id: string;
  isChosen: boolean;
  isOpen: boolean;
  onChoose: (id: string) => void;
  onOpen: (id: string, isOpen: boolean) => void;
  onRemove: (meeting: MeetingRecord) => void;
}

const { fields, placeholders, meetingPlaceholders } = texts;
const what = (field: keyof typeof fields) => fields[field].toLowerCase();

function MeetingDetails({ meeting, name }: { meeting: MeetingRecord; name: string }) {
  const edit = useRecordEdit('meeting', meeting.id, texts.labels.meeting);
  const lines = (field: 'agenda' | 'attendees') => (
    <div>
      <h3>{fields[field]}</h3>
      <LinesField
        aria-label={`${fields[field]}: ${name}`}
        placeholder={meetingPlaceholders[field]}
        value={meeting[field]}
        onLines={(list) => edit.type({ [field]: list }, what(field))}
        onLeave={edit.leave}
      />
    </div>
  );
  const text = (field: 'opinions' | 'notes') => (
    <div>
      <h3>{fields[field]}</h3>
      <GrowingText
        lines={2}
        isQuiet
        aria-label={`${fields[field]}: ${name}`}
        placeholder={meetingPlaceholders[field]}
        value={meeting[field]}
        onText={(value) => edit.type({ [field]: value }, what(field))}
        onBlur={edit.leave}
      />
    </div>
  );
  return (
    <div className={styles.details}>
      <div>{lines('agenda')}</div>
      <div>
        {lines('attendees')}
        {text('opinions')}
        {text('notes')}
      </div>
    </div>
  );
}

/** A meeting. */
export const MeetingRow = memo(function MeetingRow(props: Props) {
  const { meeting, id, isChosen, isOpen, onChoose, onOpen, onRemove } = props;
  const edit = useRecordEdit('meeting', meeting.id, texts.labels.meeting);
  const name = meeting.title || meetingKinds[meeting.kind];
  const end = endOf(meeting);
  const minutes = (field: 'minutes' | 'actualMinutes') => (
    <span className={styles.minutes}>
      <MinutesField
        aria-label={fields[field]}
        placeholder="–"
        value={meeting[field]}
        onMinutes={(value) => edit.type({ [field]: value }, what(field))}
        onLeave={edit.leave}
      />
      <small>{texts.short[field]}</small>
    </span>
  );
  return (
    <article
      id={id}
      tabIndex={-1}
      aria-label={name}
      className={styles.meeting}
      data-chosen={isChosen || undefined}
      onFocusCapture={() => onChoose(meeting.id)}
    >
      <div className={styles.facts}>
        <button
          type="button"
          className={styles.toggle}
          aria-expanded={isOpen}
          aria-label={texts.details(name)}
          onClick={() => onOpen(meeting.id, !isOpen)}
        >
          <IconChevronRight size={14} aria-hidden />
        </button>
        <DayField aria-label={fields.on} value={meeting.on} onDay={(on) => edit.choose({ on }, what('on'))} />
        <TimeField
          aria-label={fields.startsAt}
          title={end === '' ? undefined : texts.until(end)}
          value={meeting.startsAt}
          onTime={(startsAt) => edit.choose({ startsAt }, what('startsAt'))}
        />
        {minutes('minutes')}
        {minutes('actualMinutes')}
        <NativeSelect
          aria-label={fields.kind}
          classNames={{ input: quietField }}
          data={optionsOf(meetingKinds)}
          value={meeting.kind}
          onChange={(event) => edit.choose({ kind: event.currentTarget.value as MeetingRecord['kind'] }, what('kind'))}
        />
        <LineField
          data-field="title"
          aria-label={fields.title}
          placeholder={meetingKinds[meeting.kind]}
          value={meeting.title}
          onText={(title) => edit.type({ title }, what('title'))}
          onLeave={edit.leave}
        />
        <ShortField
          aria-label={fields.place}
          placeholder={placeholders.place}
          value={meeting.place}
          onText={(place) => edit.type({ place }, what('place'))}
          onLeave={edit.leave}
        />
        <ActionIcon aria-label={texts.removeMeeting(name)} onClick={() => onRemove(meeting)}>
          <IconX size={14} aria-hidden />
        </ActionIcon>
      </div>
      {isOpen ? (
        <MeetingDetails meeting={meeting} name={name} />
      ) : (
        <p className={styles.summary}>
          {texts.summary(
            meeting.agenda.length,
            meeting.attendees.length,
            meeting.opinions !== '',
            meeting.notes !== '',
          )}
        </p>
      )}
    </article>
  );
});
