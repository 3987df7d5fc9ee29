// What is said about a piece of evidence, changed where it stands.
import { TextInput } from '@mantine/core';
import type { EvidenceRecord } from '../../../shared/contract/records.ts';
import { confidentialityLevels, evidenceKinds, evidenceMethods } from '../../../shared/domain/vocabulary.ts';
import { useRecordEdit } from '../../api/record-edit.ts';
import { GrowingText } from '../../parts/growing-text.tsx';
import { ChoiceProperty, LineProperty, TextProperty } from '../../parts/property-fields.tsx';
import { fieldToInstant, instantToField } from '../../ui/local-time.ts';
import { Property, PropertyList, quietField } from '../../ui/property.tsx';
import styles from './details.module.css';
import { texts } from './texts.ts';

const quiet = { input: quietField };
const choices: Record<'kind' | 'method' | 'confidentiality', Readonly<Record<string, string>>> = {
  kind: evidenceKinds,
  method: evidenceMethods,
  confidentiality: confidentialityLevels,
};

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
  const typed = (field: 'source' | 'place' | 'collectedBy' | 'permittedBy' | 'caption') => ({
    label: texts.fields[field],
    value: record[field],
    placeholder: texts.placeholders[field],
    onText: (value: string) => edit.type({ [field]: value }, texts.fields[field]),
    onLeave: edit.leave,
  });
  const choice = (field: keyof typeof choices) => (
    <ChoiceProperty
      label={texts.fields[field]}
      choices={choices[field]}
      value={record[field]}
      onChoose={(value) => edit.choose({ [field]: value }, texts.fields[field])}
    />
  );
  return (
    <PropertyList>
      {choice('kind')}
      {choice('method')}
      <LineProperty {...typed('source')} />
      <LineProperty {...typed('place')} />
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
      <LineProperty {...typed('collectedBy')} />
      <LineProperty {...typed('permittedBy')} />
      {choice('confidentiality')}
      <TextProperty {...typed('caption')} />
    </PropertyList>
  );
}
