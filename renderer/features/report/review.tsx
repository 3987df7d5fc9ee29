// The independent review: who does it, what they say, and that they let the report go.
import { Button, Checkbox, Select, TextInput } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { ReviewCommentRecord } from '../../../shared/contract/records.ts';
import { isSamePerson } from '../../../shared/domain/gate/people.ts';
import { needsReview, partOfReviewer } from '../../../shared/domain/gate/review.ts';
import { isIssued } from '../../../shared/domain/issue-lock.ts';
import { type ReportSection, reportSections } from '../../../shared/domain/templates.ts';
import { hrefToRoom } from '../../api/addresses.ts';
import { useAppActions } from '../../api/app-actions.tsx';
import { useTemplate } from '../../api/audit-template.ts';
import { useWorkspace } from '../../api/engine-context.tsx';
import { useRecordEdit } from '../../api/record-edit.ts';
import { useAudit, useAuditSession } from '../../api/session-context.tsx';
import { NewReviewComment, ReviewComment, ReviewCommentList, type Target } from '../../parts/review-comments.tsx';
import { FieldRow } from '../../ui/field-row.tsx';
import { formatInstant } from '../../ui/format.ts';
import { issueTexts as texts } from './issue-texts.ts';
import styles from './issue.module.css';
import room from './room.module.css';

/** The named reviewer, and whether there is a review at all. */
function Reviewer({ isLocked }: { isLocked: boolean }) {
  const audit = useAudit((state) => state.open.audit);
  const team = useAudit((state) => state.open.team);
  const planSlots = useAudit((state) => state.open.planSlots);
  const evidence = useAudit((state) => state.open.evidence);
  const findings = useAudit((state) => state.open.findings);
  const edit = useRecordEdit('audit', audit.id, texts.auditName);
  const part = partOfReviewer(audit.reviewer, { team, planSlots, evidence, findings });
  const isNeeded = needsReview(audit);
  return (
    <>
      {isNeeded ? (
        <FieldRow label={texts.reviewer} error={part === undefined ? undefined : `${audit.reviewer.trim()} ${part}.`}>
          {({ id, describedBy, isInvalid }) => (
            <TextInput
              id={id}
              aria-describedby={describedBy}
              aria-invalid={isInvalid}
              readOnly={isLocked}
              value={audit.reviewer}
              placeholder={texts.reviewerPlaceholder}
              maxLength={2_000}
              onChange={(event) => edit.type({ reviewer: event.currentTarget.value }, texts.reviewerField)}
              onBlur={edit.leave}
            />
          )}
        </FieldRow>
      ) : null}
      {audit.type === 'internal' ? (
        <Checkbox
          disabled={isLocked}
          checked={!audit.reviewStep}
          label={texts.withoutReview}
          description={texts.withoutReviewWords}
          onChange={(event) => edit.choose({ reviewStep: !event.currentTarget.checked }, texts.reviewStepField)}
        />
      ) : null}
    </>
  );
}

