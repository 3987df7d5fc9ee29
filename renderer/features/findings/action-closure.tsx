// An action on its way to closure: who accepted, verified, checked and closed it and when, and with what evidence.
import { ActionIcon, NativeSelect, Select, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { v7 as uuidv7 } from 'uuid';
import type { ActionRecord } from '../../../shared/contract/records.ts';
import { rankOf } from '../../../shared/domain/closure.ts';
import { decisionAnswers } from '../../../shared/domain/vocabulary.ts';
import { hrefToRoom } from '../../api/addresses.ts';
import { useAppActions } from '../../api/app-actions.tsx';
import type { RecordEdit } from '../../api/record-edit.ts';
import { useAudit, useAuditSession } from '../../api/session-context.tsx';
import { optionsOf } from '../../ui/options.ts';
import { Property, quietField } from '../../ui/property.tsx';
import styles from './finding-actions.module.css';
import { texts } from './texts.ts';

interface Props {
  action: ActionRecord;
  /** The number of its finding. */
  number: string;
  edit: RecordEdit<'action'>;
}

const quiet = { input: quietField };
const fields = texts.actionFields;
type DayField = 'plannedOn' | 'acceptedOn' | 'verifiedOn' | 'effectivenessDueOn' | 'effectivenessOn' | 'closedOn';
type PersonField = 'acceptedBy' | 'verifiedBy' | 'effectivenessBy' | 'closedBy';

function Day({ action, edit, field, id }: Pick<Props, 'action' | 'edit'> & { field: DayField; id?: string }) {
  return (
    <TextInput
      type="date"
      id={id}
      aria-label={id === undefined ? fields[field] : undefined}
      classNames={quiet}
      value={action[field] ?? ''}
      onChange={(event) => edit.choose({ [field]: event.currentTarget.value || null }, fields[field].toLowerCase())}
    />
  );
}

function Who({ action, edit, field }: Pick<Props, 'action' | 'edit'> & { field: PersonField }) {
  return (
    <TextInput
      aria-label={fields[field]}
      classNames={quiet}
      value={action[field]}
      placeholder={texts.byWhom}
      maxLength={2_000}
      onChange={(event) => edit.type({ [field]: event.currentTarget.value }, fields[field].toLowerCase())}
      onBlur={edit.leave}
    />
  );
}

function Verification({ action, number }: Pick<Props, 'action' | 'number'>) {
  const session = useAuditSession();
  const { say } = useAppActions();
  const ref = useAudit((state) => state.open.audit.ref);
  const evidence = useAudit((state) => state.open.evidence);
  const links = useAudit((state) => state.open.links);
  const own = links.filter(({ noun, target }) => noun === 'action' && target === action.id);
  const linked = new Set(own.map((link) => link.evidence));
  const numberOf = new Map(evidence.map((one) => [one.id, one.number]));
  const fail = (error: unknown) => say(error instanceof Error ? error.message : String(error), { isAlarm: true });
  const label = (id: string) => texts.linkLabel(numberOf.get(id) ?? '', number);
  const link = (id: string) =>
    session
      .run('links.create', { id: uuidv7(), fields: { evidence: id, noun: 'action', target: action.id } }, label(id))
      .catch(fail);
  return (
    <Property label={texts.verifiedWith}>
      {(id) => (
        <div className={styles.proof}>
          {own.map((one) => (
            <span key={one.id}>
              <a href={hrefToRoom(ref, 'evidence', numberOf.get(one.evidence))}>{numberOf.get(one.evidence)}</a>
              <ActionIcon
                size="sm"
                aria-label={texts.unlink(numberOf.get(one.evidence) ?? '')}
                onClick={() => void session.run('links.remove', { link: one.id }, label(one.evidence)).catch(fail)}
              >
                <IconX size={13} aria-hidden />
              </ActionIcon>
            </span>
          ))}
          <Select
            id={id}
            size="xs"
            placeholder={texts.addEvidencePlaceholder}
            searchable
            limit={50}
            classNames={quiet}
            data={evidence
              .filter((one) => !linked.has(one.id))
              .map((one) => ({ value: one.id, label: `${one.number} ${one.title || one.originalName}` }))}
            value={null}
            nothingFoundMessage={texts.noSuchEvidence}
            onChange={(chosen) => {
              if (chosen !== null) void link(chosen);
            }}
          />
        </div>
      )}
    </Property>
  );
}

/** The steps that the action has reached, and the next. */
export function ActionClosure({ action, number, edit }: Props) {
  const rank = rankOf(action.status);
  const isCorrective = action.kind === 'corrective-action';
  const pair = (on: 'acceptedOn' | 'verifiedOn' | 'closedOn', by: PersonField) => (
    <Property label={fields[on]}>
      {(id) => (
        <div className={styles.pair}>
          <Day action={action} edit={edit} field={on} id={id} />
          <Who action={action} edit={edit} field={by} />
        </div>
      )}
    </Property>
  );
  return (
    <>
      {rank >= rankOf('closed') && action.plannedOn === null ? null : (
        <Property label={fields.plannedOn}>
          {(id) => (
            <div className={styles.pair}>
              <Day action={action} edit={edit} field="plannedOn" id={id} />
            </div>
          )}
        </Property>
      )}
      {action.dueBasis !== '' || action.dueOn !== null ? (
        <Property label={fields.dueBasis}>
          {(id) => (
            <TextInput
              id={id}
              classNames={quiet}
              value={action.dueBasis}
              placeholder={texts.dueBasisPlaceholder}
              maxLength={2_000}
              onChange={(event) => edit.type({ dueBasis: event.currentTarget.value }, fields.dueBasis.toLowerCase())}
              onBlur={edit.leave}
            />
          )}
        </Property>
      ) : null}
      {rank >= rankOf('accepted') ? pair('acceptedOn', 'acceptedBy') : null}
      {rank >= rankOf('done') ? <Verification action={action} number={number} /> : null}
      {rank >= rankOf('verified') ? pair('verifiedOn', 'verifiedBy') : null}
      {isCorrective && (rank >= rankOf('accepted') || action.effectivenessDueOn !== null) ? (
        <Property label={fields.effectivenessDueOn}>
          {(id) => (
            <div className={styles.pair}>
              <Day action={action} edit={edit} field="effectivenessDueOn" id={id} />
            </div>
          )}
        </Property>
      ) : null}
      {isCorrective && rank >= rankOf('done') ? (
        <Property label={fields.effective}>
          {(id) => (
            <div className={styles.effect}>
              <NativeSelect
                id={id}
                classNames={quiet}
                data={optionsOf(decisionAnswers)}
                value={action.effective}
                onChange={(event) =>
                  edit.choose(
                    { effective: event.currentTarget.value as ActionRecord['effective'] },
                    fields.effective.toLowerCase(),
                  )
                }
              />
              {action.effective === '' ? null : (
                <>
                  <Day action={action} edit={edit} field="effectivenessOn" />
                  <Who action={action} edit={edit} field="effectivenessBy" />
                </>
              )}
            </div>
          )}
        </Property>
      ) : null}
      {rank >= rankOf('closed') ? pair('closedOn', 'closedBy') : null}
    </>
  );
}
