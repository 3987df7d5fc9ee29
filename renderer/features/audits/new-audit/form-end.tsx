// The end of the form, always in view: what results, and the buttons.
import { Button } from '@mantine/core';
import { KeyCap } from '../../../ui/key-cap.tsx';
import { useSlow } from '../../../ui/use-slow.ts';
import type { AuditDraft } from './audit-draft.ts';
import type { Cut } from './cut-draft.ts';
import styles from './form-end.module.css';
import { texts } from './texts.ts';
import type { Offers } from './use-offers.ts';
import { WhatResults } from './what-results.tsx';

interface Props {
  draft: AuditDraft;
  offers: Offers;
  cut: Cut | undefined;
  isCreating: boolean;
  failure: string | undefined;
  onChange: (part: Partial<AuditDraft>) => void;
  onCancel: () => void;
}

function ReadingState({ offers }: { offers: Offers }) {
  const isSlow = useSlow(offers.isReading, 300);
  if (offers.failure !== undefined) {
    return (
      <p className={styles.failure} role="alert">
        {texts.notRead(offers.failure)}{' '}
        <Button variant="default" size="compact-xs" onClick={offers.readAgain}>
          {texts.readAgain}
        </Button>
      </p>
    );
  }
  return <p role="status">{offers.isReading ? (isSlow ? texts.reading : '') : texts.noCatalogue}</p>;
}

/** Sticks to the lower edge. */
export function FormEnd({ draft, offers, cut, isCreating, failure, onChange, onCancel }: Props) {
  const { row, catalogue } = offers;
  const isSlow = useSlow(isCreating, 300);
  return (
    <div className={styles.end}>
      {row && catalogue && cut ? (
        <WhatResults draft={draft} row={row} catalogue={catalogue} cut={cut} onChange={onChange} />
      ) : (
        <ReadingState offers={offers} />
      )}
      <div className={styles.buttons}>
        <Button variant="default" onClick={onCancel}>
          {texts.cancel}
        </Button>
        <Button type="submit" loading={isSlow} rightSection={<KeyCap keys="Ctrl ↵" />}>
          {texts.create}
        </Button>
      </div>
      <div role="alert" className={styles.alert}>
        {failure === undefined ? null : <p className={styles.failure}>{failure}</p>}
      </div>
    </div>
  );
}
