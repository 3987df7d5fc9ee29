// The conclusions and the four answers: each a text, with a draft from the results and its reasons beside it.
import { useId, useMemo } from 'react';
import type { OpenAudit } from '../../../shared/contract/audits.ts';
import type { Catalogue, GovernanceId } from '../../../shared/domain/catalogue.ts';
import { draftAnswers, draftConclusions } from '../../../shared/domain/conclusion-drafts.ts';
import { type ConclusionDraft, type ConclusionText, conclusionTexts } from '../../../shared/domain/conclusion-facts.ts';
import { useRecordEdit } from '../../api/record-edit.ts';
import { useReferenceSuggestions } from '../../api/reference-suggestions.ts';
import { useHrefOfReference } from '../../api/references.ts';
import { CompletingText } from '../../parts/completing-text.tsx';
import { ReferenceText } from '../../parts/reference-text.tsx';
import styles from './room.module.css';
import { texts } from './texts.ts';

interface PieceProps {
  conclusion: OpenAudit['conclusion'];
  field: ConclusionText | GovernanceId;
  label: string;
  placeholder: string;
  draft: ConclusionDraft;
  /** Whether the label is a question of its own and not a short name. */
  isQuestion?: boolean;
}

function Piece({ conclusion, field, label, placeholder, draft, isQuestion = false }: PieceProps) {
  const edit = useRecordEdit('conclusion', conclusion.id, texts.conclusionName);
  const suggest = useReferenceSuggestions();
  const hrefOf = useHrefOfReference();
  const id = useId();
  const what = label.toLowerCase();
  const isEmpty = conclusion[field].trim() === '';
  const proposal = isEmpty ? draft.text : '';
  const hasFacts = proposal !== '' || draft.reasons.length > 0;
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
        aria-describedby={hasFacts ? `${id}-facts` : undefined}
        onText={(text) => edit.type({ [field]: text }, what)}
        onBlur={edit.leave}
      />
      {hasFacts ? (
        <div className={styles.facts}>
          <div id={`${id}-facts`}>
            {proposal === '' ? null : (
              <p className={styles.draft}>
                <span className={styles.factsLabel}>{texts.draft}</span>{' '}
                <ReferenceText text={proposal} hrefOf={hrefOf} />
              </p>
            )}
            {draft.reasons.length === 0 ? null : (
              <p>
                <span className={styles.factsLabel}>{texts.results}</span>{' '}
                <ReferenceText text={draft.reasons.join(' ')} hrefOf={hrefOf} />
              </p>
            )}
          </div>
          {proposal === '' ? null : (
            <button type="button" onClick={() => edit.choose({ [field]: proposal }, what)}>
              {texts.takeDraft}
            </button>
          )}
        </div>
      ) : null}
    </div>
  );
}

const noDraft: ConclusionDraft = { text: '', reasons: [] };

/** All texts of the conclusions. */
export function Conclusions({ open, catalogue }: { open: OpenAudit; catalogue: Catalogue }) {
  const drafts = useMemo(() => draftConclusions(open, catalogue), [open, catalogue]);
  const answers = useMemo(() => draftAnswers(open, catalogue), [open, catalogue]);
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
            draft={answers.get(id) ?? noDraft}
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
            draft={drafts[field]}
          />
        ))}
      </section>
    </>
  );
}
