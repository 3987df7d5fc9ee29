// The conclusions and the four answers: each a text, with what the results say beside it.
import { useId, useMemo } from 'react';
import type { OpenAudit } from '../../../shared/contract/audits.ts';
import type { Catalogue, GovernanceId } from '../../../shared/domain/catalogue.ts';
import { useRecordEdit } from '../../api/record-edit.ts';
import { useReferenceSuggestions } from '../../api/reference-suggestions.ts';
import { useHrefOfReference } from '../../api/references.ts';
import { CompletingText } from '../../parts/completing-text.tsx';
import { ReferenceText } from '../../parts/reference-text.tsx';
import { type ConclusionText, conclusionFacts, conclusionTexts, governanceFacts } from './conclusion-facts.ts';
import styles from './room.module.css';
import { texts } from './texts.ts';

interface PieceProps {
  conclusion: OpenAudit['conclusion'];
  field: ConclusionText | GovernanceId;
  label: string;
  placeholder: string;
  facts: string;
  /** Whether the label is a question of its own and not a short name. */
  isQuestion?: boolean;
}

function Piece({ conclusion, field, label, placeholder, facts, isQuestion = false }: PieceProps) {
  const edit = useRecordEdit('conclusion', conclusion.id, texts.conclusionName);
  const suggest = useReferenceSuggestions();
  const hrefOf = useHrefOfReference();
  const id = useId();
  const what = label.toLowerCase();
  return (
    <div className={styles.piece}>
      <label htmlFor={id} data-question={isQuestion || undefined}>
        {label}
      </label>
      <CompletingText
        id={id}
        suggest={suggest}
        lines={2}
        value={conclusion[field]}
        placeholder={placeholder}
        aria-describedby={facts === '' ? undefined : `${id}-facts`}
        onText={(text) => edit.type({ [field]: text }, what)}
        onBlur={edit.leave}
      />
      {facts === '' ? null : (
        <div className={styles.facts}>
          <p id={`${id}-facts`}>
            <span className={styles.factsLabel}>{texts.results}</span> <ReferenceText text={facts} hrefOf={hrefOf} />
          </p>
          {conclusion[field].trim() === '' ? (
            <button type="button" onClick={() => edit.choose({ [field]: facts }, what)}>
              {texts.startFromThese}
            </button>
          ) : null}
        </div>
      )}
    </div>
  );
}

/** All texts of the conclusions. */
export function Conclusions({ open, catalogue }: { open: OpenAudit; catalogue: Catalogue }) {
  const facts = useMemo(() => conclusionFacts(open, catalogue), [open, catalogue]);
  const governance = useMemo(() => governanceFacts(open, catalogue), [open, catalogue]);
  const { conclusion } = open;
  return (
    <>
      <section className={styles.pieces}>
        <h2>{texts.questions}</h2>
        <p className={styles.lead}>{texts.questionsWords}</p>
        {catalogue.governance.map(({ id, question }) => (
          <Piece
            key={id}
            conclusion={conclusion}
            field={id}
            label={question}
            placeholder={texts.answerPlaceholder}
            facts={governance.get(id) ?? ''}
            isQuestion
          />
        ))}
      </section>
      <section className={styles.pieces}>
        <h2>{texts.conclusions}</h2>
        <p className={styles.lead}>{texts.conclusionsWords}</p>
        {conclusionTexts.map((field) => (
          <Piece
            key={field}
            conclusion={conclusion}
            field={field}
            label={texts.fields[field]}
            placeholder={texts.placeholders[field]}
            facts={facts[field]}
          />
        ))}
      </section>
    </>
  );
}
