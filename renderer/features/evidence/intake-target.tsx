// What the added evidence will be linked to, in words.
import { findingHeading } from '../../../shared/domain/findings.ts';
import type { IntakeRequest } from '../../api/app-actions.tsx';
import { useAudit } from '../../api/session-context.tsx';
import styles from './intake.module.css';
import { texts } from './texts.ts';

/** The questions, requirements and findings that files are added for. Nothing where there are none. */
export function IntakeTargetWords({ request }: { request: IntakeRequest }) {
  const open = useAudit((state) => state.open);
  const requirements = useAudit((state) => state.catalogue.requirements);
  const rows = [
    ...(request.items ?? []).flatMap((key) => {
      const item = open.checklist.find(({ id }) => id === key);
      if (item) return { ref: item.requirement, words: item.question };
      const requirement = requirements.find(({ id }) => id === key);
      return requirement ? { ref: requirement.id, words: requirement.title } : [];
    }),
    ...(request.findings ?? []).flatMap((key) => {
      const finding = open.findings.find(({ id }) => id === key);
      return finding ? { ref: finding.number, words: findingHeading(finding) } : [];
    }),
  ];
  if (rows.length === 0) return null;
  return (
    <div className={styles.target}>
      <span className={styles.targetLabel}>{texts.intake.for}</span>
      <ul>
        {rows.map(({ ref, words }) => (
          <li key={`${ref} ${words}`}>
            <span className={styles.ref}>{ref}</span> {words}
          </li>
        ))}
      </ul>
    </div>
  );
}
