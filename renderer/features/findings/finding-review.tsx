// What the independent reviewer says about a finding, and what became of it.
import type { FindingRecord } from '../../../shared/contract/records.ts';
import { isIssued } from '../../../shared/domain/issue-lock.ts';
import { useAudit } from '../../api/session-context.tsx';
import { NewReviewComment, ReviewComment, ReviewCommentList } from '../../parts/review-comments.tsx';
import styles from './finding-context.module.css';
import { texts } from './texts.ts';

/** The remarks about one finding. */
export function FindingReview({ finding }: { finding: FindingRecord }) {
  const all = useAudit((state) => state.open.reviewComments);
  const status = useAudit((state) => state.open.audit.status);
  const isLocked = isIssued(status);
  const own = all.filter(({ noun, target }) => noun === 'finding' && target === finding.id);
  // Before the review there is nothing to say here.
  if (own.length === 0 && status !== 'in-review') return null;
  return (
    <section>
      <h2>{texts.review(own.length)}</h2>
      <ReviewCommentList>
        {own.map((comment) => (
          <ReviewComment key={comment.id} comment={comment} about={finding.number} isLocked={isLocked} />
        ))}
      </ReviewCommentList>
      {isLocked ? null : (
        <div className={styles.add}>
          <NewReviewComment command="findings.comment" target={{ noun: 'finding', target: finding.id }} />
        </div>
      )}
    </section>
  );
}
