// The first start: who is at work, then the sample audit or a new one.
import { Button, Progress, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import { goTo, goToRoom } from '../../api/addresses.ts';
import { useCommands } from '../../api/commands.ts';
import { useEngine, useWorkspace } from '../../api/engine-context.tsx';
import { useSampleMaking } from '../../api/sample-audit.ts';
import { FieldRow } from '../../ui/field-row.tsx';
import { KeyCap } from '../../ui/key-cap.tsx';
import styles from './audits.module.css';
import { texts } from './texts.ts';

/** What an empty workspace shows. */
export function FirstStart() {
  const { workspace } = useEngine();
  const settings = useWorkspace((state) => state.settings);
  const path = useWorkspace((state) => state.info.path);
  const [name, setName] = useState(settings.name);
  const [role, setRole] = useState(settings.role);
  const [error, setError] = useState<string>();
  const nameField = useRef<HTMLInputElement>(null);
  const { step, failure, make } = useSampleMaking(texts.makingSample);

  const keepPerson = async () => {
    if (name.trim() === '') {
      setError(texts.nameNeeded);
      nameField.current?.focus();
      return false;
    }
    await workspace.saveSettings({ name: name.trim(), role: role.trim() });
    return true;
  };
  const openSample = async () => {
    if (!(await keepPerson())) return;
    const ref = await make();
    if (ref !== undefined) goToRoom(ref, 'checklist');
  };
  const openNew = async () => {
    if (await keepPerson()) goTo({ place: 'new' });
  };
  useCommands({ 'list.new': () => void openNew() });

  return (
    <div className={styles.welcome}>
      <h1>{texts.welcome}</h1>
      <p className={styles.lead}>{texts.welcomeWords}</p>
      <section aria-label={texts.whoTitle} className={styles.who}>
        <FieldRow label={texts.name} error={error} hint={texts.whoWords}>
          {({ id, describedBy, isInvalid }) => (
            <TextInput
              ref={nameField}
              id={id}
              value={name}
              aria-describedby={describedBy}
              aria-invalid={isInvalid}
              onChange={(event) => setName(event.currentTarget.value)}
            />
          )}
        </FieldRow>
        <FieldRow label={texts.role}>
          {({ id }) => <TextInput id={id} value={role} onChange={(event) => setRole(event.currentTarget.value)} />}
        </FieldRow>
      </section>
      <div className={styles.choices}>
        <section>
          <Button disabled={step !== undefined} onClick={() => void openSample()}>
            {texts.openSample}
          </Button>
          <p>{texts.sampleWords}</p>
        </section>
        <section>
          <Button
            variant="default"
            disabled={step !== undefined}
            onClick={() => void openNew()}
            rightSection={<KeyCap keys="n" />}
          >
            {texts.firstAudit}
          </Button>
          <p>{texts.firstAuditWords}</p>
        </section>
      </div>
      <div role="status">
        {step === undefined ? null : (
          <div className={styles.making}>
            <Progress value={(100 * step.done) / Math.max(step.total, 1)} aria-label={texts.makingSample} />
            <p>{texts.sampleStep(step.label, step.done, step.total)}</p>
          </div>
        )}
        {failure === undefined ? null : <p className={styles.failure}>{texts.sampleFailed(failure)}</p>}
      </div>
      <p className={styles.faint}>{texts.workspaceAt(path)}</p>
    </div>
  );
}
