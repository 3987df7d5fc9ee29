// One slot of the plan. Every field is changed where it stands.
import { ActionIcon, Autocomplete } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { memo } from 'react';
import type { PlanSlotRecord } from '../../../shared/contract/records.ts';
import type { Catalogue } from '../../../shared/domain/catalogue.ts';
import { useRecordEdit } from '../../api/record-edit.ts';
import { quietField } from '../../ui/property.tsx';
import { DayField, leaveOnEnter, LineField, MinutesField, ShortField, TimeField } from './fields.tsx';
import { endOf } from './plan-view.ts';
import styles from './plan-table.module.css';
import { RequirementsField } from './requirements-field.tsx';
import { texts } from './texts.ts';

interface Props {
  slot: PlanSlotRecord;
  id: string;
  isChosen: boolean;
  catalogue: Catalogue;
  /** Who may be the auditor: the names of the team. */
  team: readonly string[];
  onChoose: (id: string) => void;
  onRemove: (slot: PlanSlotRecord) => void;
}

const quiet = { input: quietField };
const { fields, placeholders } = texts;
const what = (field: keyof typeof fields) => fields[field].toLowerCase();

/** A row of the plan. */
export const SlotRow = memo(function SlotRow({ slot, id, isChosen, catalogue, team, onChoose, onRemove }: Props) {
  const edit = useRecordEdit('planSlot', slot.id, texts.labels.slot);
  const name = slot.title || texts.untitledSlot;
  const end = endOf(slot);
  const line = (field: 'title' | 'auditee') => (
    <LineField
      data-field={field}
      aria-label={texts.columns[field]}
      placeholder={placeholders[field]}
      value={slot[field]}
      onText={(text) => edit.type({ [field]: text }, what(field))}
      onLeave={edit.leave}
    />
  );
  const minutes = (field: 'minutes' | 'actualMinutes') => (
    <MinutesField
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
      <td data-column="actualMinutes">{minutes('actualMinutes')}</td>
      <td data-column="title">{line('title')}</td>
      <td data-column="requirements">
        <RequirementsField
          label={fields.requirements}
          value={slot.requirements}
          catalogue={catalogue}
          onRequirements={(requirements) => edit.choose({ requirements }, what('requirements'))}
        />
      </td>
      <td data-column="auditee">{line('auditee')}</td>
      <td data-column="auditor">
        <Autocomplete
          aria-label={fields.auditor}
          classNames={quiet}
          placeholder={placeholders.auditor}
          title={slot.auditor}
          value={slot.auditor}
          data={[...team]}
          comboboxProps={{ width: 220, position: 'bottom-start' }}
          maxLength={2_000}
          onChange={(auditor) => {
            if (auditor !== slot.auditor) edit.type({ auditor }, what('auditor'));
          }}
          onBlur={edit.leave}
          onKeyDown={(event) => {
            if (event.currentTarget.getAttribute('aria-expanded') !== 'true') leaveOnEnter(event);
          }}
        />
      </td>
      <td data-column="place">
        <ShortField
          aria-label={fields.place}
          placeholder={placeholders.place}
          value={slot.place}
          onText={(place) => edit.type({ place }, what('place'))}
          onLeave={edit.leave}
        />
      </td>
      <td data-column="remove">
        <ActionIcon aria-label={texts.removeSlot(slot.title)} onClick={() => onRemove(slot)}>
          <IconX size={14} aria-hidden />
        </ActionIcon>
      </td>
    </tr>
  );
});
