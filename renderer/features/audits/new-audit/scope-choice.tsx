// Which requirements the audit looks at, and why the others are left out.
import { Button } from '@mantine/core';
import { useId } from 'react';
import type { Catalogue } from '../../../../shared/domain/catalogue.ts';
import { GrowingText } from '../../../parts/growing-text.tsx';
import { FieldRow } from '../../../ui/field-row.tsx';
import type { AuditDraft } from './audit-draft.ts';
import { chooseRequirements, type Cut, nameLeftOut } from './cut-draft.ts';
import styles from './new-audit.module.css';
import { ScopeTree } from './scope-tree.tsx';
import { texts } from './texts.ts';

interface Props {
  draft: AuditDraft;
  errors: Record<string, string>;
  catalogue: Catalogue;
  cut: Cut;
  onChange: (part: Partial<AuditDraft>) => void;
}

/** The scope by requirement. */
export function ScopeChoice({ draft, errors, catalogue, cut, onChange }: Props) {
  const errorId = useId();
  const all = catalogue.requirements.map(({ id }) => id);
  const choose = (chosen: readonly string[]) => {
    const now = new Set(chosen);
    if (now.size === cut.inScope.length && cut.inScope.every((id) => now.has(id))) return;
    onChange({ choice: chooseRequirements(catalogue, cut.template, chosen) });
  };
  const followTemplate = () => onChange({ choice: null });
  const isKept = draft.choice !== null && draft.choice.template !== cut.template.id;
  return (
    <>
      <div className={styles.scopeHead}>
        <Button variant="default" size="compact-xs" disabled={cut.leftOut.length === 0} onClick={() => choose(all)}>
          {texts.all}
        </Button>
        <Button variant="default" size="compact-xs" disabled={draft.choice === null} onClick={followTemplate}>
          {texts.asTemplate}
        </Button>
        <span className={styles.faint}>{texts.inScope(cut.inScope.length, all.length)}</span>
      </div>
      {isKept ? (
        <p className={styles.advice} role="status">
          {texts.kept(cut.template.title)}{' '}
          <button type="button" className={styles.link} onClick={followTemplate}>
            {texts.takeTemplates}
          </button>
        </p>
      ) : null}
      {errors.requirements === undefined ? null : (
        <p id={errorId} className={styles.failure}>
          {errors.requirements}
        </p>
      )}
      <ScopeTree
        catalogue={catalogue}
        cut={cut}
        describedBy={errors.requirements === undefined ? undefined : errorId}
        isInvalid={errors.requirements !== undefined}
        onChoose={choose}
      />
      {cut.leftOut.length === 0 ? null : (
        <FieldRow
          label={texts.leftOutReason}
          hint={`${texts.leftOutReasonHint} ${texts.leftOutNow(nameLeftOut(catalogue, cut.leftOut))}`}
          error={errors.leftOutReason}
          isRequired={cut.beyondTemplate.length > 0}
        >
          {({ id, describedBy, isInvalid }) => (
            <GrowingText
              id={id}
              lines={2}
              aria-describedby={describedBy}
              aria-invalid={isInvalid}
              value={draft.leftOutReason ?? cut.template.leftOutReason}
              onText={(leftOutReason) => onChange({ leftOutReason })}
            />
          )}
        </FieldRow>
      )}
    </>
  );
}
