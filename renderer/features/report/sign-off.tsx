// Who has signed the version that is being made, and the form that signs it.
import { ActionIcon, Button } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import type { SignatureRecord } from '../../../shared/contract/records.ts';
import { isIssued } from '../../../shared/domain/issue-lock.ts';
import { newestIssue, nextVersion } from '../../../shared/domain/report-issues.ts';
import { signatureSides } from '../../../shared/domain/vocabulary.ts';
import { useAppActions } from '../../api/app-actions.tsx';
import { useCommands } from '../../api/commands.ts';
import { useAudit, useAuditSession } from '../../api/session-context.tsx';
import { formatInstant } from '../../ui/format.ts';
import { KeyCap } from '../../ui/key-cap.tsx';
import { issueTexts as texts } from './issue-texts.ts';
import room from './room.module.css';
import styles from './sign-off.module.css';
import { SignForm } from './sign-form.tsx';
import { SignaturePicture } from './signature-pad.tsx';

function Signed({ signature, isLocked }: { signature: SignatureRecord; isLocked: boolean }) {
  const session = useAuditSession();
  const { say } = useAppActions();
  const { name, role, side, signedAt, drawing } = signature;
  const remove = () =>
    session
      .run('signatures.remove', { signature: signature.id }, texts.removeSignStep)
      .catch((error: unknown) => say(error instanceof Error ? error.message : String(error), { isAlarm: true }));
  return (
    <li className={styles.signed}>
      <div>
        <b>{name}</b>
        <p className={styles.faint}>{texts.signedBy(role, signatureSides[side], formatInstant(signedAt))}</p>
      </div>
      {drawing === '' ? (
        <p className={styles.faint}>{texts.typed}</p>
      ) : (
        <SignaturePicture path={drawing} label={texts.signature(name)} />
      )}
      {isLocked ? null : (
        <ActionIcon size="sm" aria-label={texts.removeSignature(name)} onClick={() => void remove()}>
          <IconX size={13} aria-hidden />
        </ActionIcon>
      )}
    </li>
  );
}

/** The signatures of the version at hand. */
export function SignOff() {
  const signatures = useAudit((state) => state.open.signatures);
  const issues = useAudit((state) => state.open.reportIssues);
  const isLocked = useAudit((state) => isIssued(state.open.audit.status));
  const [isSigning, setSigning] = useState(false);
  const section = useRef<HTMLElement>(null);
  const version = isLocked ? (newestIssue(issues)?.version ?? 1) : nextVersion(issues);
  const own = signatures.filter((one) => one.version === version);
  useCommands(
    isLocked
      ? {}
      : {
          'report.sign': () => {
            setSigning(true);
            section.current?.scrollIntoView({ block: 'center' });
          },
        },
  );
  return (
    <section ref={section} className={room.section}>
      <h2>{texts.signOff}</h2>
      <p className={room.lead}>{texts.signOffWords(version)}</p>
      <ul className={styles.list}>
        {own.map((signature) => (
          <Signed key={signature.id} signature={signature} isLocked={isLocked} />
        ))}
      </ul>
      {isSigning && !isLocked ? (
        <SignForm onDone={() => setSigning(false)} />
      ) : isLocked ? null : (
        <div>
          <Button
            variant="default"
            aria-keyshortcuts="s"
            rightSection={<KeyCap keys="s" />}
            onClick={() => setSigning(true)}
          >
            {texts.sign}
          </Button>
        </div>
      )}
    </section>
  );
}
