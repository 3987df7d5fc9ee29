// What the auditee does about a finding: corrections of the case, and actions on its cause.
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { memo, useId } from 'react';
import { v7 as uuidv7 } from 'uuid';
import type { ActionRecord, FindingRecord } from '../../../shared/contract/records.ts';
import { actionKinds } from '../../../shared/domain/vocabulary.ts';
import { useAppActions } from '../../api/app-actions.tsx';
import { useAudit, useAuditSession } from '../../api/session-context.tsx';
import { FindingAction } from './finding-action.tsx';
import styles from './finding-actions.module.css';
import { hasSame } from './same-fields.ts';
import { texts } from './texts.ts';

const nameOf = (kind: ActionRecord['kind']) => actionKinds[kind].toLowerCase();

const isSame = hasSame();

/** The actions of a finding as rows. */
export const FindingActions = memo(
  function FindingActions({ finding }: { finding: FindingRecord }) {
    const session = useAuditSession();
    const { say } = useAppActions();
    const all = useAudit((state) => state.open.actions);
    const label = useId();
    const actions = all.filter((action) => action.finding === finding.id);
    const fail = (error: unknown) => say(error instanceof Error ? error.message : String(error), { isAlarm: true });

    const add = async (kind: ActionRecord['kind']) => {
      const id = uuidv7();
      const before = document.activeElement;
      try {
        await session.run(
          'actions.create',
          { id, fields: { finding: finding.id, kind } },
          texts.actionLabel(nameOf(kind), finding.number),
        );
        // Not from under somebody who has gone on meanwhile.
        requestAnimationFrame(() => {
          if (document.activeElement !== before) return;
          document.getElementById(`action-${id}`)?.querySelector('textarea')?.focus();
        });
      } catch (error) {
        fail(error);
      }
    };
    const remove = async ({ id, kind }: ActionRecord) => {
      try {
        await session.run('actions.remove', { action: id }, texts.actionLabel(nameOf(kind), finding.number));
        say(texts.actionRemoved(nameOf(kind), finding.number), { undo: true });
      } catch (error) {
        fail(error);
      }
    };

    return (
      <section aria-labelledby={label}>
        <h2 id={label} className={styles.heading}>
          {texts.response}
        </h2>
        {actions.length === 0 ? <p className={styles.none}>{texts.noResponse}</p> : null}
        <ul className={styles.actions}>
          {actions.map((action) => (
            <li key={action.id} id={`action-${action.id}`}>
              <FindingAction action={action} number={finding.number} onRemove={() => void remove(action)} />
            </li>
          ))}
        </ul>
        <div className={styles.add}>
          <Button
            variant="default"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => void add('correction')}
          >
            {texts.addCorrection}
          </Button>
          <Button
            variant="default"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => void add('corrective-action')}
          >
            {texts.addCorrective}
          </Button>
        </div>
      </section>
    );
  },
  (one, other) => isSame(one.finding, other.finding),
);
