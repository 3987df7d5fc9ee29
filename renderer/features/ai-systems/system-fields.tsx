// What is said about an AI system, changed where it stands.
import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { AiSystemRecord } from '../../../shared/contract/records.ts';
import { impacts, lifecycleStages, systemRoles } from '../../../shared/domain/vocabulary.ts';
import { useRecordEdit } from '../../api/record-edit.ts';
import { GrowingText } from '../../parts/growing-text.tsx';
import { optionsOf } from '../../ui/options.ts';
import { Property, PropertyList, quietField } from '../../ui/property.tsx';
import styles from './details.module.css';
import { texts } from './texts.ts';

const quiet = { input: quietField };
const choices = { role: systemRoles, lifecycle: lifecycleStages, impact: impacts } as const;

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
  const text = (field: 'purpose' | 'samplingReason') => (
    <Property label={texts.fields[field]}>
      {(id) => (
        <GrowingText
          id={id}
          lines={1}
          isQuiet
          dir="auto"
          value={system[field]}
          placeholder={texts.placeholders[field]}
          onText={(value) => edit.type({ [field]: value }, texts.fields[field])}
          onBlur={edit.leave}
        />
      )}
    </Property>
  );
  const line = (field: 'owner' | 'supplier') => (
    <Property label={texts.fields[field]}>
      {(id) => (
        <TextInput
          id={id}
          dir="auto"
          classNames={quiet}
          value={system[field]}
          placeholder={texts.placeholders[field]}
          maxLength={2_000}
          onChange={(event) => edit.type({ [field]: event.currentTarget.value }, texts.fields[field])}
          onBlur={edit.leave}
        />
      )}
    </Property>
  );
  const choice = (field: keyof typeof choices) => (
    <Property label={texts.fields[field]}>
      {(id) => (
        <NativeSelect
          id={id}
          classNames={quiet}
          data={optionsOf(choices[field])}
          value={system[field]}
          onChange={(event) => edit.choose({ [field]: event.currentTarget.value }, texts.fields[field])}
        />
      )}
    </Property>
  );
  const flag = (field: 'inScope' | 'sampled') => (
    <Property label={texts.fields[field]}>
      {(id) => (
        <NativeSelect
          id={id}
          classNames={quiet}
          data={[
            { value: 'yes', label: texts.yes },
            { value: 'no', label: texts.no },
          ]}
          value={system[field] ? 'yes' : 'no'}
          onChange={(event) => edit.choose({ [field]: event.currentTarget.value === 'yes' }, texts.fields[field])}
        />
      )}
    </Property>
  );
  return (
    <PropertyList>
      {text('purpose')}
      {choice('role')}
      {choice('lifecycle')}
      {choice('impact')}
      {line('owner')}
      {line('supplier')}
      {flag('inScope')}
      {flag('sampled')}
      {text('samplingReason')}
    </PropertyList>
  );
}
