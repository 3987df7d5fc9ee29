// What is said about a piece of evidence, changed where it stands.
import { NativeSelect, TextInput } from '@mantine/core';
import type { EvidenceRecord } from '../../../shared/contract/records.ts';
import { confidentialityLevels, evidenceKinds, evidenceMethods } from '../../../shared/domain/vocabulary.ts';
import { useRecordEdit } from '../../api/record-edit.ts';
import { GrowingText } from '../../parts/growing-text.tsx';
import { fieldToInstant, instantToField } from '../../ui/local-time.ts';
import { optionsOf } from '../../ui/options.ts';
import { Property, PropertyList, quietField } from '../../ui/property.tsx';
import styles from './details.module.css';
import { texts } from './texts.ts';

const quiet = { input: quietField };
const choices = { kind: evidenceKinds, method: evidenceMethods, confidentiality: confidentialityLevels } as const;

/** Number and title, as the heading of the details. */
export function EvidenceHeading({ record }: { record: EvidenceRecord }) {
  const edit = useRecordEdit('evidence', record.id, record.number);
  return (
    <header className={styles.heading}>
      <span className={styles.number}>{record.number}</span>
      <GrowingText
        aria-label={texts.title}
        lines={1}
        isQuiet
        value={record.title}
        placeholder={texts.untitled}
        maxLength={2_000}
        onText={(title) => edit.type({ title: title.replaceAll('\n', ' ') }, texts.fields.title)}
        onBlur={edit.leave}
      />
    </header>
  );
}

/** The other fields, as properties. */
export function EvidenceFields({ record }: { record: EvidenceRecord }) {
  const edit = useRecordEdit('evidence', record.id, record.number);
  const line = (field: 'source' | 'place' | 'collectedBy' | 'permittedBy') => (
    <Property label={texts.fields[field]}>
      {(id) => (
        <TextInput
          id={id}
          classNames={quiet}
          value={record[field]}
          placeholder={texts.placeholders[field]}
          maxLength={2_000}
          onChange={(event) => edit.type({ [field]: event.currentTarget.value }, texts.fields[field])}
          onBlur={edit.leave}
        />
      )}
    </Property>
  );
  const choice = (field: 'kind' | 'method' | 'confidentiality') => (
    <Property label={texts.fields[field]}>
      {(id) => (
        <NativeSelect
          id={id}
          classNames={quiet}
          data={optionsOf(choices[field])}
          value={record[field]}
          onChange={(event) => edit.choose({ [field]: event.currentTarget.value }, texts.fields[field])}
        />
      )}
    </Property>
  );
  return (
    <PropertyList>
      {choice('kind')}
      {choice('method')}
      {line('source')}
      {line('place')}
      <Property label={texts.fields.collectedAt}>
        {(id) => (
          <TextInput
            id={id}
            type="datetime-local"
            classNames={quiet}
            value={instantToField(record.collectedAt)}
            onChange={(event) =>
              edit.choose({ collectedAt: fieldToInstant(event.currentTarget.value) }, texts.fields.collectedAt)
            }
          />
        )}
      </Property>
      {line('collectedBy')}
      {line('permittedBy')}
      {choice('confidentiality')}
      <Property label={texts.fields.caption}>
        {(id) => (
          <GrowingText
            id={id}
            lines={1}
            isQuiet
            value={record.caption}
            placeholder={texts.placeholders.caption}
            onText={(caption) => edit.type({ caption }, texts.fields.caption)}
            onBlur={edit.leave}
          />
        )}
      </Property>
    </PropertyList>
  );
}
