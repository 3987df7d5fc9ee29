// One correction or corrective action.
import { ActionIcon, NativeSelect, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { ActionRecord } from '../../../shared/contract/records.ts';
import { rankOf } from '../../../shared/domain/closure.ts';
import { actionKinds, actionStatuses } from '../../../shared/domain/vocabulary.ts';
import { useRecordEdit } from '../../api/record-edit.ts';
import { useReferenceSuggestions } from '../../api/reference-suggestions.ts';
import { CompletingText } from '../../parts/completing-text.tsx';
import { optionsOf } from '../../ui/options.ts';
import { Property, PropertyList, quietField } from '../../ui/property.tsx';
import { ActionClosure } from './action-closure.tsx';
import styles from './finding-actions.module.css';
import { texts } from './texts.ts';

type TextField = 'text' | 'cause' | 'extent' | 'verification' | 'effectiveness';

interface Props {
  action: ActionRecord;
  /** The number of its finding. */
  number: string;
  onRemove: () => void;
}

const quiet = { input: quietField };

/** The texts that an action shows: those of its kind, and any that holds words already. */
function textsOf(action: ActionRecord): TextField[] {
  const isDone = rankOf(action.status) >= rankOf('done');
  const wanted: [TextField, boolean][] = [
    ['text', true],
    ['extent', true],
    ['cause', action.kind === 'corrective-action'],
    ['verification', isDone],
    ['effectiveness', isDone && action.kind === 'corrective-action'],
  ];
  return wanted.flatMap(([field, isShown]) => (isShown || action[field] !== '' ? [field] : []));
}

/** An action with its fields. */
export function FindingAction({ action, number, onRemove }: Props) {
  const kind = actionKinds[action.kind].toLowerCase();
  const edit = useRecordEdit('action', action.id, texts.actionName(kind, number));
  const suggest = useReferenceSuggestions();
  const fields = texts.actionFields;
  const what = (field: keyof typeof fields) => fields[field].toLowerCase();
  return (
    <article className={styles.action} aria-label={`${actionKinds[action.kind]}, ${number}`}>
      <div className={styles.facts}>
        <NativeSelect
          aria-label={fields.kind}
          classNames={{ input: `${quietField} ${styles.kind}` }}
          data={optionsOf(actionKinds)}
          value={action.kind}
          onChange={(event) => edit.choose({ kind: event.currentTarget.value as ActionRecord['kind'] }, what('kind'))}
        />
        <NativeSelect
          aria-label={fields.status}
          classNames={quiet}
          data={optionsOf(actionStatuses)}
          value={action.status}
          onChange={(event) =>
            edit.choose({ status: event.currentTarget.value as ActionRecord['status'] }, what('status'))
          }
        />
        <TextInput
          aria-label={fields.owner}
          classNames={quiet}
          value={action.owner}
          placeholder={texts.actionPlaceholders.owner}
          maxLength={2_000}
          onChange={(event) => edit.type({ owner: event.currentTarget.value }, what('owner'))}
          onBlur={edit.leave}
        />
        <TextInput
          type="date"
          aria-label={fields.dueOn}
          classNames={quiet}
          value={action.dueOn ?? ''}
          onChange={(event) => edit.choose({ dueOn: event.currentTarget.value || null }, what('dueOn'))}
        />
        <ActionIcon aria-label={texts.removeAction(kind)} onClick={onRemove}>
          <IconX size={14} aria-hidden />
        </ActionIcon>
      </div>
      <PropertyList>
        {textsOf(action).map((field) => (
          <Property key={field} label={fields[field]}>
            {(id) => (
              <CompletingText
                id={id}
                suggest={suggest}
                lines={1}
                isQuiet
                value={action[field]}
                placeholder={texts.actionPlaceholders[field === 'text' ? action.kind : field]}
                onText={(text) => edit.type({ [field]: text }, what(field))}
                onBlur={edit.leave}
              />
            )}
          </Property>
        ))}
        <ActionClosure action={action} number={number} edit={edit} />
      </PropertyList>
    </article>
  );
}
