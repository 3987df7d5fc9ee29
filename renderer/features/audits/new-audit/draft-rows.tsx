// The rows of the new-audit form that can be added and removed: team members and AI systems.
import { ActionIcon, Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { impacts, lifecycleStages, systemRoles, teamRoles } from '../../../../shared/domain/vocabulary.ts';
import { optionsOf } from '../../../ui/options.ts';
import { createMember, createSystem, type MemberDraft, type SystemDraft } from './audit-draft.ts';
import styles from './new-audit.module.css';
import { texts } from './texts.ts';

interface RowsProps<T> {
  rows: readonly T[];
  errors: Record<string, string>;
  onChange: (rows: T[]) => void;
}

function Rows<T extends { id: string; name: string }>({
  rows,
  errors,
  onChange,
  addLabel,
  create,
  children,
}: RowsProps<T> & {
  addLabel: string;
  create: () => T;
  children: (row: T, patch: (part: Partial<T>) => void) => ReactNode;
}) {
  const added = useRef('');
  // In the same turn as the row appears, so that what is typed next goes into it.
  useLayoutEffect(() => {
    if (added.current === '') return;
    document.querySelector<HTMLElement>(`[data-row="${added.current}"]`)?.focus();
    added.current = '';
  });
  return (
    <>
      <ul className={styles.draftRows}>
        {rows.map((row) => (
          <li key={row.id}>
            {children(row, (part) =>
              onChange(rows.map((other) => (other.id === row.id ? { ...other, ...part } : other))),
            )}
            <ActionIcon
              aria-label={texts.remove(row.name)}
              onClick={() => onChange(rows.filter(({ id }) => id !== row.id))}
            >
              <IconX size={14} aria-hidden />
            </ActionIcon>
            {errors[row.id] === undefined ? null : (
              <p id={`error-${row.id}`} className={styles.failure}>
                {errors[row.id]}
              </p>
            )}
          </li>
        ))}
      </ul>
      <Button
        variant="subtle"
        leftSection={<IconPlus size={14} aria-hidden />}
        onClick={() => {
          const row = create();
          added.current = row.id;
          onChange([...rows, row]);
        }}
      >
        {addLabel}
      </Button>
    </>
  );
}

/** The members of the audit team. */
export function TeamRows(props: RowsProps<MemberDraft>) {
  return (
    <Rows {...props} addLabel={texts.addMember} create={createMember}>
      {({ id, name, role }, patch) => (
        <>
          <TextInput
            className={styles.wide ?? ''}
            value={name}
            data-row={id}
            placeholder={texts.memberName}
            aria-label={texts.memberName}
            aria-invalid={props.errors[id] !== undefined}
            aria-describedby={props.errors[id] === undefined ? undefined : `error-${id}`}
            onChange={(event) => patch({ name: event.currentTarget.value })}
          />
          <NativeSelect
            value={role}
            aria-label={`${texts.memberRole}: ${name}`}
            data={optionsOf(teamRoles)}
            onChange={(event) => patch({ role: event.currentTarget.value as MemberDraft['role'] })}
          />
        </>
      )}
    </Rows>
  );
}

/** The AI systems in scope. */
export function SystemRows(props: RowsProps<SystemDraft>) {
  return (
    <Rows {...props} addLabel={texts.addSystem} create={createSystem}>
      {({ id, name, role, lifecycle, impact, sampled }, patch) => (
        <>
          <TextInput
            className={styles.wide ?? ''}
            value={name}
            data-row={id}
            placeholder={texts.systemName}
            aria-label={texts.systemName}
            aria-invalid={props.errors[id] !== undefined}
            aria-describedby={props.errors[id] === undefined ? undefined : `error-${id}`}
            onChange={(event) => patch({ name: event.currentTarget.value })}
          />
          <NativeSelect
            value={role}
            aria-label={`${texts.systemRole}: ${name}`}
            data={optionsOf(systemRoles)}
            onChange={(event) => patch({ role: event.currentTarget.value as SystemDraft['role'] })}
          />
          <NativeSelect
            value={lifecycle}
            aria-label={`${texts.lifecycle}: ${name}`}
            data={optionsOf(lifecycleStages)}
            onChange={(event) => patch({ lifecycle: event.currentTarget.value as SystemDraft['lifecycle'] })}
          />
          <NativeSelect
            value={impact}
            aria-label={`${texts.impact}: ${name}`}
            data={optionsOf(impacts).map(({ value, label }) => ({
              value,
              label: `${texts.impact}: ${label.toLowerCase()}`,
            }))}
            onChange={(event) => patch({ impact: event.currentTarget.value as SystemDraft['impact'] })}
          />
          <Checkbox
            checked={sampled}
            label={texts.sampled}
            onChange={(event) => patch({ sampled: event.currentTarget.checked })}
          />
        </>
      )}
    </Rows>
  );
}