/** Where the report stands in its review, and the way on. */
function Release() {
  const session = useAuditSession();
  const { say } = useAppActions();
  const audit = useAudit((state) => state.open.audit);
  const me = useWorkspace(({ settings }) => settings.name);
  const edit = useRecordEdit('audit', audit.id, texts.auditName);
  const release = (released: boolean) =>
    session
      .run('reports.release', { released }, released ? texts.releaseStep : texts.takeReleaseBackStep)
      .catch((error: unknown) => say(error instanceof Error ? error.message : String(error), { isAlarm: true }));
  if (audit.releasedAt !== null) {
    return (
      <div className={room.acceptance} data-accepted>
        <p>
          <IconCheck size={16} aria-hidden />
          {texts.released(formatInstant(audit.releasedAt), audit.releasedBy)}
        </p>
        {isIssued(audit.status) ? null : (
          <>
            <Button variant="default" onClick={() => void release(false)}>
              {texts.takeReleaseBack}
            </Button>
            {isSamePerson(audit.reviewer, me) ? (
              <Button variant="default" onClick={() => void release(true)}>
                {texts.release}
              </Button>
            ) : null}
          </>
        )}
      </div>
    );
  }
  if (isIssued(audit.status)) return null;
  if (audit.status !== 'in-review') {
    return (
      <div className={room.acceptance}>
        <p className={room.faint}>{texts.handOverWords}</p>
        <Button
          disabled={audit.reviewer.trim() === ''}
          onClick={() => edit.choose({ status: 'in-review' }, texts.handOverStep)}
        >
          {texts.handOver}
        </Button>
      </div>
    );
  }
  const isReviewer = isSamePerson(audit.reviewer, me);
  return (
    <div className={room.acceptance}>
      <p className={room.faint}>
        {isReviewer ? texts.releaseWords(audit.reviewer.trim()) : texts.notReviewer(audit.reviewer.trim(), me)}
      </p>
      <Button disabled={!isReviewer} onClick={() => void release(true)}>
        {texts.release}
      </Button>
    </div>
  );
}

/** What a remark can be about: the report, a section of it, a finding. */
function useTargets(): { value: string; label: string; target: Target }[] {
  const { sections } = useTemplate();
  const findings = useAudit((state) => state.open.findings);
  return [
    { value: 'report', label: texts.wholeReport, target: { noun: 'report', target: '' } },
    ...sections.map((section) => ({
      value: `section ${section}`,
      label: reportSections[section],
      target: { noun: 'section' as const, target: section },
    })),
    ...findings.map(({ id, number }) => ({
      value: `finding ${id}`,
      label: number,
      target: { noun: 'finding' as const, target: id },
    })),
  ];
}

function Comments({ isLocked }: { isLocked: boolean }) {
  const comments = useAudit((state) => state.open.reviewComments);
  const findings = useAudit((state) => state.open.findings);
  const ref = useAudit((state) => state.open.audit.ref);
  const targets = useTargets();
  const [chosen, setChosen] = useState('report');
  const target = targets.find(({ value }) => value === chosen) ?? targets[0];
  const aboutOf = ({ noun, target: of }: ReviewCommentRecord): { about: string; shown: ReactNode } => {
    if (noun === 'finding') {
      const number = findings.find(({ id }) => id === of)?.number ?? of;
      return { about: number, shown: <a href={hrefToRoom(ref, 'findings', number)}>{number}</a> };
    }
    const words = noun === 'section' ? reportSections[of as ReportSection] : texts.wholeReport;
    return { about: words, shown: words };
  };
  return (
    <div className={styles.comments}>
      <p className={room.faint}>
        {texts.comments(comments.length, comments.filter(({ disposition }) => disposition === 'open').length)}
      </p>
      <ReviewCommentList>
        {comments.map((comment) => {
          return <ReviewComment key={comment.id} comment={comment} {...aboutOf(comment)} isLocked={isLocked} />;
        })}
      </ReviewCommentList>
      {isLocked || !target ? null : (
        <NewReviewComment command="report.comment" target={target.target}>
          <Select
            aria-label={texts.about}
            className={styles.about}
            searchable
            allowDeselect={false}
            data={targets}
            value={target.value}
            onChange={(value) => setChosen(value ?? 'report')}
          />
        </NewReviewComment>
      )}
    </div>
  );
}

/** The section of the review. */
export function Review() {
  const audit = useAudit((state) => state.open.audit);
  const hasComments = useAudit((state) => state.open.reviewComments.length > 0);
  const isLocked = isIssued(audit.status);
  const isNeeded = needsReview(audit);
  return (
    <section className={room.section}>
      <h2>{texts.review}</h2>
      <p className={room.lead}>{texts.reviewWords}</p>
      <Reviewer isLocked={isLocked} />
      {isNeeded || hasComments ? <Comments isLocked={isLocked} /> : null}
      {isNeeded ? <Release /> : null}
    </section>
  );
}
