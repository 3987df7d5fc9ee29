// The room in which an audit is made: one page, one button, everything by keyboard.
import { Autocomplete, Button, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { Output } from '../../../shared/contract/contract.ts';
import type { Catalogue } from '../../../shared/domain/catalogue.ts';
import { tailor } from '../../../shared/domain/tailoring.ts';
import { templateOf } from '../../../shared/domain/templates.ts';
import { type AuditType, auditTypes } from '../../../shared/domain/vocabulary.ts';
import { isAppError } from '../../../shared/errors.ts';
import { goTo, goToRoom } from '../../api/addresses.ts';
import { useCommands } from '../../api/commands.ts';
import { useEngine, useWorkspace } from '../../api/engine-context.tsx';
import { FieldRow } from '../../ui/field-row.tsx';
import { GrowingText } from '../../parts/growing-text.tsx';
import { optionsOf } from '../../ui/options.ts';
import { KeyCap } from '../../ui/key-cap.tsx';
import { type AuditDraft, checkDraft, createDraft, createFromDraft, keepDraft, readDraft } from './audit-draft.ts';
import styles from './audits.module.css';
import { SystemRows, TeamRows } from './draft-rows.tsx';
import { formTexts as texts } from './texts.ts';

type CatalogueRow = Output<'catalogues.list'>[number];

/** The catalogue a new audit will use, as far as the engine shows it before the audit exists. */
function useNewestCatalogue(): { row: CatalogueRow | undefined; catalogue: Catalogue | undefined } {
  const { api } = useEngine();
  const [row, setRow] = useState<CatalogueRow>();
  const [catalogue, setCatalogue] = useState<Catalogue>();
  useEffect(() => {
    let isWanted = true;
    const read = async () => {
      const [first] = await api.call('catalogues.list', {});
      if (isWanted) setRow(first);
      const whole = first && (await api.call('catalogues.read', { hash: first.hash }));
      if (isWanted) setCatalogue(whole);
    };
    // Only the count of questions depends on it; the form works without.
    read().catch(() => undefined);
    return () => {
      isWanted = false;
    };
  }, [api]);
  return { row, catalogue };
}

function QuestionCount({ type }: { type: AuditType }) {
  const { row, catalogue } = useNewestCatalogue();
  if (!row) return null;
  return (
    <p className={styles.questionCount} role="status">
      <strong>{`${row.standard}:${row.edition}`}</strong>
      {catalogue
        ? texts.questions(
            tailor(catalogue, { template: templateOf(catalogue, { template: '', type }), aiRoles: [], systems: [] })
              .questions.length,
            catalogue.requirements.length,
          )
        : texts.upTo(row.questions)}
    </p>
  );
}

const textFields = [
  { name: 'objectives', label: texts.objectives },
  { name: 'scope', label: texts.scope },
  { name: 'criteria', label: texts.criteria, hint: texts.criteriaHint },
  { name: 'sites', label: texts.sites },
] as const;

/** The new-audit room. */
export function NewAudit() {
  const { api, workspace } = useEngine();
  const me = useWorkspace((state) => state.settings.name);
  const audits = useWorkspace((state) => state.audits);
  const [draft, setDraft] = useState<AuditDraft>(() => readDraft() ?? createDraft(me));
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [isCreating, setCreating] = useState(false);
  const [failure, setFailure] = useState<string>();
  const form = useRef<HTMLFormElement>(null);

  const change = (part: Partial<AuditDraft>) => {
    const next = { ...draft, ...part };
    setDraft(next);
    keepDraft(next);
    if (Object.keys(errors).length > 0) setErrors(checkDraft(next));
  };
  const submit = async (event?: FormEvent) => {
    event?.preventDefault();
    const found = checkDraft(draft);
    setErrors(found);
    if (Object.keys(found).length > 0) {
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      return;
    }
    setCreating(true);
    setFailure(undefined);
    try {
      const ref = await createFromDraft(api, draft);
      keepDraft(undefined);
      await workspace.loadAudits();
      goToRoom(ref, 'checklist');
    } catch (error) {
      setFailure(texts.failed(isAppError(error) ? error.message : String(error)));
      setCreating(false);
    }
  };
  useCommands({ 'app.back': () => goTo({ place: 'audits' }), 'app.submit': () => void submit() });
  useEffect(() => form.current?.querySelector('input')?.focus(), []);

  return (
    <form ref={form} className={styles.form} noValidate onSubmit={(event) => void submit(event)}>
      <h1>{texts.title}</h1>
      <p className={styles.lead}>{texts.words}</p>

      <fieldset>
        <legend>{texts.audit}</legend>
        <FieldRow label={texts.auditTitle} error={errors.title} hint={texts.titleHint} isRequired>
          {({ id, describedBy, isInvalid }) => (
            <TextInput
              id={id}
              value={draft.title}
              aria-describedby={describedBy}
              aria-invalid={isInvalid}
              aria-required
              maxLength={300}
              onChange={(event) => change({ title: event.currentTarget.value })}
            />
          )}
        </FieldRow>
        <FieldRow label={texts.type} isRequired>
          {({ id }) => (
            <NativeSelect
              id={id}
              className={styles.short ?? ''}
              value={draft.type}
              data={optionsOf(auditTypes)}
              onChange={(event) => change({ type: event.currentTarget.value as AuditType })}
            />
          )}
        </FieldRow>
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
              onChange={(organization) => change({ organization })}
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
                onChange={(event) => change({ startsOn: event.currentTarget.value })}
              />
              <span aria-hidden>–</span>
              <TextInput
                type="date"
                value={draft.endsOn}
                aria-label={texts.to}
                aria-describedby={describedBy}
                aria-invalid={isInvalid}
                onChange={(event) => change({ endsOn: event.currentTarget.value })}
              />
            </div>
          )}
        </FieldRow>
        {textFields.map(({ name, label, ...rest }) => (
          <FieldRow key={name} label={label} hint={'hint' in rest ? rest.hint : undefined}>
            {({ id, describedBy }) => (
              <GrowingText
                id={id}
                lines={1}
                aria-describedby={describedBy}
                value={draft[name]}
                onText={(text) => change({ [name]: text })}
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
              onChange={(event) => change({ remoteShare: event.currentTarget.value.trim() })}
            />
          )}
        </FieldRow>
      </fieldset>

      <fieldset>
        <legend>{texts.team}</legend>
        <TeamRows rows={draft.team} errors={errors} onChange={(team) => change({ team })} />
      </fieldset>

      <fieldset>
        <legend>{texts.systems}</legend>
        <p className={styles.faint}>{texts.systemsWords}</p>
        <SystemRows rows={draft.systems} errors={errors} onChange={(systems) => change({ systems })} />
      </fieldset>

      <div className={styles.formEnd}>
        <QuestionCount type={draft.type} />
        <div role="alert">{failure === undefined ? null : <p className={styles.failure}>{failure}</p>}</div>
        <Button variant="default" onClick={() => goTo({ place: 'audits' })}>
          {texts.cancel}
        </Button>
        <Button type="submit" loading={isCreating} rightSection={<KeyCap keys="Ctrl ↵" />}>
          {texts.create}
        </Button>
      </div>
    </form>
  );
}
