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
import { DayField, LineField, LinesField, MinutesField, TimeField } from './fields.tsx';
import styles from './meetings.module.css';
import { NameLinesField, NamesField } from './names-field.tsx';
import type { PlanChoices } from './plan-choices.ts';
import { endOf } from './plan-view.ts';
import { texts } from './texts.ts';

interface Props {
  meeting: MeetingRecord;
  id: string;
  isChosen: boolean;
  isOpen: boolean;
  choices: PlanChoices;
  /** What does not fit, one sentence per line; empty where all does. */
  conflict: string;
  /** The agenda that is proposed for a meeting of this kind. */
  proposal: readonly string[];
  onChoose: (id: string) => void;
  onOpen: (id: string, isOpen: boolean) => void;
  onRemove: (meeting: MeetingRecord) => void;
}

const { fields, placeholders, meetingPlaceholders } = texts;
const what = (field: keyof typeof fields) => fields[field].toLowerCase();

function MeetingDetails({
  meeting,
  name,
  choices,
  proposal,
}: Pick<Props, 'meeting' | 'choices' | 'proposal'> & { name: string }) {
  const edit = useRecordEdit('meeting', meeting.id, texts.labels.meeting);
  const text = (field: 'opinions' | 'notes') => (
    <div>
      <h3>{fields[field]}</h3>
      <GrowingText
        lines={2}
        isQuiet
        dir="auto"
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
      <div>
        <div>
          <h3>{fields.agenda}</h3>
          <LinesField
            dir="auto"
            aria-label={`${fields.agenda}: ${name}`}
            placeholder={meetingPlaceholders.agenda}
            value={meeting.agenda}
            onLines={(agenda) => edit.type({ agenda }, what('agenda'))}
            onLeave={edit.leave}
          />
          {meeting.agenda.length === 0 && proposal.length > 0 ? (
            <button
              type="button"
              className={styles.proposal}
              onClick={() => edit.choose({ agenda: [...proposal] }, what('agenda'))}
            >
              {texts.proposal(proposal.length)}
            </button>
          ) : null}
        </div>
      </div>
      <div>
        <div>
          <h3>{fields.attendees}</h3>
          <NameLinesField
            aria-label={`${fields.attendees}: ${name}`}
            placeholder={meetingPlaceholders.attendees}
            value={meeting.attendees}
            choices={choices.attendees}
            onLines={(attendees) => edit.type({ attendees }, what('attendees'))}
            onLeave={edit.leave}
          />
        </div>
        <div>
          {text('opinions')}
          {meeting.opinions.trim() === '' ? null : <p className={styles.hint}>{texts.opinionsGoTo}</p>}
        </div>
        {text('notes')}
      </div>
    </div>
  );
}

/** A meeting. */
export const MeetingRow = memo(function MeetingRow(props: Props) {
  const { meeting, id, isChosen, isOpen, choices, conflict, proposal, onChoose, onOpen, onRemove } = props;
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
        <NamesField
          aria-label={fields.place}
          placeholder={placeholders.place}
          value={meeting.place}
          choices={choices.places}
          separator=""
          onText={(place) => edit.type({ place }, what('place'))}
          onLeave={edit.leave}
        />
        <ActionIcon aria-label={texts.removeMeeting(name)} onClick={() => onRemove(meeting)}>
          <IconX size={14} aria-hidden />
        </ActionIcon>
      </div>
      {conflict === '' ? null : (
        <ul className={styles.conflict}>
          {conflict.split('\n').map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
      {isOpen ? (
        <MeetingDetails meeting={meeting} name={name} choices={choices} proposal={proposal} />
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
