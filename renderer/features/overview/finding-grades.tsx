// The findings by grade: how many, and which.
import { useMemo } from 'react';
import { findingHeading } from '../../../shared/domain/findings.ts';
import { byNumber } from '../../../shared/domain/numbering.ts';
import { type Grade, grades } from '../../../shared/domain/vocabulary.ts';
import { hrefToRoom } from '../../api/addresses.ts';
import { useGradeLabels } from '../../api/audit-template.ts';
import { useAudit } from '../../api/session-context.tsx';
import { GradeChip } from '../../parts/grade-chip.tsx';
import styles from './room.module.css';
import { texts } from './texts.ts';

const shownFindings = 8;

/** A line per grade that was given, gravest first. */
export function FindingGrades() {
  const ref = useAudit((state) => state.open.audit.ref);
  const findings = useAudit((state) => state.open.findings);
  const labels = useGradeLabels();
  const byGrade = useMemo(() => {
    const ordered = byNumber(findings);
    const groups = Map.groupBy(ordered, ({ grade }) => grade);
    return (Object.keys(grades) as Grade[]).flatMap((grade) => {
      const given = groups.get(grade);
      return given ? [{ grade, given }] : [];
    });
  }, [findings]);
  return (
    <section>
      <h2>{texts.findings}</h2>
      {byGrade.length === 0 ? <p className={styles.faint}>{texts.noFinding}</p> : null}
      <ul className={styles.grades}>
        {byGrade.map(({ grade, given }) => (
          <li key={grade}>
            <GradeChip grade={grade} isDecoration />
            <div>
              <p>
                {labels[grade]} <span className={styles.faint}>{given.length}</span>
              </p>
              <p className={styles.numbers}>
                {given.slice(0, shownFindings).map((finding) => (
                  <a
                    key={finding.id}
                    href={hrefToRoom(ref, 'findings', finding.number)}
                    title={findingHeading(finding) || undefined}
                  >
                    {finding.number}
                  </a>
                ))}
                {given.length > shownFindings ? (
                  <a href={hrefToRoom(ref, 'findings')}>{texts.moreFindings(given.length - shownFindings)}</a>
                ) : null}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
