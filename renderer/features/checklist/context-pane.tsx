// The right pane: what helps with the question at hand, and what hangs on it.
import { memo, useMemo } from 'react';
import type { ChecklistItemRecord } from '../../../shared/contract/records.ts';
import type { Catalogue, Crosswalk, Question } from '../../../shared/domain/catalogue.ts';
import { type FrameworkId, frameworks } from '../../../shared/domain/crosswalks.ts';
import { findingHeading } from '../../../shared/domain/findings.ts';
import { evidenceMethods } from '../../../shared/domain/vocabulary.ts';
import { hrefToRoom } from '../../api/addresses.ts';
import { useAudit } from '../../api/session-context.tsx';
import { GradeChip } from '../../parts/grade-chip.tsx';
import { RecordHistory } from '../../parts/record-history.tsx';
import { KeyCap } from '../../ui/key-cap.tsx';
import { useFrameBehind } from '../../ui/second-step.ts';
import type { RequirementRow } from './checklist-view.ts';
import styles from './context-pane.module.css';
import { Lines, Section } from './context-section.tsx';
import { evidenceOf } from './draft-finding.ts';
import { itemHistoryWords, sampleHistory } from './history-words.ts';
import { LicensedText } from './licensed-text.tsx';
import { QuestionFacts, QuestionHelp } from './question-help.tsx';
import { texts } from './texts.ts';

function Statement({ control }: { control: string }) {
  const entry = useAudit((state) => state.open.soa.entries.find((one) => one.control === control));
  const ref = useAudit((state) => state.open.audit.ref);
  if (!entry) return null;
  return (
    <Section title={texts.soa}>
      <p>
        <a href={hrefToRoom(ref, 'applicability', control)}>
          {entry.applicable ? texts.applicable : texts.notApplicable}
        </a>
        {entry.stated ? (entry.justification === '' ? `. ${texts.noJustification}` : `: ${entry.justification}`) : null}
      </p>
      {entry.stated ? null : <p className={styles.faint}>{texts.notStated}</p>}
      {entry.implementation === '' ? null : (
        <p className={styles.faint}>
          {texts.implementation}: {entry.implementation}
        </p>
      )}
    </Section>
  );
}

function Elsewhere({ crosswalk, sources }: { crosswalk: Crosswalk; sources: Catalogue['crosswalkSources'] }) {
  const linked = (Object.keys(frameworks) as FrameworkId[]).filter((framework) => crosswalk[framework].length > 0);
  if (linked.length === 0) return null;
  return (
    <Section title={texts.elsewhere}>
      {linked.map((framework) => (
        <div key={framework}>
          <h3 className={styles.faint} title={sources[framework]}>
            {frameworks[framework]}
          </h3>
          <ul className={styles.chips}>
            {crosswalk[framework].map(({ id, basis, strength }) => (
              <li
                key={id}
                className={styles.chip}
                data-basis={basis}
                title={[texts.basis[basis], strength].filter(Boolean).join('. ')}
              >
                {id}
                <span className="visually-hidden">
                  , {texts.basis[basis]}
                  {strength === undefined ? '' : `, ${strength}`}
                </span>
              </li>
            ))}
          </ul>
        </div>
      ))}
      <p className={styles.faint}>{texts.basisLegend}</p>
    </Section>
  );
}

function Hanging({ item }: { item: ChecklistItemRecord }) {
  const ref = useAudit((state) => state.open.audit.ref);
  const links = useAudit((state) => state.open.links);
  const evidence = useAudit((state) => state.open.evidence);
  const findings = useAudit((state) => state.open.findings);
  const linked = evidenceOf({ links, evidence }, item.id);
  const raised = findings.filter((finding) => finding.item === item.id);
  const related = findings.filter(
    (finding) => finding.item !== item.id && finding.requirements.includes(item.requirement),
  );
  return (
    <>
      <Section title={texts.evidenceHere(linked.length)}>
        {linked.map(({ id, number, title, originalName, method }) => (
          <div key={id} className={styles.row}>
            <a href={hrefToRoom(ref, 'evidence', number)}>{number}</a>
            <span>{title || originalName}</span>
            <span className={styles.faint}>{evidenceMethods[method].toLowerCase()}</span>
          </div>
        ))}
        <p className={styles.faint}>
          {texts.dropHint} <KeyCap keys="e" />
        </p>
      </Section>
      <Section title={texts.findingsHere}>
        {[...raised, ...related].map((finding) => (
          <div key={finding.id} className={styles.row}>
            <a href={hrefToRoom(ref, 'findings', finding.number)}>{finding.number}</a>
            <span>{findingHeading(finding)}</span>
            <GradeChip grade={finding.grade} size="small" />
          </div>
        ))}
        {raised.length === 0 ? (
          <p className={styles.faint}>
            {texts.noFindings} <KeyCap keys="f" />
          </p>
        ) : null}
      </Section>
    </>
  );
}

function AboutRequirement({ id, catalogue }: { id: string; catalogue: Catalogue }) {
  const guidance = catalogue.items.find((item) => item.id === id);
  if (!guidance) return null;
  return (
    <Section title={texts.requirement}>
      <p>{guidance.explanation}</p>
      {guidance.documentedInformation === '' ? null : (
        <p className={styles.faint}>
          {texts.documented}: {guidance.documentedInformation}
        </p>
      )}
      {guidance.typicalEvidence.length === 0 ? null : (
        <details>
          <summary>{texts.typicalEvidence}</summary>
          <Lines lines={guidance.typicalEvidence} />
        </details>
      )}
      {guidance.natureExamples.length === 0 ? null : (
        <details>
          <summary>{texts.natureExamples}</summary>
          <Lines lines={guidance.natureExamples} />
        </details>
      )}
    </Section>
  );
}

interface Props {
  row: RequirementRow;
  item: ChecklistItemRecord | undefined;
  question: Question | undefined;
  catalogue: Catalogue;
}

const Context = memo(function Context({ row, item, question, catalogue }: Props) {
  const { requirement } = row;
  const crosswalk = useMemo(
    () => catalogue.crosswalks.find(({ id }) => id === requirement.id),
    [catalogue, requirement.id],
  );
  const systems = useAudit((state) => state.open.aiSystems);
  const words = useMemo(() => itemHistoryWords(systems), [systems]);
  const control = requirement.kind === 'control' ? requirement.id : item?.control;
  return (
    <div className={styles.context}>
      {control ? <Statement control={control} /> : null}
      {question ? <QuestionHelp question={question} /> : null}
      {item ? <Hanging item={item} /> : null}
      <QuestionFacts question={question} requirement={requirement} catalogue={catalogue} />
      <AboutRequirement id={requirement.id} catalogue={catalogue} />
      <LicensedText requirement={requirement.id} standard={catalogue.standard} />
      {crosswalk ? <Elsewhere crosswalk={crosswalk} sources={catalogue.crosswalkSources} /> : null}
      {item ? (
        <Section title={texts.history}>
          <RecordHistory key={item.id} record={item.id} name={requirement.id} words={words} parts={sampleHistory} />
        </Section>
      ) : null}
    </div>
  );
});

/** What helps with one question. It follows a frame behind, so that the question itself is there at once. */
export function ContextPane({ row, item, question, catalogue }: Props) {
  const about = useMemo(() => ({ row, item, question }), [row, item, question]);
  return <Context {...useFrameBehind(about)} catalogue={catalogue} />;
}
