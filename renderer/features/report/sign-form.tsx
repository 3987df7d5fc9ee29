// Signing: name, role, for whom, and the drawing or the typed name.
import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { useEffect, useId, useRef, useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { isSamePerson } from '../../../shared/domain/gate/people.ts';
import { signatureSides, teamRoles } from '../../../shared/domain/vocabulary.ts';
import { useAppActions } from '../../api/app-actions.tsx';
import { useCommands } from '../../api/commands.ts';
import { useWorkspace } from '../../api/engine-context.tsx';
import { useAudit, useAuditSession } from '../../api/session-context.tsx';
import { FieldRow, GroupRow } from '../../ui/field-row.tsx';
import { optionsOf } from '../../ui/options.ts';
import { issueTexts as texts } from './issue-texts.ts';
import styles from './sign-off.module.css';
import { SignaturePad } from './signature-pad.tsx';

type Side = keyof typeof signatureSides;

/** What the form begins with for the person at work. */
function useSigner(): { name: string; role: string; side: Side } {
  const settings = useWorkspace((state) => state.settings);
  const reviewer = useAudit((state) => state.open.audit.reviewer);
  const team = useAudit((state) => state.open.team);
  const { name } = settings;
  const member = team.find((one) => isSamePerson(one.name, name));
  if (member) return { name, role: teamRoles[member.role], side: 'team' };
  return isSamePerson(reviewer, name)
    ? { name, role: texts.reviewer, side: 'reviewer' }
    : { name, role: settings.role, side: 'team' };
}

/** The form; `onDone` once it is signed or given up. */
export function SignForm({ onDone }: { onDone: () => void }) {
  const session = useAuditSession();
  const { say } = useAppActions();
  const signer = useSigner();
  const [name, setName] = useState(signer.name);
  const [role, setRole] = useState(signer.role);
  const [side, setSide] = useState<Side>(signer.side);
  const [path, setPath] = useState('');
  const [isBusy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const sideLabel = useId();
  useEffect(() => form.current?.querySelector('input')?.focus(), []);

  const sign = async () => {
    if (isBusy || name.trim() === '') return;
    setBusy(true);
    try {
      const fields = { name, role, side, drawing: path };
      await session.run('signatures.create', { id: uuidv7(), fields }, texts.signStep);
      onDone();
    } catch (error) {
      setBusy(false);
      say(error instanceof Error ? error.message : String(error), { isAlarm: true });
    }
  };
  useCommands({ 'app.back': onDone, 'app.submit': () => void sign() });
  return (
    <form
      ref={form}
      className={styles.form}
      aria-label={texts.sign}
      onSubmit={(event) => {
        event.preventDefault();
        void sign();
      }}
    >
      <FieldRow label={texts.name} isRequired>
        {({ id }) => (
          <TextInput id={id} value={name} maxLength={300} onChange={(event) => setName(event.currentTarget.value)} />
        )}
      </FieldRow>
      <FieldRow label={texts.role}>
        {({ id }) => (
          <TextInput id={id} value={role} maxLength={2_000} onChange={(event) => setRole(event.currentTarget.value)} />
        )}
      </FieldRow>
      <GroupRow label={texts.side}>
        <SegmentedControl
          size="xs"
          aria-labelledby={sideLabel}
          data={optionsOf(signatureSides)}
          value={side}
          onChange={(chosen) => setSide(chosen as Side)}
        />
        <span id={sideLabel} className="visually-hidden">
          {texts.side}
        </span>
      </GroupRow>
      <GroupRow label={texts.drawing} hint={texts.drawingWords}>
        <SignaturePad path={path} onPath={setPath} />
      </GroupRow>
      <div className={styles.buttons}>
        <Button type="submit" disabled={isBusy || name.trim() === ''}>
          {texts.keepSignature}
        </Button>
        <Button variant="default" disabled={path === ''} onClick={() => setPath('')}>
          {texts.clear}
        </Button>
        <Button variant="default" onClick={onDone}>
          {texts.cancel}
        </Button>
      </div>
    </form>
  );
}
