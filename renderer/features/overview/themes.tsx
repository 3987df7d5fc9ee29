// The nine themes: a line each with a bar of the requirements that carry it and their counts. Never a score.
import { useMemo } from 'react';
import type { RequirementResult } from '../../../shared/domain/roll-up.ts';
import { countThemes } from '../../../shared/domain/summary.ts';
import { hrefToTheme } from '../../api/addresses.ts';
import { useAudit } from '../../api/session-context.tsx';
import { VerdictChip, verdictTones } from '../../parts/verdict-chip.tsx';
import { countKinds, type KindCount } from './result-kinds.ts';
import { texts } from './texts.ts';
import styles from './themes.module.css';

function Bar({ counts }: { counts: readonly KindCount[] }) {
  return (
    <span className={styles.bar} aria-hidden>
      {counts.flatMap(({ kind, look, count }) =>
        Array.from({ length: count }, (_, place) => <i key={`${kind} ${place}`} data-tone={verdictTones[look]} />),
      )}
    </span>
  );
}

/** The themes as a table. A theme leads to its questions in the checklist. */
export function Themes({ results }: { results: ReadonlyMap<string, RequirementResult> }) {
  const ref = useAudit((state) => state.open.audit.ref);
  const catalogue = useAudit((state) => state.catalogue);
  const themes = useMemo(
    () => countThemes(catalogue, results).map((theme) => ({ ...theme, counts: countKinds(theme.byVerdict) })),
    [catalogue, results],
  );
  const kinds = themes[0]?.counts ?? [];
  return (
    <section>
      <h2>{texts.themes}</h2>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">{texts.theme}</span>
            </th>
            <th scope="col" className={styles.barColumn}>
              <span className="visually-hidden">{texts.bar}</span>
            </th>
            {kinds.map(({ kind, look }) => (
              <th key={kind} scope="col" title={texts.kinds[kind]}>
                <VerdictChip verdict={look} size="small" isDecoration />
                <span className="visually-hidden">{texts.kinds[kind]}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {themes.map(({ id, title, total, counts }) => (
            <tr key={id}>
              <th scope="row">
                <a href={hrefToTheme(ref, id)} title={texts.themeLink(title)}>
                  {title}
                </a>
              </th>
              <td className={styles.barColumn}>
                <Bar counts={counts} />
                <span className="visually-hidden">{texts.requirements(total)}</span>
              </td>
              {counts.map(({ kind, count }) => (
                <td key={kind} data-none={count === 0 || undefined}>
                  {count}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.words}>{texts.themesWords}</p>
    </section>
  );
}
