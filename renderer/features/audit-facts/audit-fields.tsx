// What is said about the audit and about the organisation.
import { NativeSelect } from '@mantine/core';
import type { AuditRecord, OrganizationRecord } from '../../../shared/contract/records.ts';
import { confidentialityLevels } from '../../../shared/domain/vocabulary.ts';
import { useRecordEdit } from '../../api/record-edit.ts';
import { LayoutRow } from '../../parts/layout-choice.tsx';
import { FieldRow } from '../../ui/field-row.tsx';
import { optionsOf } from '../../ui/options.ts';
import { CountField, DayField, LineField, TextField } from './fields.tsx';
import styles from './panel.module.css';
import { texts } from './texts.ts';

/** The facts of the audit. */
export function AuditFields({ audit }: { audit: AuditRecord }) {
  const edit = useRecordEdit('audit', audit.id, texts.auditName);
  const text = (
    field:
      | 'objectives'
      | 'scope'
      | 'criteria'
      | 'sites'
      | 'distribution'
      | 'limits'
      | 'changesSinceLast'
      | 'combined'
      | 'legalContext'
      | 'withheld'
      | 'deviations'
      | 'leftOutReason',
    hint?: string,
  ) => (
    <TextField
      label={texts.audit[field]}
      hint={hint}
      value={audit[field]}
      onValue={(value) => edit.type({ [field]: value }, texts.audit[field])}
      onLeave={edit.leave}
    />
  );
  const day = (field: 'startsOn' | 'endsOn' | 'retainUntil', error?: string) => (
    <DayField
      label={texts.audit[field]}
      value={audit[field]}
      error={error}
      onValue={(value) => edit.choose({ [field]: value }, texts.audit[field])}
    />
  );
  const isWrongOrder = audit.startsOn !== null && audit.endsOn !== null && audit.endsOn < audit.startsOn;
  return (
    <section className={styles.part}>
      <h3>{texts.about}</h3>
      <LineField
        label={texts.audit.title}
        isName
        isFirst
        value={audit.title}
        onValue={(title) => edit.type({ title }, texts.audit.title)}
        onLeave={edit.leave}
      />
      {text('objectives')}
      {text('scope')}
      {text('criteria', texts.hints.criteria)}
      {audit.leftOut.length > 0 ? text('leftOutReason') : null}
      {day('startsOn')}
      {day('endsOn', isWrongOrder ? texts.wrongOrder : undefined)}
      {text('sites')}
      <LineField
        label={texts.audit.representative}
        value={audit.representative}
        onValue={(representative) => edit.type({ representative }, texts.audit.representative)}
        onLeave={edit.leave}
      />
      <CountField
        label={texts.audit.remoteShare}
        hint={texts.hints.remoteShare}
        most={100}
        value={audit.remoteShare}
        onValue={(remoteShare) => edit.type({ remoteShare }, texts.audit.remoteShare)}
        onLeave={edit.leave}
      />
      <CountField
        label={texts.audit.peopleInScope}
        value={audit.peopleInScope}
        onValue={(peopleInScope) => edit.type({ peopleInScope }, texts.audit.peopleInScope)}
        onLeave={edit.leave}
      />
      <LineField
        label={texts.audit.language}
        value={audit.language}
        onValue={(language) => edit.type({ language }, texts.audit.language)}
        onLeave={edit.leave}
      />
      <FieldRow label={texts.audit.confidentiality}>
        {({ id }) => (
          <NativeSelect
            id={id}
            data={optionsOf(confidentialityLevels)}
            value={audit.confidentiality}
            onChange={(event) =>
              edit.choose(
                { confidentiality: event.currentTarget.value as AuditRecord['confidentiality'] },
                texts.audit.confidentiality,
              )
            }
          />
        )}
      </FieldRow>
      <LayoutRow />
      {text('distribution')}
      {text('limits')}
      {text('withheld', texts.hints.withheld)}
      {text('deviations', texts.hints.deviations)}
      {text('changesSinceLast')}
      {text('legalContext', texts.hints.legalContext)}
      {text('combined', texts.hints.combined)}
      {day('retainUntil')}
    </section>
  );
}

/** The facts of the organisation, which all of its audits share. */
export function OrganizationFields({ organization }: { organization: OrganizationRecord }) {
  const edit = useRecordEdit('organization', organization.id, texts.organizationName);
  const text = (field: 'description' | 'sites') => (
    <TextField
      label={texts.of[field]}
      value={organization[field]}
      onValue={(value) => edit.type({ [field]: value }, texts.of[field])}
      onLeave={edit.leave}
    />
  );
  return (
    <section className={styles.part}>
      <h3>{texts.organization}</h3>
      <LineField
        label={texts.of.name}
        hint={texts.hints.organization}
        isName
        value={organization.name}
        onValue={(name) => edit.type({ name }, texts.of.name)}
        onLeave={edit.leave}
      />
      {text('description')}
      <LineField
        label={texts.of.sector}
        value={organization.sector}
        onValue={(sector) => edit.type({ sector }, texts.of.sector)}
        onLeave={edit.leave}
      />
      {text('sites')}
      <CountField
        label={texts.of.peopleInScope}
        value={organization.peopleInScope}
        onValue={(peopleInScope) => edit.type({ peopleInScope }, texts.of.peopleInScope)}
        onLeave={edit.leave}
      />
    </section>
  );
}
