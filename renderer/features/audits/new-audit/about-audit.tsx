// The facts of the new audit: title, catalogue, template, organisation, dates, guidance, scope in words.
import { Autocomplete, NativeSelect, TextInput } from '@mantine/core';
import type { Guideline } from '../../../../shared/domain/guidelines.ts';
import { useWorkspace } from '../../../api/engine-context.tsx';
import { GrowingText } from '../../../parts/growing-text.tsx';
import { FieldRow } from '../../../ui/field-row.tsx';
import type { AuditDraft } from './audit-draft.ts';
import type { Cut } from './cut-draft.ts';
import { GuidelineChoice } from './guideline-choice.tsx';
import styles from './new-audit.module.css';
import { TemplateChoice } from './template-choice.tsx';
import { texts } from './texts.ts';
import type { Offers } from './use-offers.ts';

const textFields = [
  { name: 'objectives', label: texts.objectives },
  { name: 'scope', label: texts.scope },
  { name: 'criteria', label: texts.criteria, hint: texts.criteriaHint },
  { name: 'sites', label: texts.sites },
] as const;

interface Props {
  draft: AuditDraft;
  errors: Record<string, string>;
  offers: Offers;
  cut: Cut | undefined;
  guideline: Guideline | undefined;
  onChange: (part: Partial<AuditDraft>) => void;
}

/** Title, catalogue and template: what the checklist is made from. */
export function AuditBasis({ draft, errors, offers, cut, onChange }: Omit<Props, 'guideline'>) {
  const { catalogues, catalogue, row } = offers;
  return (
    <>
      <FieldRow label={texts.auditTitle} error={errors.title} hint={texts.titleHint} isRequired>
        {({ id, describedBy, isInvalid }) => (
          <TextInput
            id={id}
            value={draft.title}
            aria-describedby={describedBy}
            aria-invalid={isInvalid}
            aria-required
            maxLength={300}
            onChange={(event) => onChange({ title: event.currentTarget.value })}
          />
        )}
      </FieldRow>
      {catalogues.length < 2 || !row ? null : (
        <FieldRow label={texts.catalogue}>
          {({ id }) => (
            <NativeSelect
              id={id}
              value={row.hash}
              data={catalogues.map(({ hash, standard, edition, title, version }) => ({
                value: hash,
                label: texts.catalogueName(standard, edition, title, version),
              }))}
              onChange={(event) => onChange({ catalogue: event.currentTarget.value, choice: null })}
            />
          )}
        </FieldRow>
      )}
      {catalogue && cut ? (
        <TemplateChoice catalogue={catalogue} chosen={cut.template} onChoose={(template) => onChange({ template })} />
      ) : null}
    </>
  );
}

/** Whom, when, by which guidance, and what about in words. */
export function AuditFacts({ draft, errors, offers, guideline, onChange }: Omit<Props, 'cut'>) {
  const audits = useWorkspace((state) => state.audits);
  return (
    <>
      <FieldRow label={texts.organization} error={errors.organization} hint={texts.organizationHint} isRequired>
        {({ id, describedBy, isInvalid }) => (
          <Autocomplete
            id={id}
            value={draft.organization}
            data={[...new Set(audits.map(({ organization }) => organization))]}
            aria-describedby={describedBy}
            aria-invalid={isInvalid}
            aria-required
            maxLength={300}
            limit={8}
            onChange={(organization) => onChange({ organization })}
          />
        )}
      </FieldRow>
      <FieldRow label={texts.dates} error={errors.dates}>
        {({ id, describedBy, isInvalid }) => (
          <div className={styles.pair}>
            <TextInput
              id={id}
              type="date"
              value={draft.startsOn}
              aria-label={texts.from}
              onChange={(event) => onChange({ startsOn: event.currentTarget.value })}
            />
            <span aria-hidden>–</span>
            <TextInput
              type="date"
              value={draft.endsOn}
              aria-label={texts.to}
              aria-describedby={describedBy}
              aria-invalid={isInvalid}
              onChange={(event) => onChange({ endsOn: event.currentTarget.value })}
            />
          </div>
        )}
      </FieldRow>
      {guideline === undefined ? null : (
        <GuidelineChoice
          guidelines={offers.guidelines}
          chosen={guideline}
          onChoose={(id) => onChange({ guideline: id })}
        />
      )}
      {textFields.map(({ name, label, ...rest }) => (
        <FieldRow key={name} label={label} hint={'hint' in rest ? rest.hint : undefined}>
          {({ id, describedBy }) => (
            <GrowingText
              id={id}
              lines={1}
              aria-describedby={describedBy}
              value={draft[name]}
              onText={(text) => onChange({ [name]: text })}
            />
          )}
        </FieldRow>
      ))}
      <FieldRow label={texts.remote} error={errors.remoteShare}>
        {({ id, describedBy, isInvalid }) => (
          <TextInput
            id={id}
            className={styles.tiny ?? ''}
            inputMode="numeric"
            value={draft.remoteShare}
            aria-describedby={describedBy}
            aria-invalid={isInvalid}
            onChange={(event) => onChange({ remoteShare: event.currentTarget.value.trim() })}
          />
        )}
      </FieldRow>
    </>
  );
}
