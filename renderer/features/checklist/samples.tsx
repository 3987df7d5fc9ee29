// The samples under a question: one line each, and an editor for the one that is open.
import { useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import type { ChecklistItemRecord, SampleRecord } from '../../../shared/contract/records.ts';
import { exceptionCount, sampleExtent } from '../../../shared/domain/samples.ts';
import { sampleMethods } from '../../../shared/domain/vocabulary.ts';
import { useAppActions } from '../../api/app-actions.tsx';
import { useCommands } from '../../api/commands.ts';
import { useAudit, useAuditSession } from '../../api/session-context.tsx';
import { KeyButton } from '../../ui/key-button.tsx';
import { samplesOf } from './draft-finding.ts';
import { SampleEditor } from './sample-editor.tsx';
import styles from './samples.module.css';
import { texts } from './texts.ts';

function SampleLine({ sample, place, onOpen }: { sample: SampleRecord; place: number; onOpen: () => void }) {
  const exceptions = exceptionCount(sample);
  return (
    <button
      type="button"
      className={styles.line}
      aria-label={`${texts.sample(place)}: ${sampleExtent(sample) || texts.emptySample}`}
      onClick={onOpen}
    >
      <span dir="auto">{sampleExtent(sample) || texts.emptySample}</span>
      <span className={styles.how}>
        {[
          sampleMethods[sample.method].toLowerCase(),
          sample.seed === '' ? '' : `${texts.seed.toLowerCase()} ${sample.seed}`,
        ]
          .filter(Boolean)
          .join(', ')}
      </span>
      {exceptions === '' ? null : <span className={styles.exceptions}>{exceptions}</span>}
    </button>
  );
}

/** The samples of the open question. Registers the key that adds one. */
export function Samples({ item }: { item: ChecklistItemRecord }) {
  const session = useAuditSession();
  const { say } = useAppActions();
  const all = useAudit((state) => state.open.samples);
  const [open, setOpen] = useState<string>();
  const samples = samplesOf(all, item.id);

  const attempt = async (work: () => Promise<unknown>) => {
    try {
      await work();
    } catch (error) {
      say(error instanceof Error ? error.message : String(error), { isAlarm: true });
    }
  };
  const add = () =>
    attempt(async () => {
      const id = uuidv7();
      const position = Math.max(-1, ...samples.map((sample) => sample.position)) + 1;
      await session.run(
        'samples.create',
        { id, fields: { item: item.id, position } },
        texts.stepOfSampleAdd(item.requirement),
      );
      setOpen(id);
    });
  const remove = (id: string) =>
    attempt(async () => {
      session.leaveField();
      await session.run('samples.remove', { sample: id }, texts.stepOfSampleRemove(item.requirement));
      say(texts.sampleRemoved, { undo: true });
    });
  useCommands({ 'checklist.sample': () => void add() });
  return (
    <div className={styles.samples} role="group" aria-label={texts.samples}>
      {samples.map((sample, place) =>
        sample.id === open ? (
          <SampleEditor
            key={sample.id}
            sample={sample}
            place={place + 1}
            requirement={item.requirement}
            onClose={() => setOpen(undefined)}
            onRemove={() => void remove(sample.id)}
          />
        ) : (
          <SampleLine key={sample.id} sample={sample} place={place + 1} onOpen={() => setOpen(sample.id)} />
        ),
      )}
      <KeyButton keys="s" onUse={() => void add()}>
        {texts.addSample}
      </KeyButton>
    </div>
  );
}
