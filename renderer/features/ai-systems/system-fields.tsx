// What is said about an AI system, changed where it stands.
import { useState } from 'react';
import type { AiSystemRecord } from '../../../shared/contract/records.ts';
import { impacts, lifecycleStages, systemRoles } from '../../../shared/domain/vocabulary.ts';
import { useRecordEdit } from '../../api/record-edit.ts';
import { GrowingText } from '../../parts/growing-text.tsx';
import { ChoiceProperty, LineProperty, TextProperty } from '../../parts/property-fields.tsx';
import { PropertyList } from '../../ui/property.tsx';
import styles from './details.module.css';
import { texts } from './texts.ts';

const choices: Record<'role' | 'lifecycle' | 'impact', Readonly<Record<string, string>>> = {
  role: systemRoles,
  lifecycle: lifecycleStages,
  impact: impacts,
};

/** The name, as the heading. It is never stored empty: an emptied one comes back when the field is left. */
export function SystemHeading({ system }: { system: AiSystemRecord }) {
  const edit = useRecordEdit('aiSystem', system.id, system.name);
  const [emptied, setEmptied] = useState(false);
  return (
    <header className={styles.heading}>
      <GrowingText
        aria-label={texts.fields.name}
        lines={1}
        isQuiet
        dir="auto"
        value={emptied ? '' : system.name}
        maxLength={300}
        onText={(typed) => {
          const name = typed.replaceAll('\n', ' ');
          setEmptied(name.trim() === '');
          if (name.trim() !== '') edit.type({ name }, texts.nameWord);
        }}
        onBlur={() => {
          setEmptied(false);
          edit.leave();
        }}
      />
    </header>
  );
}

/** All other fields, as properties. */
export function SystemFields({ system }: { system: AiSystemRecord }) {
  const edit = useRecordEdit('aiSystem', system.id, system.name);
  const typed = (field: 'purpose' | 'samplingReason' | 'owner' | 'supplier') => ({
    label: texts.fields[field],
    value: system[field],
    placeholder: texts.placeholders[field],
    onText: (value: string) => edit.type({ [field]: value }, texts.fields[field]),
    onLeave: edit.leave,
  });
  const choice = (field: keyof typeof choices) => (
    <ChoiceProperty
      label={texts.fields[field]}
      choices={choices[field]}
      value={system[field]}
      onChoose={(value) => edit.choose({ [field]: value }, texts.fields[field])}
    />
  );
  const flag = (field: 'inScope' | 'sampled') => (
    <ChoiceProperty
      label={texts.fields[field]}
      choices={{ yes: texts.yes, no: texts.no }}
      value={system[field] ? 'yes' : 'no'}
      onChoose={(value) => edit.choose({ [field]: value === 'yes' }, texts.fields[field])}
    />
  );
  return (
    <PropertyList>
      <TextProperty {...typed('purpose')} />
      {choice('role')}
      {choice('lifecycle')}
      {choice('impact')}
      <LineProperty {...typed('owner')} />
      <LineProperty {...typed('supplier')} />
      {flag('inScope')}
      {flag('sampled')}
      <TextProperty {...typed('samplingReason')} />
    </PropertyList>
  );
}
