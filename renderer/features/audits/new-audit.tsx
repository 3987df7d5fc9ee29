// The room in which an audit is made: one page, one button, everything by keyboard.
import { type FormEvent, useEffect, useMemo, useRef, useState } from 'react';
import { isAppError } from '../../../shared/errors.ts';
import { goTo, goToRoom } from '../../api/addresses.ts';
import { useCommands } from '../../api/commands.ts';
import { useEngine, useWorkspace } from '../../api/engine-context.tsx';
import { AuditBasis, AuditFacts } from './new-audit/about-audit.tsx';
import { type AuditDraft, createDraft, keepDraft, readDraft } from './new-audit/audit-draft.ts';
import { checkDraft, inputOf } from './new-audit/audit-input.ts';
import { cutDraft } from './new-audit/cut-draft.ts';
import { SystemRows, TeamRows } from './new-audit/draft-rows.tsx';
import { FormEnd } from './new-audit/form-end.tsx';
import styles from './new-audit/new-audit.module.css';
import { RoleAdvice, RoleChoice } from './new-audit/role-choice.tsx';
import { ScopeChoice } from './new-audit/scope-choice.tsx';
import { texts } from './new-audit/texts.ts';
import { useOffers } from './new-audit/use-offers.ts';

/** Puts the focus where the first thing is wrong; into a tree, on its first row. */
function focusFirstFault(form: HTMLFormElement | null): void {
  const fault = form?.querySelector<HTMLElement>('[aria-invalid="true"]');
  const inside = fault?.getAttribute('role') === 'tree' ? fault.querySelector<HTMLElement>('[tabindex="0"]') : fault;
  inside?.focus();
}

/** The new-audit room. */
export function NewAudit() {
  const { api, workspace } = useEngine();
  const me = useWorkspace((state) => state.settings.name);
  const [draft, setDraft] = useState<AuditDraft>(() => readDraft() ?? createDraft(me));
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [isCreating, setCreating] = useState(false);
  const [failure, setFailure] = useState<string>();
  const form = useRef<HTMLFormElement>(null);
  const offers = useOffers(draft.catalogue);
  const { catalogue, row } = offers;
  const cut = useMemo(() => catalogue && cutDraft(draft, catalogue), [draft, catalogue]);
  const guideline = offers.guidelines.find(({ id }) => id === draft.guideline) ?? offers.guidelines[0];
  const sampled = draft.systems.filter((system) => system.sampled).length;

  const change = (part: Partial<AuditDraft>) => {
    const next = { ...draft, ...part };
    setDraft(next);
    keepDraft(next);
    if (Object.keys(errors).length > 0) setErrors(checkDraft(next, catalogue && cutDraft(next, catalogue)));
  };
  const submit = async (event?: FormEvent) => {
    event?.preventDefault();
    if (isCreating) return;
    const found = checkDraft(draft, cut);
    setErrors(found);
    setFailure(undefined);
    if (Object.keys(found).length > 0) {
      requestAnimationFrame(() => focusFirstFault(form.current));
      return;
    }
    if (!cut || !catalogue || !row || offers.isReading) {
      setFailure(texts.notYet);
      return;
    }
    setCreating(true);
    try {
      const input = inputOf(draft, { cut, catalogue, hash: row.hash, guideline: guideline?.id ?? '' });
      const language = workspace.store.getState().settings.documentLanguage;
      const { ref } = await api.call('audits.create', { ...input, language });
      keepDraft(undefined);
      await workspace.loadAudits();
      goToRoom(ref, 'checklist');
    } catch (error) {
      setFailure(texts.failed(isAppError(error) ? error.message : String(error)));
      setCreating(false);
    }
  };
  const leave = () => goTo({ place: 'audits' });
  useCommands({ 'app.back': leave, 'app.submit': () => void submit() });
  useEffect(() => form.current?.querySelector('input')?.focus(), []);

  return (
    <form ref={form} className={styles.form} noValidate onSubmit={(event) => void submit(event)}>
      <h1>{texts.title}</h1>
      <p className={styles.lead}>{texts.words}</p>

      <fieldset>
        <legend>{texts.audit}</legend>
        <AuditBasis draft={draft} errors={errors} offers={offers} cut={cut} onChange={change} />
        <AuditFacts draft={draft} errors={errors} offers={offers} guideline={guideline} onChange={change} />
      </fieldset>

      <fieldset>
        <legend>{texts.team}</legend>
        <TeamRows rows={draft.team} errors={errors} onChange={(team) => change({ team })} />
      </fieldset>

      <fieldset>
        <legend>{texts.systems}</legend>
        <RoleChoice draft={draft} error={errors.aiRoles} onChange={(aiRoles) => change({ aiRoles })} />
        <p className={styles.words}>{texts.systemsWords}</p>
        <SystemRows rows={draft.systems} errors={errors} onChange={(systems) => change({ systems })} />
        <RoleAdvice draft={draft} />
        {cut === undefined || draft.systems.length === 0 ? null : (
          <p className={styles.words}>
            {sampled === 0 ? texts.notRepeated : texts.repeated(sampled, cut.perSystemKinds, cut.perSystem)}
          </p>
        )}
      </fieldset>

      {catalogue && cut ? (
        <fieldset>
          <legend>{texts.requirements}</legend>
          <p className={styles.words}>{texts.requirementsWords}</p>
          <ScopeChoice draft={draft} errors={errors} catalogue={catalogue} cut={cut} onChange={change} />
        </fieldset>
      ) : null}

      <FormEnd
        draft={draft}
        offers={offers}
        cut={cut}
        isCreating={isCreating}
        failure={failure}
        onChange={change}
        onCancel={leave}
      />
    </form>
  );
}
