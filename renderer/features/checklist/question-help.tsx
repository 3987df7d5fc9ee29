// What the catalogue knows about the question at hand.
import type { Catalogue, Question, Requirement } from '../../../shared/domain/catalogue.ts';
import { themesOf } from '../../../shared/domain/summary.ts';
import { auditTypes } from '../../../shared/domain/vocabulary.ts';
import { Lines, Section } from './context-section.tsx';
import styles from './context-pane.module.css';
import { texts } from './texts.ts';

/** What a good answer proves, what to look at, whom to ask, what goes wrong. */
export function QuestionHelp({ question }: { question: Question }) {
  const { intent, lookAt, redFlags, sampling, pitfall, interviewees } = question;
  return (
    <>
      <Section title={texts.intent}>
        <p className={styles.lead}>{intent}</p>
      </Section>
      {redFlags.length === 0 ? null : (
        <Section title={texts.redFlags}>
          <Lines lines={redFlags} />
        </Section>
      )}
      {lookAt === '' ? null : (
        <Section title={texts.lookAt}>
          <p>{lookAt}</p>
        </Section>
      )}
      {sampling === '' ? null : (
        <Section title={texts.sampling}>
          <p>{sampling}</p>
        </Section>
      )}
      {interviewees.length === 0 ? null : (
        <Section title={texts.ask}>
          <p>{interviewees.join(', ')}</p>
        </Section>
      )}
      {pitfall === '' ? null : (
        <Section title={texts.pitfall}>
          <p>{pitfall}</p>
        </Section>
      )}
    </>
  );
}

const everyType = Object.keys(auditTypes).length;

/** `Internal audit` and `Stage 1 audit` as `internal, stage 1`: that they are audits goes without saying. */
function typesInWords(types: Question['auditTypes']): string {
  if (types.length === everyType) return texts.everyType;
  return types.map((type) => auditTypes[type].replace(/ audit$/, '').toLowerCase()).join(', ');
}

interface Props {
  question: Question | undefined;
  requirement: Requirement;
  catalogue: Pick<Catalogue, 'themes' | 'depths' | 'evidenceTypes'>;
}

/** The facts of a question: depth, evidence, types of audit, themes. A question of one's own has its requirement's themes. */
export function QuestionFacts({ question, requirement, catalogue }: Props) {
  const carried = themesOf(question, requirement);
  const themes = catalogue.themes.filter(({ id }) => carried.includes(id));
  const evidence = catalogue.evidenceTypes.filter(({ id }) => question?.evidenceTypes.includes(id));
  const depth = catalogue.depths.find(({ id }) => id === question?.depth)?.title.toLowerCase() ?? '';
  const rows = [
    { label: texts.depth, words: depth },
    { label: texts.evidenceTypes, words: evidence.map(({ title }) => title.toLowerCase()).join(', ') },
    { label: texts.auditTypes, words: question ? typesInWords(question.auditTypes) : '' },
  ].filter(({ words }) => words !== '');
  return (
    <Section title={texts.kind}>
      {rows.length === 0 ? null : (
        <dl className={styles.kind}>
          {rows.map(({ label, words }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{words}</dd>
            </div>
          ))}
        </dl>
      )}
      <ul className={styles.chips} aria-label={texts.themes}>
        {themes.map(({ id, title }) => (
          <li key={id} className={styles.theme}>
            {title}
          </li>
        ))}
      </ul>
    </Section>
  );
}
