// Which systems are sampled, out of which population, and what about the sample an auditor should look at.
import { Button } from '@mantine/core';
import { useMemo } from 'react';
import { groupingKeys, type Grouping, sampleBy, samplingWarnings } from '../../../shared/domain/system-sampling.ts';
import { impacts, lifecycleStages, systemRoles } from '../../../shared/domain/vocabulary.ts';
import { hrefToRoom } from '../../api/addresses.ts';
import { useAudit } from '../../api/session-context.tsx';
import styles from './details.module.css';
import { texts } from './texts.ts';
import type { SystemChanges } from './use-system-changes.ts';

const labels: Record<Grouping, Readonly<Record<string, string>>> = {
  impact: impacts,
  role: systemRoles,
  lifecycle: lifecycleStages,
};
const words = texts.sampling;

function Population() {
  const systems = useAudit((state) => state.open.aiSystems);
  return (
    <table className={styles.population}>
      <thead>
        <tr>
          <th scope="col">
            <span className="visually-hidden">{words.group}</span>
          </th>
          <th scope="col">{words.population}</th>
          <th scope="col">{words.sampled}</th>
        </tr>
      </thead>
      {groupingKeys.map((grouping) => (
        <tbody key={grouping}>
          <tr>
            <th scope="rowgroup" colSpan={3}>
              {words.groups[grouping]}
            </th>
          </tr>
          {sampleBy(systems, grouping).map(({ value, population, sampled }) => (
            <tr key={value} data-none={sampled === 0 || undefined}>
              <th scope="row">{labels[grouping][value]}</th>
              <td>{population}</td>
              <td>{sampled}</td>
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  );
}

/** The sampling view. */
export function Sampling({ changes }: { changes: SystemChanges }) {
  const { aiSystems, checklist, audit } = useAudit((state) => state.open);
  const warnings = useMemo(() => samplingWarnings(aiSystems, checklist), [aiSystems, checklist]);
  const inScope = aiSystems.filter((system) => system.inScope);
  const byId = new Map(aiSystems.map((system) => [system.id, system]));
  const groups = [...Map.groupBy(warnings, ({ code }) => code)];
  const unasked = warnings.flatMap((warning) =>
    warning.code === 'no-question' ? (byId.get(warning.system) ?? []) : [],
  );
  return (
    <article className={styles.piece} aria-label={words.title}>
      <header>
        <h2 className={styles.title}>{words.title}</h2>
        <p>{words.summary(inScope.filter(({ sampled }) => sampled).length, inScope.length, aiSystems.length)}</p>
      </header>
      <section>
        <h2>{words.toLookAt(warnings.length)}</h2>
        {warnings.length === 0 ? <p className={styles.muted}>{words.allWell}</p> : null}
        <ul className={styles.warnings}>
          {groups.map(([code, group]) => (
            <li key={code}>
              <p>{words.warnings[code]}</p>
              {code === 'none-sampled' ? <p className={styles.muted}>{words.noneSampledWords}</p> : null}
              <ul>
                {group.map((warning) => {
                  if ('system' in warning)
                    return (
                      <li key={warning.system}>
                        <a href={hrefToRoom(audit.ref, 'systems', warning.system)}>
                          {byId.get(warning.system)?.name ?? ''}
                        </a>
                      </li>
                    );
                  if (!('value' in warning)) return null;
                  const list = warning.code === 'role-not-sampled' ? systemRoles : lifecycleStages;
                  return <li key={warning.value}>{(list as Readonly<Record<string, string>>)[warning.value]}</li>;
                })}
              </ul>
              {code === 'no-question' ? (
                <Button variant="default" onClick={() => void changes.ask(unasked)}>
                  {words.askAll(unasked.length)}
                </Button>
              ) : null}
            </li>
          ))}
        </ul>
      </section>
      <section>
        <Population />
      </section>
    </article>
  );
}
