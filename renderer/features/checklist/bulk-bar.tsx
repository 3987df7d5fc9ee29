// What can be done to all marked questions at once. It stands under them while there are marks.
import { Button, TagsInput, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { verdicts } from '../../../shared/domain/vocabulary.ts';
import { useAuditSession } from '../../api/session-context.tsx';
import { VerdictChip } from '../../parts/verdict-chip.tsx';
import { KeyCap } from '../../ui/key-cap.tsx';
import styles from './bulk-bar.module.css';
import { peopleToOffer } from './people.ts';
import { texts } from './texts.ts';
import type { ChecklistMarks } from './use-marks.ts';
import { verdictKeys } from './verdict-keys.ts';

function People({ marks }: { marks: ChecklistMarks }) {
  const { store } = useAuditSession();
  const [offered, setOffered] = useState<string[]>([]);
  const [people, setPeople] = useState<string[]>([]);
  return (
    <TagsInput
      size="xs"
      className={styles.people ?? ''}
      value={people}
      data={offered}
      limit={7}
      splitChars={[',', ';']}
      aria-label={texts.addPeople}
      placeholder={people.length === 0 ? texts.addPeopleHint : ''}
      onFocus={() => setOffered(peopleToOffer(store.getState().open, []))}
      onChange={setPeople}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.currentTarget.value !== '' || people.length === 0) return;
        event.preventDefault();
        setPeople([]);
        void marks.addPeople(people);
      }}
    />
  );
}

function Reason({ marks }: { marks: ChecklistMarks }) {
  const [reason, setReason] = useState('');
  return (
    <TextInput
      size="xs"
      className={styles.reason ?? ''}
      value={reason}
      maxLength={2_000}
      aria-label={texts.reason}
      placeholder={texts.reasonAll}
      onChange={(event) => setReason(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.nativeEvent.isComposing || reason.trim() === '') return;
        event.preventDefault();
        setReason('');
        void marks.explain(reason.trim());
      }}
    />
  );
}

interface Props {
  marks: ChecklistMarks;
  onFinding: () => void;
}

/** The bar of marked questions. */
export function BulkBar({ marks, onFinding }: Props) {
  const { ids, marked, shown, said } = marks;
  if (ids.length === 0) return null;
  const requirements = new Set(marked.map(({ item }) => item.requirement)).size;
  const isReasonWanted = marked.every(({ item }) => item.verdict === 'not-audited');
  return (
    <section className={styles.bar} aria-label={texts.markedBar}>
      <div className={styles.line}>
        <strong>{texts.marked(ids.length, requirements)}</strong>
        <span role="status" className={styles.said}>
          {said}
        </span>
        {ids.length < shown ? (
          <button type="button" className={styles.link} onClick={marks.all}>
            {texts.markAll(shown)}
          </button>
        ) : null}
        <button
          type="button"
          className={styles.close}
          aria-label={texts.unmark}
          title={`${texts.unmark}  Esc`}
          onClick={marks.none}
        >
          <IconX size={14} aria-hidden />
        </button>
      </div>
      <div className={styles.line}>
        <div className={styles.verdicts} role="group" aria-label={texts.answerAll}>
          {Object.entries(verdictKeys).map(([digit, verdict]) => (
            <button key={verdict} type="button" title={verdicts[verdict]} onClick={() => void marks.answer(verdict)}>
              <VerdictChip verdict={verdict} sign={digit} size="small" isDecoration />
              <span className="visually-hidden">{verdicts[verdict]}</span>
            </button>
          ))}
          <button type="button" onClick={() => void marks.answer('not-started')}>
            {texts.clearAnswers} <KeyCap keys="0" />
          </button>
        </div>
        <Button variant="subtle" size="compact-xs" rightSection={<KeyCap keys="p" />} onClick={() => void marks.park()}>
          {marked.every(({ item }) => item.parked) ? texts.unparkAll : texts.parkAll}
        </Button>
        <Button variant="subtle" size="compact-xs" rightSection={<KeyCap keys="f" />} onClick={onFinding}>
          {texts.findingAll}
        </Button>
        <People marks={marks} />
        {isReasonWanted ? <Reason marks={marks} /> : null}
      </div>
    </section>
  );
}
