// Several pieces of evidence at once: link, say the same about all of them, take them out. Each is one step.
import { ActionIcon, Button, NativeSelect, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { Input } from '../../../shared/contract/contract.ts';
import { confidentialityLevels, evidenceKinds, evidenceMethods } from '../../../shared/domain/vocabulary.ts';
import { useAppActions } from '../../api/app-actions.tsx';
import { useAudit, useAuditSession } from '../../api/session-context.tsx';
import { optionsOf } from '../../ui/options.ts';
import { Property, PropertyList, quietField } from '../../ui/property.tsx';
import type { EvidenceRow } from './evidence-rows.ts';
import styles from './details.module.css';
import { type LinkChoice, listLinkChoices } from './link-choices.ts';
import { LinkField } from './link-field.tsx';
import { texts } from './texts.ts';

const words = texts.marked;
const choices = { kind: evidenceKinds, method: evidenceMethods, confidentiality: confidentialityLevels } as const;
type Fields = Input<'evidence.updateMany'>['fields'];

interface Props {
  rows: readonly EvidenceRow[];
  onUnmark: (ids: readonly string[]) => void;
}

/** What can be done with the marked pieces. */
export function MarkedPanel({ rows, onUnmark }: Props) {
  const session = useAuditSession();
  const { say } = useAppActions();
  const checklist = useAudit((state) => state.open.checklist);
  const findings = useAudit((state) => state.open.findings);
  const aiSystems = useAudit((state) => state.open.aiSystems);
  const actions = useAudit((state) => state.open.actions);
  const targets = useMemo(
    () => listLinkChoices({ checklist, findings, actions, aiSystems }),
    [checklist, findings, actions, aiSystems],
  );
  const [person, setPerson] = useState('');
  const ids = rows.map(({ record }) => record.id);
  const count = ids.length;

  const attempt = async (work: () => Promise<unknown>, sentence: string) => {
    try {
      await work();
      say(sentence, { undo: true });
    } catch (error) {
      say(error instanceof Error ? error.message : String(error), { isAlarm: true });
    }
  };
  const link = ({ noun, target, ref }: LinkChoice) =>
    attempt(
      () =>
        session.run(
          'links.createMany',
          { links: ids.map((evidence) => ({ evidence, noun, target })) },
          words.linkLabel(count, ref),
        ),
      words.linked(count, ref),
    );
  const update = (fields: Fields, field: string) =>
    attempt(
      () => session.run('evidence.updateMany', { evidence: ids, fields }, words.updateLabel(field, count)),
      words.updated(field, count),
    );
  const remove = () =>
    attempt(async () => {
      await session.run('evidence.removeMany', { evidence: ids }, words.removeLabel(count));
      onUnmark(ids);
    }, words.removed(count));

  const choice = (field: keyof typeof choices) => {
    const values = new Set<string>(rows.map(({ record }) => record[field]));
    const [only] = values;
    return (
      <Property label={texts.fields[field]}>
        {(id) => (
          <NativeSelect
            id={id}
            classNames={{ input: quietField }}
            data={[...(values.size > 1 ? [{ value: '', label: words.unchanged }] : []), ...optionsOf(choices[field])]}
            value={values.size > 1 ? '' : only}
            onChange={({ currentTarget: { value } }) => {
              if (value !== '') void update({ [field]: value }, texts.fields[field]);
            }}
          />
        )}
      </Property>
    );
  };

  return (
    <article className={styles.piece} aria-label={words.title(count)}>
      <header>
        <h2 className={styles.markedTitle}>{words.title(count)}</h2>
        <p className={styles.muted}>{words.words}</p>
      </header>
      <section>
        <h2>{words.links}</h2>
        <LinkField choices={targets} onChoose={(one) => void link(one)} />
      </section>
      <section>
        <h2>{words.fields}</h2>
        <PropertyList>
          {choice('kind')}
          {choice('method')}
          {choice('confidentiality')}
          <Property label={texts.fields.collectedBy}>
            {(id) => (
              <form
                className={styles.setField}
                onSubmit={(event) => {
                  event.preventDefault();
                  if (person.trim() === '') return;
                  void update({ collectedBy: person.trim() }, texts.fields.collectedBy);
                  setPerson('');
                }}
              >
                <TextInput
                  id={id}
                  value={person}
                  placeholder={words.unchanged}
                  maxLength={2_000}
                  onChange={(event) => setPerson(event.currentTarget.value)}
                />
                <Button type="submit" variant="default" disabled={person.trim() === ''}>
                  {words.apply}
                </Button>
              </form>
            )}
          </Property>
        </PropertyList>
      </section>
      <section>
        <h2>{words.list}</h2>
        <ul className={styles.markedList}>
          {rows.map(({ record }) => (
            <li key={record.id}>
              <span className={styles.number}>{record.number}</span>
              <span className={styles.linkWords} dir="auto">
                {record.title || record.originalName}
              </span>
              <ActionIcon size="sm" aria-label={words.unmark(record.number)} onClick={() => onUnmark([record.id])}>
                <IconX size={13} aria-hidden />
              </ActionIcon>
            </li>
          ))}
        </ul>
      </section>
      <div className={styles.tools}>
        <Button variant="default" onClick={() => onUnmark(ids)}>
          {words.clear}
        </Button>
        <Button variant="subtle" color="gray" onClick={() => void remove()}>
          {words.take(count)}
        </Button>
      </div>
    </article>
  );
}
