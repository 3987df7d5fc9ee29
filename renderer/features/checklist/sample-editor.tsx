// One sample being written: what it was taken from, how many, how chosen, which, and what was not as it should be.
import { Button, NativeSelect, NumberInput, TextInput } from '@mantine/core';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import type { SampleRecord } from '../../../shared/contract/records.ts';
import { largestSample } from '../../../shared/domain/sampling.ts';
import { exceptionCount } from '../../../shared/domain/samples.ts';
import { keysOf, sampleMethods } from '../../../shared/domain/vocabulary.ts';
import { type RecordEdit, useRecordEdit } from '../../api/record-edit.ts';
import { GrowingText } from '../../parts/growing-text.tsx';
import { DrawSample, newSeed } from './draw-sample.tsx';
import styles from './samples.module.css';
import { texts } from './texts.ts';

interface FieldProps {
  label: string;
  isWide?: boolean;
  children: (id: string) => ReactNode;
}

function Field({ label, isWide = false, children }: FieldProps) {
  const id = useId();
  return (
    <div className={styles.field} data-wide={isWide || undefined}>
      <label htmlFor={id}>{label}</label>
      {children(id)}
    </div>
  );
}

interface CountProps {
  id: string;
  value: number | null;
  most: number;
  onCount: (count: number | null) => void;
  onLeave: () => void;
}

function Count({ id, value, most, onCount, onLeave }: CountProps) {
  return (
    <NumberInput
      id={id}
      size="xs"
      hideControls
      allowDecimal={false}
      allowNegative={false}
      min={0}
      max={most}
      clampBehavior="strict"
      value={value ?? ''}
      onChange={(count) => onCount(typeof count === 'number' ? count : null)}
      onBlur={onLeave}
    />
  );
}

/** Items as lines. What is typed stays as it is until the field is left. */
function Items({ id, sample, edit }: { id: string; sample: SampleRecord; edit: RecordEdit<'sample'> }) {
  const [typed, setTyped] = useState<string>();
  const read = (text: string) =>
    text
      .split('\n')
      .flatMap((line) => line.trim() || [])
      .slice(0, largestSample);
  return (
    <GrowingText
      id={id}
      lines={1}
      value={typed ?? sample.items.join('\n')}
      placeholder={texts.itemsHint}
      dir="auto"
      onText={(text) => {
        setTyped(text);
        edit.type({ items: read(text) }, texts.items);
      }}
      onBlur={() => {
        setTyped(undefined);
        edit.leave();
      }}
    />
  );
}

interface Props {
  sample: SampleRecord;
  place: number;
  requirement: string;
  onClose: () => void;
  onRemove: () => void;
}

/** The editor of a sample. Esc leaves a field; Done closes the editor. */
export function SampleEditor({ sample, place, requirement, onClose, onRemove }: Props) {
  const edit = useRecordEdit('sample', sample.id, `the sample on ${requirement}`);
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
  const isDrawn = sample.method === 'random' || sample.method === 'systematic';
  return (
    <fieldset className={styles.editor}>
      <legend>
        {texts.sample(place)}
        <span className={styles.exceptions}>{exceptionCount(sample)}</span>
      </legend>
      <div className={styles.grid}>
        <Field label={texts.sampleSize}>
          {(id) => (
            <Count
              id={id}
              value={sample.size}
              most={1_000_000_000}
              onCount={(size) => edit.type({ size }, texts.sampleSize)}
              onLeave={edit.leave}
            />
          )}
        </Field>
        <Field label={texts.populationSize}>
          {(id) => (
            <Count
              id={id}
              value={sample.populationSize}
              most={1_000_000_000}
              onCount={(populationSize) => edit.type({ populationSize }, texts.populationSize)}
              onLeave={edit.leave}
            />
          )}
        </Field>
        <Field label={texts.population} isWide>
          {(id) => (
            <TextInput
              id={id}
              ref={first}
              size="xs"
              dir="auto"
              maxLength={2_000}
              value={sample.population}
              placeholder={texts.populationHint}
              onChange={(event) => edit.type({ population: event.currentTarget.value }, texts.population)}
              onBlur={edit.leave}
            />
          )}
        </Field>
        <Field label={texts.method}>
          {(id) => (
            <NativeSelect
              id={id}
              size="xs"
              value={sample.method}
              data={keysOf(sampleMethods).map((value) => ({ value, label: sampleMethods[value] }))}
              onChange={(event) => {
                const method = event.currentTarget.value as keyof typeof sampleMethods;
                const isToDraw = method === 'random' || method === 'systematic';
                const seed = isToDraw && sample.seed === '' ? { seed: newSeed() } : {};
                edit.choose({ method, ...seed }, texts.method);
              }}
            />
          )}
        </Field>
        <Field label={texts.source} isWide>
          {(id) => (
            <TextInput
              id={id}
              size="xs"
              dir="auto"
              maxLength={2_000}
              value={sample.source}
              placeholder={texts.sourceHint}
              onChange={(event) => edit.type({ source: event.currentTarget.value }, texts.source)}
              onBlur={edit.leave}
            />
          )}
        </Field>
      </div>
      {isDrawn ? <DrawSample sample={sample} edit={edit} requirement={requirement} /> : null}
      <Field label={texts.items}>{(id) => <Items id={id} sample={sample} edit={edit} />}</Field>
      <Field label={texts.exceptions}>
        {(id) => (
          <GrowingText
            id={id}
            lines={2}
            dir="auto"
            value={sample.exceptions}
            placeholder={texts.exceptionsHint}
            onText={(exceptions) => edit.type({ exceptions }, texts.exceptions)}
            onBlur={edit.leave}
          />
        )}
      </Field>
      <div className={styles.end}>
        <Button variant="default" size="compact-xs" onClick={onClose}>
          {texts.closeSample}
        </Button>
        <Button variant="subtle" size="compact-xs" onClick={onRemove}>
          {texts.removeSample}
        </Button>
      </div>
    </fieldset>
  );
}
