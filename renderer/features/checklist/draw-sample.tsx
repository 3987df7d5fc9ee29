// Drawing the items of a sample by a seed, from a pasted list or from the numbers of a population.
import { Button, TextInput } from '@mantine/core';
import { useId, useState } from 'react';
import type { SampleRecord } from '../../../shared/contract/records.ts';
import { drawItems, largestSample, readPopulation } from '../../../shared/domain/sampling.ts';
import type { RecordEdit } from '../../api/record-edit.ts';
import { useAuditSession } from '../../api/session-context.tsx';
import { GrowingText } from '../../parts/growing-text.tsx';
import styles from './samples.module.css';
import { texts } from './texts.ts';

/** Longest list that can be pasted, in characters. */
const longestList = 2_000_000;

/** A seed nobody chose. */
export function newSeed(): string {
  return String(crypto.getRandomValues(new Uint32Array(1))[0] ?? 0).padStart(10, '0');
}

interface Props {
  sample: SampleRecord;
  edit: RecordEdit<'sample'>;
  requirement: string;
}

/** Seed, list and the button that draws. */
export function DrawSample({ sample, edit, requirement }: Props) {
  const session = useAuditSession();
  const [list, setList] = useState('');
  const seedField = useId();
  const listField = useId();
  const { method, size, seed } = sample;
  if (method !== 'random' && method !== 'systematic') return null;
  const items = readPopulation(list);
  const total = items.length > 0 ? items.length : (sample.populationSize ?? 0);
  const count = Math.min(size ?? 0, total, largestSample);
  const isReady = count > 0 && seed !== '';
  const draw = () => {
    session.leaveField();
    const drawn = drawItems(method, { items, size: total }, count, seed);
    session.edit(
      'sample',
      sample.id,
      { items: drawn, size: drawn.length, populationSize: total },
      { label: texts.stepOfDraw(requirement) },
    );
  };
  return (
    <div className={styles.draw}>
      <div className={styles.field}>
        <label htmlFor={seedField}>{texts.seed}</label>
        <div className={styles.seed}>
          <TextInput
            id={seedField}
            size="xs"
            maxLength={200}
            value={seed}
            onChange={(event) => edit.type({ seed: event.currentTarget.value }, texts.seed)}
            onBlur={edit.leave}
          />
          <Button variant="subtle" size="compact-xs" onClick={() => edit.choose({ seed: newSeed() }, texts.seed)}>
            {texts.newSeed}
          </Button>
        </div>
      </div>
      <div className={styles.field}>
        <label htmlFor={listField}>{texts.drawFrom}</label>
        <div className={styles.list}>
          <GrowingText
            id={listField}
            lines={2}
            dir="auto"
            maxLength={longestList}
            value={list}
            placeholder={texts.drawHint}
            onText={setList}
          />
        </div>
      </div>
      <div className={styles.end}>
        <Button
          variant="default"
          size="compact-xs"
          aria-disabled={!isReady || undefined}
          data-off={!isReady || undefined}
          title={isReady ? texts.drawAgain : texts.drawNeeds}
          onClick={() => (isReady ? draw() : undefined)}
        >
          {texts.draw(count, total)}
        </Button>
        <span className={styles.hint}>{isReady ? texts.drawAgain : texts.drawNeeds}</span>
      </div>
    </div>
  );
}
