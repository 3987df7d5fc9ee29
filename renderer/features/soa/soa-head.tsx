// The statement as a document: version, date, approver, where it came from, and what it comes to.
import { Button, TextInput } from '@mantine/core';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useMemo } from 'react';
import type { SoaRecord } from '../../../shared/contract/records.ts';
import { countAudit } from '../../../shared/domain/summary.ts';
import { hrefToRoom } from '../../api/addresses.ts';
import { useRecordEdit } from '../../api/record-edit.ts';
import { useAudit } from '../../api/session-context.tsx';
import { KeyCap } from '../../ui/key-cap.tsx';
import { Property, quietField } from '../../ui/property.tsx';
import styles from './room.module.css';
import { texts } from './texts.ts';

const quiet = { input: quietField };

/** The head of the room. */
export function SoaHead({ soa, onImport }: { soa: SoaRecord; onImport: () => void }) {
  const edit = useRecordEdit('soa', soa.id, texts.statement);
  const open = useAudit((state) => state.open);
  const catalogue = useAudit((state) => state.catalogue);
  const { controls } = useMemo(() => countAudit(catalogue, open), [catalogue, open]);
  const source = open.evidence.find(({ id }) => id === soa.sourceEvidence);
  const line = (field: 'version' | 'approver') => (
    <Property label={texts.about[field]}>
      {(id) => (
        <TextInput
          id={id}
          dir="auto"
          classNames={quiet}
          value={soa[field]}
          placeholder={texts.placeholders[field]}
          maxLength={2_000}
          onChange={(event) => edit.type({ [field]: event.currentTarget.value }, texts.fieldWords[field])}
          onBlur={edit.leave}
        />
      )}
    </Property>
  );
  return (
    <header className={styles.head}>
      <div className={styles.headTitle}>
        <div>
          <h1>{texts.room}</h1>
          <p className={styles.counts}>
            {[
              texts.counts.applicable(controls.applicable),
              texts.counts.excluded(controls.excluded),
              ...(controls.additional > 0 ? [texts.counts.additional(controls.additional)] : []),
            ].join(' · ')}
          </p>
        </div>
        <Button
          leftSection={<IconFileSpreadsheet size={15} aria-hidden />}
          rightSection={<KeyCap keys="i" />}
          variant="default"
          onClick={onImport}
        >
          {texts.import}
        </Button>
      </div>
      <div className={styles.about}>
        {line('version')}
        <Property label={texts.about.date}>
          {(id) => (
            <TextInput
              id={id}
              type="date"
              classNames={quiet}
              value={soa.date ?? ''}
              onChange={(event) => edit.choose({ date: event.currentTarget.value || null }, texts.fieldWords.date)}
            />
          )}
        </Property>
        {line('approver')}
        <div className={styles.source}>
          <span className={styles.sourceLabel}>{texts.about.source}</span>
          {source ? (
            <span>
              <a href={hrefToRoom(open.audit.ref, 'evidence', source.number)}>{source.number}</a> {source.originalName}
              {soa.sourceSheet === '' ? null : `, ${texts.sheet(soa.sourceSheet)}`}
            </span>
          ) : (
            <span>{texts.byHand}</span>
          )}
        </div>
      </div>
    </header>
  );
}
