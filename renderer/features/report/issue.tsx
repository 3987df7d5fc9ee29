// Issuing the report: its file name, the last question, progress, and what has been issued.
import { Button, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useStore } from 'zustand';
import { fileNameOf, patternParts, unknownParts, usualPattern } from '../../../shared/domain/file-names.ts';
import { isIssued } from '../../../shared/domain/issue-lock.ts';
import { nextVersion } from '../../../shared/domain/report-issues.ts';
import { auditTypes } from '../../../shared/domain/vocabulary.ts';
import { useCommands } from '../../api/commands.ts';
import { useRecordEdit } from '../../api/record-edit.ts';
import type { ReportCheck } from '../../api/report-check.ts';
import { useAudit } from '../../api/session-context.tsx';
import { ExportProgress } from '../../parts/export-progress.tsx';
import { dialogBody, DialogEnd } from '../../ui/dialog-parts.tsx';
import { FieldRow } from '../../ui/field-row.tsx';
import { KeyCap } from '../../ui/key-cap.tsx';
import { instantNow } from '../../ui/local-time.ts';
import { issueTexts as texts } from './issue-texts.ts';
import room from './room.module.css';
import side from './side.module.css';
import { useIssuer } from './use-issuer.ts';
import { Versions } from './versions.tsx';

function FileName({ version }: { version: number }) {
  const audit = useAudit((state) => state.open.audit);
  const organization = useAudit((state) => state.open.organization.name);
  const edit = useRecordEdit('audit', audit.id, texts.auditName);
  const pattern = audit.fileNamePattern;
  const example = fileNameOf(pattern, {
    ref: audit.ref,
    org: organization,
    type: auditTypes[audit.type],
    version,
    date: instantNow().slice(0, 10),
  });
  const unknown = unknownParts(pattern).map((part) => `{${part}}`);
  return (
    <FieldRow
      label={texts.pattern}
      hint={texts.patternHint(`${example}.docx`, patternParts.map((part) => `{${part}}`).join(' '))}
      error={unknown.length === 0 ? undefined : texts.unknownParts(unknown.join(', '))}
    >
      {({ id, describedBy }) => (
        <TextInput
          id={id}
          aria-describedby={describedBy}
          value={pattern}
          placeholder={usualPattern}
          maxLength={300}
          onChange={(event) => edit.type({ fileNamePattern: event.currentTarget.value }, texts.patternField)}
          onBlur={edit.leave}
        />
      )}
    </FieldRow>
  );
}

interface ConfirmProps {
  version: number;
  rest: number;
  onCancel: () => void;
  onIssue: () => void;
}

function Confirm({ version, rest, onCancel, onIssue }: ConfirmProps) {
  const ref = useAudit((state) => state.open.audit.ref);
  return (
    <Modal
      opened
      size={560}
      title={texts.confirmTitle(version, ref)}
      onClose={onCancel}
      closeButtonProps={{ 'aria-label': texts.dismiss }}
    >
      <div className={dialogBody}>
        <div>
          {texts.confirmWords(rest).map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </div>
        <DialogEnd>
          <Button variant="default" onClick={onCancel}>
            {texts.cancel}
          </Button>
          <Button data-autofocus onClick={onIssue}>
            {texts.issueVersion(version)}
          </Button>
        </DialogEnd>
      </div>
    </Modal>
  );
}

/** The way to an issued report. */
function ToIssue({ check: { warnings } }: { check: ReportCheck }) {
  const audit = useAudit((state) => state.open.audit);
  const issues = useAudit((state) => state.open.reportIssues);
  const issuer = useIssuer();
  const { isRunning, done, total, label, failure } = useStore(issuer.store);
  const [isAsking, setAsking] = useState(false);
  const version = nextVersion(issues);
  const standing = warnings?.filter(({ blocks }) => blocks).length;
  const canIssue = standing === 0 && !isRunning;
  const ask = () => {
    if (canIssue) setAsking(true);
  };
  useCommands({ 'report.issue': ask });
  return (
    <>
      {audit.correctionReason === '' ? null : (
        <p className={room.lead}>{texts.correcting(version - 1, audit.correctionReason)}</p>
      )}
      <FileName version={version} />
      {isRunning ? (
        <ExportProgress done={done} total={total} label={label} onCancel={() => issuer.cancel()} />
      ) : (
        <div className={room.acceptance}>
          <p className={room.faint}>
            {standing === undefined ? '' : standing === 0 ? texts.nothingStands : texts.standing(standing)}
          </p>
          <Button disabled={!canIssue} aria-keyshortcuts="i" rightSection={<KeyCap keys="i" />} onClick={ask}>
            {texts.issueVersion(version)}
          </Button>
        </div>
      )}
      <p role="alert" className={side.failure}>
        {failure}
      </p>
      {isAsking ? (
        <Confirm
          version={version}
          rest={(warnings?.length ?? 0) - (standing ?? 0)}
          onCancel={() => setAsking(false)}
          onIssue={() => {
            setAsking(false);
            void issuer.start(undefined);
          }}
        />
      ) : null}
    </>
  );
}

/** The section of issuing. */
export function Issue({ check }: { check: ReportCheck }) {
  const isLocked = useAudit((state) => isIssued(state.open.audit.status));
  return (
    <section className={room.section}>
      <h2>{texts.issue}</h2>
      {isLocked ? null : <p className={room.lead}>{texts.issueWords}</p>}
      {isLocked ? null : <ToIssue check={check} />}
      <Versions />
    </section>
  );
}
