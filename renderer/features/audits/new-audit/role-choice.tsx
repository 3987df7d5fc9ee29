// The client's roles that are in scope, each with a sentence of what it means.
import { Checkbox } from '@mantine/core';
import { keysOf, type SystemRole, systemRoles } from '../../../../shared/domain/vocabulary.ts';
import { GroupRow } from '../../../ui/field-row.tsx';
import type { AuditDraft } from './audit-draft.ts';
import { systemsOutsideRoles } from './cut-draft.ts';
import styles from './new-audit.module.css';
import { texts } from './texts.ts';

interface Props {
  draft: AuditDraft;
  error: string | undefined;
  onChange: (roles: SystemRole[]) => void;
}

/** Four roles, all of them at first. */
export function RoleChoice({ draft, error, onChange }: Props) {
  const { aiRoles } = draft;
  return (
    <GroupRow label={texts.rolesLegend} hint={texts.rolesHint} error={error}>
      <div className={styles.roles}>
        {keysOf(systemRoles).map((role) => (
          <Checkbox
            key={role}
            checked={aiRoles.includes(role)}
            label={systemRoles[role]}
            description={texts.roleWords[role]}
            classNames={{ description: styles.roleWords ?? '' }}
            aria-invalid={error === undefined ? undefined : true}
            onChange={(event) =>
              onChange(event.currentTarget.checked ? [...aiRoles, role] : aiRoles.filter((one) => one !== role))
            }
          />
        ))}
      </div>
    </GroupRow>
  );
}

/** Says which AI systems the chosen roles do not fit. */
export function RoleAdvice({ draft }: { draft: AuditDraft }) {
  if (draft.aiRoles.length === 0) return null;
  return systemsOutsideRoles(draft).map(({ id, name, role }) => (
    <p key={id} className={styles.advice}>
      {texts.systemOutside(name, systemRoles[role])}
    </p>
  ));
}
