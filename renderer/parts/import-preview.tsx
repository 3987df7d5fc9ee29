// What was read from a spreadsheet: facts of the file, counts, and what looks wrong in it, row by row.
import { type ReactNode, useState } from 'react';
import styles from './import-preview.module.css';

const texts = {
  notFound: 'not found in the file',
  more: (count: number) => `Show ${count} more`,
};

const shownIssues = 6;

/** Facts of the file as pairs of label and value; an empty value was not found. */
export function ImportFacts({ facts }: { facts: readonly (readonly [string, string])[] }) {
  return (
    <dl className={styles.facts}>
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd data-missing={value === '' || undefined}>{value || texts.notFound}</dd>
        </div>
      ))}
    </dl>
  );
}

/** How many there are of what. */
export function ImportNumbers({ numbers }: { numbers: readonly (readonly [number, string])[] }) {
  return (
    <ul className={styles.numbers}>
      {numbers.map(([number, label]) => (
        <li key={label}>
          <b>{number}</b> {label}
        </li>
      ))}
    </ul>
  );
}

export interface IssueGroup {
  code: string;
  title: string;
  /** `place` is what stands beside the message: a row, a control. */
  issues: readonly { place: string; message: string }[];
}

/** Issues by kind. */
export function ImportIssues({ title, groups }: { title: string; groups: readonly IssueGroup[] }) {
  const [whole, setWhole] = useState<readonly string[]>([]);
  return (
    <section>
      <h3>{title}</h3>
      {groups.map(({ code, title: kind, issues }) => {
        const shown = whole.includes(code) ? issues : issues.slice(0, shownIssues);
        return (
          <details key={code} className={styles.issues} open>
            <summary>
              {kind} <span>{issues.length}</span>
            </summary>
            <ul>
              {shown.map(({ place, message }) => (
                <li key={`${place} ${message}`}>
                  <span className={styles.place}>{place}</span>
                  <span>{message}</span>
                </li>
              ))}
            </ul>
            {issues.length > shown.length ? (
              <button type="button" className={styles.more} onClick={() => setWhole([...whole, code])}>
                {texts.more(issues.length - shown.length)}
              </button>
            ) : null}
          </details>
        );
      })}
    </section>
  );
}

/** A table of what would change, in a region that scrolls. */
export function ImportChanges({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={styles.differences} tabIndex={0} role="region" aria-label={label}>
      {children}
    </div>
  );
}
