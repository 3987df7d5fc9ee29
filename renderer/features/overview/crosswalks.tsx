// Same ground elsewhere: other frameworks, and which requirements of this audit link to each of their places.
import { IconChevronRight } from '@tabler/icons-react';
import { useId, useMemo } from 'react';
import { type FrameworkId, type LinkedReference, linksByReference, partOf } from '../../../shared/domain/crosswalks.ts';
import type { RequirementResult } from '../../../shared/domain/roll-up.ts';
import { verdicts } from '../../../shared/domain/vocabulary.ts';
import { hrefToRoom } from '../../api/addresses.ts';
import { useRoomView } from '../../api/room-view.ts';
import { useAudit } from '../../api/session-context.tsx';
import { VerdictChip } from '../../parts/verdict-chip.tsx';
import { type FrameworkView, viewFrameworks } from './crosswalk-rows.ts';
import styles from './crosswalks.module.css';
import { texts } from './texts.ts';

type Results = ReadonlyMap<string, RequirementResult>;

function Reference({ reference, links, results }: LinkedReference & { results: Results }) {
  const ref = useAudit((state) => state.open.audit.ref);
  return (
    <li className={styles.reference}>
      <span>
        <span className="visually-hidden">{partOf(reference)} </span>
        {reference.slice(partOf(reference).length).trim()}
      </span>
      <ul>
        {links.map(({ requirement, basis, strength }) => {
          const verdict = results.get(requirement)?.verdict ?? 'not-started';
          const facts = [
            verdicts[verdict].toLowerCase(),
            texts.basis[basis],
            ...(strength === undefined ? [] : [strength]),
          ];
          return (
            <li key={requirement}>
              <a
                className={styles.link}
                data-basis={basis}
                href={hrefToRoom(ref, 'checklist', requirement)}
                title={texts.cell(requirement, facts)}
              >
                <VerdictChip verdict={verdict} size="small" isDecoration />
                {requirement}
                <span className="visually-hidden"> {facts.join(', ')}</span>
              </a>
            </li>
          );
        })}
      </ul>
    </li>
  );
}

interface FrameworkProps {
  view: FrameworkView;
  source: string;
  results: Results;
  isOpen: boolean;
  onToggle: () => void;
}

function Framework({ view, source, results, isOpen, onToggle }: FrameworkProps) {
  const { id, name, count, touching, parts } = view;
  const panel = useId();
  const links = parts.flatMap(({ references }) => references.flatMap((one) => one.links));
  const bases = (['published', 'judgement'] as const).filter((basis) => links.some((link) => link.basis === basis));
  return (
    <div className={styles.framework}>
      <h3>
        <button type="button" aria-expanded={isOpen} aria-controls={isOpen ? panel : undefined} onClick={onToggle}>
          <IconChevronRight size={14} stroke={1.8} aria-hidden />
          <b>{name}</b> <span>{count === 0 ? texts.noLinks : texts.summary(texts.places[id](count), touching)}</span>
        </button>
      </h3>
      {isOpen ? (
        <div id={panel} className={styles.panel}>
          <div className={styles.source}>
            <p>{source}</p>
            <p>{bases.map((basis) => texts.basisWords[basis]).join(' ')}</p>
          </div>
          <div className={styles.parts} data-parts={parts.length > 1 || undefined}>
            {parts.map(({ title, references }) => (
              <section key={title} aria-label={title || name}>
                {title === '' ? null : <h4>{title}</h4>}
                <ul>
                  {references.map((one) => (
                    <Reference key={one.reference} {...one} results={results} />
                  ))}
                </ul>
              </section>
            ))}
          </div>
        </div>
      ) : null}
    </div>
  );
}

/** The frameworks, each closed until somebody opens it. */
export function Crosswalks({ results }: { results: Results }) {
  const catalogue = useAudit((state) => state.catalogue);
  const [{ opened }, changeView] = useRoomView<{ opened: readonly FrameworkId[] }>('overview crosswalks', {
    opened: [],
  });
  const links = useMemo(() => linksByReference(catalogue), [catalogue]);
  const views = useMemo(() => viewFrameworks(links, results), [links, results]);
  return (
    <section className={styles.crosswalks}>
      <h2>{texts.crosswalks}</h2>
      <p className={styles.words}>{texts.crosswalksWords}</p>
      {views.map((view) => {
        const isOpen = opened.includes(view.id);
        return (
          <Framework
            key={view.id}
            view={view}
            source={catalogue.crosswalkSources[view.id] ?? ''}
            results={results}
            isOpen={isOpen}
            onToggle={() =>
              changeView({ opened: isOpen ? opened.filter((one) => one !== view.id) : [...opened, view.id] })
            }
          />
        );
      })}
    </section>
  );
}
