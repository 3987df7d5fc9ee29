// What a response says, what to look at in it, and which answers would change.
import type { ResponseDifference, ResponseReading } from '../../../shared/contract/actions.ts';
import { answeredPositions, answeredStatuses } from '../../../shared/domain/response-rows.ts';
import { rowPlace, withoutRow } from '../../parts/import-places.ts';
import { ImportChanges, ImportFacts, ImportIssues, ImportNumbers } from '../../parts/import-preview.tsx';
import { formatDay, formatInstant } from '../../ui/format.ts';
import { auditeeTexts as texts } from './auditee-texts.ts';
import styles from './response-preview.module.css';

/** An answer as people read it. */
export function sayAnswer(field: ResponseDifference['field'], answer: string): string {
  if (field.endsWith('Planned')) return formatDay(answer || null);
  const words: Record<string, string> =
    field === 'position' ? answeredPositions : field.endsWith('Status') ? answeredStatuses : {};
  return words[answer] ?? answer;
}

function Answer({ field, answer, empty }: { field: ResponseDifference['field']; answer: string; empty: string }) {
  const said = sayAnswer(field, answer);
  return said === '' ? (
    <span className={styles.faint}>{empty}</span>
  ) : (
    <span className={styles.said} dir="auto">
      {said}
    </span>
  );
}

function Differences({ differences }: { differences: readonly ResponseDifference[] }) {
  const title = texts.differences(differences.length);
  return (
    <section>
      <h3>{title}</h3>
      {differences.length === 0 ? (
        <p className={styles.faint}>{texts.noDifference}</p>
      ) : (
        <ImportChanges label={title}>
          <table className={styles.differences}>
            <thead>
              <tr>
                <th scope="col">{texts.columns.finding}</th>
                <th scope="col">{texts.columns.field}</th>
                <th scope="col">{texts.columns.before}</th>
                <th scope="col">{texts.columns.after}</th>
              </tr>
            </thead>
            <tbody>
              {differences.map(({ row, name, title: about, field, before, after, isChangedHere }, at) => {
                const isFirst = differences[at - 1]?.row !== row;
                return (
                  <tr key={`${row} ${field}`} data-first={isFirst || undefined}>
                    <th scope="row">
                      {isFirst ? (
                        <>
                          <span className={styles.number}>{name}</span> {about}
                        </>
                      ) : (
                        <span className="visually-hidden">{name}</span>
                      )}
                    </th>
                    <td>{texts.fields[field]}</td>
                    <td>
                      <Answer field={field} answer={before} empty={texts.nothing} />
                      {isChangedHere ? <p className={styles.conflict}>{texts.changedHere}</p> : null}
                    </td>
                    <td>
                      <Answer field={field} answer={after} empty={texts.takenBack} />
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </ImportChanges>
      )}
    </section>
  );
}

/** The preview of a response. */
export function ResponsePreview({ name, preview }: { name: string; preview: ResponseReading }) {
  const { madeAt, rows, answered, takenInAs, differences, notices } = preview;
  const conflicts = differences.filter(({ isChangedHere }) => isChangedHere).length;
  const numbers: [number, string][] = [
    [rows, texts.numbers.rows],
    [answered, texts.numbers.answered],
    [differences.length, texts.numbers.changes],
  ];
  if (conflicts > 0) numbers.push([conflicts, texts.numbers.conflicts]);
  const issues = notices.map(({ row, message }) => ({
    place: row === null ? texts.wholeFile : rowPlace(row),
    message: withoutRow(message, row),
  }));
  return (
    <div className={styles.preview}>
      <ImportFacts
        facts={[
          [texts.facts.file, name],
          [texts.facts.madeAt, formatInstant(madeAt)],
          [texts.facts.takenIn, takenInAs ?? texts.notBefore],
        ]}
      />
      <ImportNumbers numbers={numbers} />
      {issues.length === 0 ? null : (
        <ImportIssues title={texts.notices} groups={[{ code: 'notice', title: texts.noticeKind, issues }]} />
      )}
      <Differences differences={differences} />
    </div>
  );
}
