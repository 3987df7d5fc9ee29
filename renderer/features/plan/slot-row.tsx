// One slot of the plan. Every field is changed where it stands.
import { ActionIcon } from '@mantine/core';
import { IconCopy, IconX } from '@tabler/icons-react';
import { memo } from 'react';
import type { PlanSlotRecord } from '../../../shared/contract/records.ts';
import type { Catalogue } from '../../../shared/domain/catalogue.ts';
import { useRecordEdit } from '../../api/record-edit.ts';
import { DayField, LineField, MinutesField, TimeField } from './fields.tsx';
import { NamesField } from './names-field.tsx';
import type { PlanChoices, Separator } from './plan-choices.ts';
import { endOf } from './plan-view.ts';
import styles from './plan-table.module.css';
import { RequirementsField } from './requirements-field.tsx';
import { texts } from './texts.ts';

interface Props {
  slot: PlanSlotRecord;
  id: string;
  isChosen: boolean;
  catalogue: Catalogue;
  choices: PlanChoices;
  /** What does not fit, one sentence per line; empty where all does. */
  conflict: string;
  onChoose: (id: string) => void;
  onRemove: (slot: PlanSlotRecord) => void;
  onDuplicate: (slot: PlanSlotRecord) => void;
}

const { fields, placeholders } = texts;
const what = (field: keyof typeof fields) => fields[field].toLowerCase();

/** A row of the plan. */
export const SlotRow = memo(function SlotRow(props: Props) {
  const { slot, id, isChosen, catalogue, choices, conflict, onChoose, onRemove, onDuplicate } = props;
  const edit = useRecordEdit('planSlot', slot.id, texts.labels.slot);
  const name = slot.title || texts.untitledSlot;
  const end = endOf(slot);
  const names = (field: 'auditee' | 'auditor' | 'place', known: readonly string[], separator: Separator) => (
    <NamesField
      data-field={field}
      aria-label={texts.columns[field]}
      placeholder={placeholders[field]}
      value={slot[field]}
      choices={known}
      separator={separator}
      onText={(text) => edit.type({ [field]: text }, what(field))}
      onLeave={edit.leave}
    />
  );
  const { minutes: planned, actualMinutes } = slot;
  const difference = planned === null || actualMinutes === null ? 0 : actualMinutes - planned;
  const minutes = (field: 'minutes' | 'actualMinutes') => (
    <MinutesField
      data-field={field}
      aria-label={fields[field]}
      placeholder="–"
      value={slot[field]}
      onMinutes={(value) => edit.type({ [field]: value }, what(field))}
      onLeave={edit.leave}
    />
  );
  return (
    <tr
      id={id}
      tabIndex={-1}
      aria-label={name}
      aria-describedby={conflict === '' ? undefined : `${id}-conflict`}
      className={styles.row}
      data-chosen={isChosen || undefined}
      onFocus={() => onChoose(slot.id)}
    >
      <td data-column="on">
        <DayField aria-label={fields.on} value={slot.on} onDay={(on) => edit.choose({ on }, what('on'))} />
      </td>
      <td data-column="startsAt">
        <TimeField
          aria-label={fields.startsAt}
          title={end === '' ? undefined : texts.until(end)}
          value={slot.startsAt}
          onTime={(startsAt) => edit.choose({ startsAt }, what('startsAt'))}
        />
      </td>
      <td data-column="minutes">{minutes('minutes')}</td>
      <td data-column="actualMinutes">
        {minutes('actualMinutes')}
        {difference === 0 ? null : (
          <small className={styles.difference} title={texts.difference(difference)}>
            {texts.shortDifference(difference)}
          </small>
        )}
      </td>
      <td data-column="title">
        <LineField
          data-field="title"
          aria-label={texts.columns.title}
          placeholder={placeholders.title}
          value={slot.title}
          onText={(title) => edit.type({ title }, what('title'))}
          onLeave={edit.leave}
        />
        {conflict === '' ? null : (
          <ul id={`${id}-conflict`} className={styles.conflict}>
            {conflict.split('\n').map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        )}
      </td>
      <td data-column="requirements">
        <RequirementsField
          label={fields.requirements}
          value={slot.requirements}
          catalogue={catalogue}
          onRequirements={(requirements) => edit.choose({ requirements }, what('requirements'))}
        />
      </td>
      <td data-column="auditee">{names('auditee', choices.auditees, ',')}</td>
      <td data-column="auditor">{names('auditor', choices.auditors, ',')}</td>
      <td data-column="place">{names('place', choices.places, '')}</td>
      <td data-column="remove">
        <ActionIcon aria-label={texts.duplicateSlot(slot.title)} onClick={() => onDuplicate(slot)}>
          <IconCopy size={14} aria-hidden />
        </ActionIcon>
        <ActionIcon aria-label={texts.removeSlot(slot.title)} onClick={() => onRemove(slot)}>
          <IconX size={14} aria-hidden />
        </ActionIcon>
      </td>
    </tr>
  );
});
