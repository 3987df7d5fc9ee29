// What has been issued: each version with its files, and the way to the next one.
import { Button, Modal } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useId, useState } from 'react';
import type { ReportIssueRecord } from '../../../shared/contract/records.ts';
import { isIssued } from '../../../shared/domain/issue-lock.ts';
import { useAppActions } from '../../api/app-actions.tsx';
import { useEngine, useWorkspace } from '../../api/engine-context.tsx';
import { fileUrl } from '../../api/files.ts';
import { useRecordEdit } from '../../api/record-edit.ts';
import { useAudit, useAuditSession } from '../../api/session-context.tsx';
import { GrowingText } from '../../parts/growing-text.tsx';
import { DialogAlarm, dialogBody, DialogEnd } from '../../ui/dialog-parts.tsx';
import { formatInstant } from '../../ui/format.ts';
import { issueTexts as texts } from './issue-texts.ts';
import styles from './issue.module.css';
import room from './room.module.css';

const documents = [
  ['word', 'docx'],
  ['excel', 'xlsx'],
  ['pdf', 'pdf'],
] as const;

/** One issued document: opened where this program may, else saved from the page. Both are the file of the vault. */
function IssuedFile({ words, name, sha256 }: { words: string; name: string; sha256: string }) {
  const { api } = useEngine();
  const { say } = useAppActions();
  const canOpen = useWorkspace(({ host }) => host.canReveal);
  if (!canOpen) {
    return (
      <Button
        component="a"
        variant="default"
        size="compact-sm"
        leftSection={<IconDownload size={14} aria-hidden />}
        href={fileUrl(sha256)}
        download={name}
        aria-label={texts.saveFile(words, name)}
      >
        {words}
      </Button>
    );
  }
  const open = () =>
    api
      .call('host.openEvidence', { sha256, name })
      .catch((error: unknown) => say(error instanceof Error ? error.message : String(error), { isAlarm: true }));
  return (
    <Button variant="default" size="compact-sm" aria-label={texts.openFile(words, name)} onClick={() => void open()}>
      {words}
    </Button>
  );
}

function Version({ issue }: { issue: ReportIssueRecord }) {
  const { version, issuedAt, issuedBy, releasedBy, reason, differences, fileName } = issue;
  const lines = differences.split('\n').filter(Boolean);
  return (
    <li className={styles.version}>
      <div>
        <b>{texts.version(version)}</b>
        <p className={room.faint}>{texts.issuedBy(formatInstant(issuedAt), issuedBy, releasedBy)}</p>
        {reason === '' ? null : <p dir="auto">{reason}</p>}
        {version === 1 ? null : lines.length === 0 ? (
          <p className={room.faint}>{texts.noDifferences}</p>
        ) : (
          <details className={styles.differences}>
            <summary>{texts.differences(lines.length)}</summary>
            <ul>
              {lines.map((line) => (
                <li key={line} dir="auto">
                  {line}
                </li>
              ))}
            </ul>
          </details>
        )}
      </div>
      <div className={styles.files}>
        {documents.map(([kind, ending]) =>
          issue[kind] === '' ? null : (
            <IssuedFile key={kind} words={texts[kind]} name={`${fileName}.${ending}`} sha256={issue[kind]} />
          ),
        )}
      </div>
    </li>
  );
}

function CorrectDialog({ version, onClose }: { version: number; onClose: () => void }) {
  const session = useAuditSession();
  const [reason, setReason] = useState('');
  const [failure, setFailure] = useState<string>();
  const field = useId();
  const correct = async () => {
    try {
      await session.run('reports.correct', { reason }, texts.correctStep);
      onClose();
    } catch (error) {
      setFailure(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <Modal
      opened
      size={560}
      title={texts.correctTitle(version)}
      onClose={onClose}
      closeButtonProps={{ 'aria-label': texts.dismiss }}
    >
      <form
        className={dialogBody}
        onSubmit={(event) => {
          event.preventDefault();
          if (reason.trim() !== '') void correct();
        }}
      >
        <p>{texts.correctWords}</p>
        <div className={styles.reason}>
          <label htmlFor={field}>{texts.reason}</label>
          <GrowingText
            id={field}
            data-autofocus
            lines={2}
            value={reason}
            maxLength={10_000}
            placeholder={texts.reasonPlaceholder}
            onText={setReason}
          />
        </div>
        {failure === undefined ? null : (
          <DialogAlarm>
            <p>{failure}</p>
          </DialogAlarm>
        )}
        <DialogEnd>
          <Button variant="default" onClick={onClose}>
            {texts.cancel}
          </Button>
          <Button type="submit" disabled={reason.trim() === ''}>
            {texts.correct}
          </Button>
        </DialogEnd>
      </form>
    </Modal>
  );
}

/** What can be done with an issued report: corrected, or its audit closed. */
function AfterIssue({ version }: { version: number }) {
  const audit = useAudit((state) => state.open.audit);
  const edit = useRecordEdit('audit', audit.id, texts.auditName);
  const [isCorrecting, setCorrecting] = useState(false);
  if (audit.status === 'closed') {
    return (
      <div className={room.acceptance}>
        <p className={room.faint}>{texts.closed}</p>
        <Button variant="default" onClick={() => edit.choose({ status: 'issued' }, texts.openStep)}>
          {texts.openAgain}
        </Button>
      </div>
    );
  }
  return (
    <div className={room.acceptance}>
      <p className={room.faint}>{texts.closeWords}</p>
      <Button variant="default" onClick={() => setCorrecting(true)}>
        {texts.correct}
      </Button>
      <Button variant="default" onClick={() => edit.choose({ status: 'closed' }, texts.closeStep)}>
        {texts.closeAudit}
      </Button>
      {isCorrecting ? <CorrectDialog version={version} onClose={() => setCorrecting(false)} /> : null}
    </div>
  );
}

/** The issued versions, the newest first. Draws nothing as long as there is none. */
export function Versions() {
  const issues = useAudit((state) => state.open.reportIssues);
  const isLocked = useAudit((state) => isIssued(state.open.audit.status));
  const [newest, ...others] = issues.toSorted((one, other) => other.version - one.version);
  if (!newest) return null;
  return (
    <>
      <h3 className={styles.versionsHead}>{texts.versions}</h3>
      <ul className={styles.versions}>
        {[newest, ...others].map((issue) => (
          <Version key={issue.id} issue={issue} />
        ))}
      </ul>
      {isLocked ? <AfterIssue version={newest.version} /> : null}
    </>
  );
}
