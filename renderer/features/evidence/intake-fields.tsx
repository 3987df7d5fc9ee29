// What is said about all files of an intake at once.
import { NativeSelect, TextInput } from '@mantine/core';
import { useStore } from 'zustand';
import { confidentialityLevels, evidenceKinds, evidenceMethods } from '../../../shared/domain/vocabulary.ts';
import styles from './intake.module.css';
import type { Intake, IntakeFields } from './intake-store.ts';
import { optionsOf } from '../../ui/options.ts';
import { texts } from './texts.ts';

/** The fields that all files of the intake get. */
export function IntakeFieldsForm({ intake }: { intake: Intake }) {
  const fields = useStore(intake.store, (state) => state.fields);
  const isBusy = useStore(intake.store, (state) => state.phase !== 'choosing');
  const line = (field: 'source' | 'place') => (
    <TextInput
      label={texts.fields[field]}
      placeholder={texts.placeholders[field]}
      value={fields[field]}
      maxLength={2_000}
      onChange={(event) => intake.describe({ [field]: event.currentTarget.value })}
    />
  );
  return (
    <fieldset className={styles.fields} disabled={isBusy}>
      <legend>{texts.intake.fields}</legend>
      <NativeSelect
        label={texts.fields.method}
        data={optionsOf(evidenceMethods)}
        value={fields.method}
        onChange={(event) => intake.describe({ method: event.currentTarget.value as IntakeFields['method'] })}
      />
      <NativeSelect
        label={texts.fields.kind}
        data={[{ value: '', label: texts.intake.kindByType }, ...optionsOf(evidenceKinds)]}
        value={fields.kind}
        onChange={(event) => intake.describe({ kind: event.currentTarget.value })}
      />
      <NativeSelect
        label={texts.fields.confidentiality}
        data={optionsOf(confidentialityLevels)}
        value={fields.confidentiality}
        onChange={(event) =>
          intake.describe({ confidentiality: event.currentTarget.value as IntakeFields['confidentiality'] })
        }
      />
      {line('source')}
      {line('place')}
    </fieldset>
  );
}
