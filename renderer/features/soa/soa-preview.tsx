// What was read from a statement, what looks wrong in it, and what importing it would change.
import { useAudit } from '../../api/session-context.tsx';
import { rowPlace, withoutRow } from '../../parts/import-places.ts';
import { ImportChanges, ImportFacts, ImportIssues, ImportNumbers } from '../../parts/import-preview.tsx';
import { formatDay } from '../../ui/format.ts';
import { changedParts, type Difference, groupIssues, type Preview } from './reading.ts';
import styles from './soa-preview.module.css';
import { texts } from './texts.ts';

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
        <ImportChanges label={texts.differencesTitle(differences.length)}>
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
        </ImportChanges>
      )}
    </section>
  );
}

/** The preview of an import. */
export function SoaPreview({ name, preview }: { name: string; preview: Preview }) {
  const total = useAudit((state) => state.catalogue.requirements.filter(({ kind }) => kind === 'control').length);
  const { sheet, headerRow, version, date, approver, read, matched, applicable, excluded, issues } = preview;
  const groups = groupIssues(issues).map((group) => ({
    code: group.code,
    title: texts.issueKinds[group.code],
    issues: group.issues.map(({ row, control, message }) => ({
      place: row === null ? control : rowPlace(row),
      message: withoutRow(message, row),
    })),
  }));
  return (
    <div className={styles.preview}>
      <ImportFacts
        facts={[
          [texts.facts.file, name],
          [texts.facts.sheet, sheet],
          [texts.facts.headerRow, String(headerRow)],
          [texts.facts.version, version],
          [texts.facts.date, formatDay(date)],
          [texts.facts.approver, approver],
        ]}
      />
      <ImportNumbers
        numbers={[
          [read, texts.numbers.read],
          [matched, texts.numbers.matched(total)],
          [applicable, texts.numbers.applicable],
          [excluded, texts.numbers.excluded],
        ]}
      />
      <ImportIssues title={texts.issuesTitle(issues.length)} groups={groups} />
      <Differences differences={preview.differences} />
    </div>
  );
}
