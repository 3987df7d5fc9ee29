// What the form comes to at this moment: how many questions, what is left out and why, what is proposed.
import { Checkbox } from '@mantine/core';
import type { CatalogueRow } from '../../../../shared/contract/catalogues.ts';
import type { Catalogue } from '../../../../shared/domain/catalogue.ts';
import { slotsFor } from '../../../../shared/domain/tailoring.ts';
import type { AuditDraft } from './audit-draft.ts';
import type { Cut } from './cut-draft.ts';
import styles from './form-end.module.css';
import { texts } from './texts.ts';

function LeftOutList({ catalogue, cut }: { catalogue: Catalogue; cut: Cut }) {
  const { leftOut, notCovered } = cut.tailored;
  const byRequirement = Map.groupBy(leftOut, ({ requirement }) => requirement);
  const silent = new Set(notCovered);
  return (
    <ul className={styles.leftOut} tabIndex={0} aria-label={texts.whatIsLeftOut}>
      {catalogue.requirements
        .filter(({ id }) => byRequirement.has(id) || silent.has(id))
        .map(({ id, title }) => (
          <li key={id} title={silent.has(id) ? texts.notAsked : undefined}>
            <span className={styles.id}>{id}</span>
            <span className={styles.words}>
              {title}
              <span className={styles.why}>
                {(byRequirement.get(id) ?? []).map(({ questions, why }) => texts.leftOutOf(questions, why)).join(', ')}
              </span>
            </span>
          </li>
        ))}
    </ul>
  );
}

interface Props {
  draft: AuditDraft;
  row: CatalogueRow;
  catalogue: Catalogue;
  cut: Cut;
  onChange: (part: Partial<AuditDraft>) => void;
}

/** The result of the form, while it is filled in. */
export function WhatResults({ draft, row, catalogue, cut, onChange }: Props) {
  const { meetings } = cut.template;
  const slots = slotsFor(cut.template, cut.tailored.notCovered);
  const days = new Set(slots.map(({ day }) => day)).size;
  return (
    <>
      <p role="status">
        <strong>{texts.results(cut.questions, cut.requirements, cut.perSystem)}</strong>
        {` · ${texts.leftOut(cut.leftOutQuestions)} · `}
        <span className={styles.standard}>{`${row.standard}:${row.edition}`}</span>
      </p>
      {cut.leftOutQuestions.total + cut.tailored.notCovered.length === 0 ? null : (
        <details className={styles.details} data-form-list>
          <summary>{texts.whatIsLeftOut}</summary>
          <LeftOutList catalogue={catalogue} cut={cut} />
        </details>
      )}
      {slots.length + meetings.length === 0 ? null : (
        <Checkbox
          checked={draft.proposals}
          label={
            <>
              {texts.proposals(meetings.length, slots.length, days)}
              {draft.proposals && draft.startsOn === '' ? (
                <span className={styles.faint}>, {texts.undated}</span>
              ) : null}
            </>
          }
          onChange={(event) => onChange({ proposals: event.currentTarget.checked })}
        />
      )}
    </>
  );
}
