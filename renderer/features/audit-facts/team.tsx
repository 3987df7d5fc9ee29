// The audit team: who, in which role, with which competence, and how independent of what is audited.
import { ActionIcon, Button, NativeSelect } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useLayoutEffect, useRef, useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import type { TeamMemberRecord } from '../../../shared/contract/records.ts';
import { teamMemberFields } from '../../../shared/domain/team-members.ts';
import { teamRoles } from '../../../shared/domain/vocabulary.ts';
import { useRecordEdit } from '../../api/record-edit.ts';
import { useAudit, useAuditSession } from '../../api/session-context.tsx';
import { FieldRow } from '../../ui/field-row.tsx';
import { optionsOf } from '../../ui/options.ts';
import { LineField, TextField } from './fields.tsx';
import styles from './panel.module.css';
import { texts } from './texts.ts';

function Member({ member, onRemove }: { member: TeamMemberRecord; onRemove: () => void }) {
  const edit = useRecordEdit('teamMember', member.id, member.name);
  const text = (field: 'competence' | 'independence') => (
    <TextField
      label={texts.member[field]}
      value={member[field]}
      onValue={(value) => edit.type({ [field]: value }, texts.member[field])}
      onLeave={edit.leave}
    />
  );
  return (
    <li className={styles.member} aria-label={member.name} data-member={member.id}>
      <LineField
        label={texts.member.name}
        isName
        value={member.name}
        onValue={(name) => edit.type({ name }, texts.member.name)}
        onLeave={edit.leave}
      />
      <FieldRow label={texts.member.role}>
        {({ id }) => (
          <NativeSelect
            id={id}
            data={optionsOf(teamRoles)}
            value={member.role}
            onChange={(event) =>
              edit.choose({ role: event.currentTarget.value as TeamMemberRecord['role'] }, texts.member.role)
            }
          />
        )}
      </FieldRow>
      <LineField
        label={texts.member.organization}
        value={member.organization}
        onValue={(organization) => edit.type({ organization }, texts.member.organization)}
        onLeave={edit.leave}
      />
      {text('competence')}
      {text('independence')}
      <ActionIcon className={styles.remove} aria-label={texts.remove(member.name)} onClick={onRemove}>
        <IconX size={14} aria-hidden />
      </ActionIcon>
    </li>
  );
}

/** The rows of the team. */
export function Team() {
  const session = useAuditSession();
  const team = useAudit((state) => state.open.team);
  const [removed, setRemoved] = useState<string>();
  const [failure, setFailure] = useState<string>();
  const added = useRef('');
  // As soon as the new row is there, its name takes the focus, ready to be typed over.
  useLayoutEffect(() => {
    if (added.current === '') return;
    const name = document.querySelector<HTMLInputElement>(`[data-member="${added.current}"] input`);
    if (!name) return;
    added.current = '';
    name.focus();
    name.select();
  });
  const tell = async (work: () => Promise<unknown>) => {
    try {
      setFailure(undefined);
      await work();
    } catch (error) {
      setFailure(error instanceof Error ? error.message : String(error));
    }
  };
  const add = () => {
    const id = uuidv7();
    const name = texts.newMember(team.length + 1);
    added.current = id;
    setRemoved(undefined);
    void tell(() =>
      session.run('teamMembers.create', { id, fields: teamMemberFields.parse({ name }) }, texts.stepOfAdd(name)),
    );
  };
  const remove = ({ id, name }: TeamMemberRecord) =>
    tell(async () => {
      await session.run('teamMembers.remove', { teamMember: id }, texts.stepOfRemove(name));
      setRemoved(name);
    });
  return (
    <section className={styles.part}>
      <h3>{texts.team}</h3>
      {team.length === 0 ? <p className={styles.muted}>{texts.noTeam}</p> : null}
      <ul className={styles.team}>
        {team.map((member) => (
          <Member key={member.id} member={member} onRemove={() => void remove(member)} />
        ))}
      </ul>
      {failure === undefined ? null : <p role="alert">{failure}</p>}
      <div className={styles.teamEnd}>
        <Button variant="default" leftSection={<IconPlus size={14} aria-hidden />} onClick={add}>
          {texts.addMember}
        </Button>
        <span role="status">
          {removed === undefined ? null : (
            <>
              {texts.removed(removed)}{' '}
              <Button
                variant="subtle"
                size="compact-xs"
                onClick={() =>
                  void tell(async () => {
                    await session.undo();
                    setRemoved(undefined);
                  })
                }
              >
                {texts.undo}
              </Button>
            </>
          )}
        </span>
      </div>
    </section>
  );
}
