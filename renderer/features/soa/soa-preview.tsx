// What was read from a statement, what looks wrong in it, and what importing it would change.
import { useState } from 'react';
import { useAudit } from '../../api/session-context.tsx';
import { formatDay } from '../../ui/format.ts';
import { changedParts, type Difference, groupIssues, type Preview, withoutRow } from './reading.ts';
import styles from './soa-import.module.css';
import { texts } from './texts.ts';

const shownIssues = 6;

function Facts({ name, preview }: { name: string; preview: Preview }) {
  const { sheet, headerRow, version, date, approver } = preview;
  const facts = {
    file: name,
    sheet,
    headerRow: String(headerRow),
    version,
    date: formatDay(date),
    approver,
  };
  return (
    <dl className={styles.facts}>
      {(Object.keys(facts) as (keyof typeof facts)[]).map((fact) => (
        <div key={fact}>
          <dt>{texts.facts[fact]}</dt>
          <dd data-missing={facts[fact] === '' || undefined}>{facts[fact] || texts.notFound}</dd>
        </div>
      ))}
    </dl>
  );
}

function Numbers({ preview: { read, matched, applicable, excluded } }: { preview: Preview }) {
  const total = useAudit((state) => state.catalogue.requirements.filter(({ kind }) => kind === 'control').length);
  const numbers: [number, string][] = [
    [read, texts.numbers.read],
    [matched, texts.numbers.matched(total)],
    [applicable, texts.numbers.applicable],
    [excluded, texts.numbers.excluded],
  ];
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

function Issues({ preview }: { preview: Preview }) {
  const [whole, setWhole] = useState<readonly string[]>([]);
  return (
    <section>
      <h3>{texts.issuesTitle(preview.issues.length)}</h3>
      {groupIssues(preview.issues).map(({ code, issues }) => {
        const shown = whole.includes(code) ? issues : issues.slice(0, shownIssues);
        return (
          <details key={code} className={styles.issues} open>
            <summary>
              {texts.issueKinds[code]} <span>{issues.length}</span>
            </summary>
            <ul>
              {shown.map(({ row, control, message }) => (
                <li key={`${row} ${control} ${message}`}>
                  <span className={styles.place}>{row === null ? control : texts.row(row)}</span>
                  <span>{withoutRow(message, row)}</span>
                </li>
              ))}
            </ul>
            {issues.length > shown.length ? (
              <button type="button" className={styles.more} onClick={() => setWhole([...whole, code])}>
                {texts.moreIssues(issues.length - shown.length)}
              </button>
            ) : null}
          </details>
        );
      })}
    </section>
  );
}

function State({ state, parts }: { state: Difference['before']; parts: ReturnType<typeof changedParts> }) {
  const word = !state.stated ? texts.words.unstated : state.applicable ? texts.words.applicable : texts.words.excluded;
  return (
    <div className={styles.state}>
      <b data-changed={parts.applicable || undefined}>{word}</b>
      {parts.justification ? <p data-changed>{state.justification || texts.noJustification}</p> : null}
      {parts.implementation ? <p data-changed>{state.implementation || texts.noImplementation}</p> : null}
    </div>
  );
}

function Differences({ differences }: { differences: readonly Difference[] }) {
  return (
    <section>
      <h3>{texts.differencesTitle(differences.length)}</h3>
      {differences.length === 0 ? (
        <p className={styles.faint}>{texts.noDifference}</p>
      ) : (
        <div
          className={styles.differences}
          tabIndex={0}
          role="region"
          aria-label={texts.differencesTitle(differences.length)}
        >
          <table>
            <thead>
              <tr>
                <th scope="col">{texts.columns.control}</th>
                <th scope="col">{texts.before}</th>
                <th scope="col">{texts.after}</th>
              </tr>
            </thead>
            <tbody>
              {differences.map((difference) => {
                const parts = changedParts(difference);
                return (
                  <tr key={difference.control}>
                    <th scope="row">
                      <span className={styles.place}>{difference.control}</span> {difference.title}
                    </th>
                    <td>
                      <State state={difference.before} parts={parts} />
                    </td>
                    <td>
                      <State state={difference.after} parts={parts} />
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

/** The preview of an import. */
export function SoaPreview({ name, preview }: { name: string; preview: Preview }) {
  return (
    <div className={styles.preview}>
      <Facts name={name} preview={preview} />
      <Numbers preview={preview} />
      <Issues preview={preview} />
      <Differences differences={preview.differences} />
    </div>
  );
}
