// The facts under an answer: who was interviewed, what was sampled, which AI system, which evidence.
import { Button, NativeSelect, TagsInput, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { AiSystemRecord, ChecklistItemRecord } from '../../../shared/contract/records.ts';
import { hrefToRoom } from '../../api/addresses.ts';
import { useAudit, useAuditSession } from '../../api/session-context.tsx';
import { KeyCap } from '../../ui/key-cap.tsx';
import { peopleToOffer } from './people.ts';
import { Samples } from './samples.tsx';
import type { RequirementRow } from './checklist-view.ts';
import { evidenceOf } from './draft-finding.ts';
import styles from './question.module.css';
import { systemsWithout, whyNotRepeated } from './tailor-checklist.ts';
import { texts } from './texts.ts';

function LinkedEvidence({ item }: { item: ChecklistItemRecord }) {
  const session = useAuditSession();
  const ref = useAudit((state) => state.open.audit.ref);
  const links = useAudit((state) => state.open.links);
  const evidence = useAudit((state) => state.open.evidence);
  return evidenceOf({ links, evidence }, item.id).map(({ id, number, title, originalName }) => (
    <span key={id} className={styles.linked}>
      <a href={hrefToRoom(ref, 'evidence', number)} title={title || originalName}>
        {number}
      </a>
      <button
        type="button"
        aria-label={texts.unlink(number)}
        title={texts.unlink(number)}
        onClick={() => {
          const link = links.find((one) => one.evidence === id && one.target === item.id);
          if (link) void session.run('links.remove', { link: link.id }, texts.stepOfUnlink(number));
        }}
      >
        <IconX size={12} aria-hidden />
      </button>
    </span>
  ));
}

interface SystemProps {
  row: RequirementRow;
  item: ChecklistItemRecord;
  systems: readonly AiSystemRecord[];
  onRepeat: () => void;
}

/** The AI system of a question, and the way to ask it for each that is sampled. */
function System({ row, item, systems, onRepeat }: SystemProps) {
  const session = useAuditSession();
  const free = new Set(systemsWithout(row, item, systems).map(({ id }) => id));
  const isGeneralFree = row.items.every(
    ({ questionId, aiSystem, id }) => questionId !== item.questionId || aiSystem !== null || id === item.id,
  );
  const why = whyNotRepeated(row, item, systems);
  return (
    <dd className={styles.concerns}>
      <NativeSelect
        variant="unstyled"
        value={item.aiSystem ?? ''}
        aria-label={texts.concerns}
        data={[
          ...(isGeneralFree ? [{ value: '', label: texts.allSystems }] : []),
          ...systems
            .filter(({ id }) => free.has(id) || id === item.aiSystem)
            .map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(event) =>
          session.edit(
            'checklistItem',
            item.id,
            { aiSystem: event.currentTarget.value || null },
            { label: texts.stepOfSystem(item.requirement) },
          )
        }
      />
      <Button
        variant="subtle"
        size="compact-xs"
        aria-disabled={why !== undefined || undefined}
        title={why}
        data-off={why !== undefined || undefined}
        onClick={onRepeat}
        rightSection={<KeyCap keys="r" />}
      >
        {texts.repeat}
      </Button>
    </dd>
  );
}

interface Props extends Omit<SystemProps, 'systems'> {
  /** Whom the catalogue names for the question. */
  roles: readonly string[];
  onEvidence: () => void;
  onFinding: () => void;
}

/** The fields under the notes. */
export function AnswerFacts({ row, item, roles, onRepeat, onEvidence, onFinding }: Props) {
  const session = useAuditSession();
  const systems = useAudit((state) => state.open.aiSystems);
  const { id, requirement } = item;
  // Read where somebody begins to name people: what others are called does not change while they type.
  const [people, setPeople] = useState<string[]>([]);
  return (
    <dl className={styles.facts}>
      <dt>{texts.interviewed}</dt>
      <dd>
        <TagsInput
          variant="unstyled"
          value={item.interviewees}
          data={people.filter((person) => !item.interviewees.includes(person))}
          aria-label={texts.interviewed}
          placeholder={item.interviewees.length === 0 ? texts.interviewedHint : ''}
          splitChars={[',', ';']}
          acceptValueOnBlur
          onFocus={() => setPeople(peopleToOffer(session.store.getState().open, roles))}
          limit={7}
          onChange={(interviewees) =>
            session.edit('checklistItem', id, { interviewees }, { label: texts.stepOfPeople(requirement) })
          }
        />
      </dd>
      <dt>{texts.sampled}</dt>
      <dd>
        <TextInput
          variant="unstyled"
          value={item.sampled}
          aria-label={texts.sampled}
          placeholder={texts.sampledHint}
          maxLength={2_000}
          onBlur={() => session.leaveField()}
          onChange={(event) =>
            session.edit(
              'checklistItem',
              id,
              { sampled: event.currentTarget.value },
              { label: texts.stepOfSample(requirement), typing: true },
            )
          }
        />
        <Samples item={item} />
      </dd>
      {systems.length === 0 ? null : (
        <>
          <dt>{texts.concerns}</dt>
          <System row={row} item={item} systems={systems} onRepeat={onRepeat} />
        </>
      )}
      <dt>{texts.evidence}</dt>
      <dd className={styles.evidence}>
        <LinkedEvidence item={item} />
        <Button variant="subtle" size="compact-xs" onClick={onEvidence} rightSection={<KeyCap keys="e" />}>
          {texts.addEvidence}
        </Button>
        <Button variant="subtle" size="compact-xs" onClick={onFinding} rightSection={<KeyCap keys="f" />}>
          {texts.raiseFinding}
        </Button>
      </dd>
    </dl>
  );
}
