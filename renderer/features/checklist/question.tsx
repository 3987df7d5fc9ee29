// One question: closed it shows its answer, open it takes one.
import { Button, NativeSelect, TagsInput, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { memo, type Ref, useEffect, useEffectEvent } from 'react';
import type { ChecklistItemRecord } from '../../../shared/contract/records.ts';
import { type Verdict, verdicts } from '../../../shared/domain/vocabulary.ts';
import { hrefToRoom } from '../../api/addresses.ts';
import { useAudit, useAuditSession } from '../../api/session-context.tsx';
import { GrowingText } from '../../parts/growing-text.tsx';
import { KeyCap } from '../../ui/key-cap.tsx';
import { ReferenceText } from '../../parts/reference-text.tsx';
import { VerdictChip } from '../../parts/verdict-chip.tsx';
import { evidenceOf } from './give-answer.ts';
import styles from './question.module.css';
import { texts } from './texts.ts';

/** The verdict of each digit key. */
export const verdictKeys = {
  '1': 'conforms',
  '2': 'improvement',
  '3': 'nonconforming',
  '4': 'not-applicable',
  '5': 'not-audited',
} as const satisfies Record<string, Verdict>;

const needsReason = (verdict: Verdict): verdict is 'not-audited' | 'not-applicable' =>
  verdict === 'not-audited' || verdict === 'not-applicable';

interface ClosedProps {
  item: ChecklistItemRecord;
  depth: string;
  href: string;
  hrefOf: (target: string) => string | undefined;
}

/** A question that is not being answered now. */
export const ClosedQuestion = memo(function ClosedQuestion({ item, depth, href, hrefOf }: ClosedProps) {
  const said = [item.reason, item.notes].filter(Boolean).join('\n');
  return (
    <article className={styles.question}>
      <VerdictChip verdict={item.verdict} />
      <div className={styles.body}>
        <div className={styles.id}>
          {item.questionId} · {depth}
        </div>
        <h2 className={styles.words}>
          <a href={href}>{item.question}</a>
        </h2>
        {said === '' ? null : (
          <p className={styles.said}>
            <ReferenceText text={said} hrefOf={hrefOf} />
          </p>
        )}
      </div>
    </article>
  );
});

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

interface OpenProps {
  item: ChecklistItemRecord;
  depth: string;
  /** People worth offering: those who were interviewed before, and the roles that the catalogue names. */
  people: readonly string[];
  articleRef: Ref<HTMLElement>;
  /** Called once it stands on the page. */
  onShown: () => void;
  onVerdict: (verdict: Verdict) => void;
  onEvidence: () => void;
  onFinding: () => void;
}

/** The question that is being answered. */
export function OpenQuestion({
  item,
  depth,
  people,
  articleRef,
  onShown,
  onVerdict,
  onEvidence,
  onFinding,
}: OpenProps) {
  const session = useAuditSession();
  const systems = useAudit((state) => state.open.aiSystems);
  const { id, requirement } = item;
  const leave = () => session.leaveField();
  const show = useEffectEvent(onShown);
  useEffect(() => {
    show();
    // What was typed into a question that is left is stored at once.
    return () => session.leaveField();
  }, [session]);
  const writeNotes = (notes: string) =>
    session.edit(
      'checklistItem',
      id,
      item.verdict === 'not-started' && notes !== '' ? { notes, verdict: 'in-progress' } : { notes },
      { label: texts.stepOfNotes(requirement), typing: true },
    );
  return (
    <article className={styles.question} data-open ref={articleRef} tabIndex={-1} aria-label={item.question}>
      <VerdictChip verdict={item.verdict} />
      <div className={styles.body}>
        <div className={styles.id}>
          {item.questionId} · {depth}
        </div>
        <h2 className={styles.words}>{item.question}</h2>
        <div className={styles.verdicts} role="group" aria-label={texts.verdict}>
          {Object.entries(verdictKeys).map(([digit, verdict]) => (
            <button
              key={verdict}
              type="button"
              data-verdict={verdict}
              aria-pressed={item.verdict === verdict}
              aria-keyshortcuts={digit}
              onClick={() => onVerdict(item.verdict === verdict ? 'not-started' : verdict)}
            >
              <VerdictChip verdict={verdict} sign={digit} size="small" isDecoration />
              {verdicts[verdict]}
            </button>
          ))}
        </div>
        {needsReason(item.verdict) || item.reason !== '' ? (
          <GrowingText
            lines={1}
            value={item.reason}
            data-field="reason"
            aria-label={texts.reason}
            placeholder={needsReason(item.verdict) ? texts.reasonFor[item.verdict] : texts.reason}
            onBlur={leave}
            onText={(reason) =>
              session.edit('checklistItem', id, { reason }, { label: texts.stepOfReason(requirement), typing: true })
            }
          />
        ) : null}
        <GrowingText
          value={item.notes}
          data-field="notes"
          aria-label={texts.notes}
          placeholder={texts.notesHint}
          onBlur={leave}
          onText={writeNotes}
        />
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
              onBlur={leave}
              onChange={(event) =>
                session.edit(
                  'checklistItem',
                  id,
                  { sampled: event.currentTarget.value },
                  { label: texts.stepOfSample(requirement), typing: true },
                )
              }
            />
          </dd>
          {systems.length === 0 ? null : (
            <>
              <dt>{texts.concerns}</dt>
              <dd>
                <NativeSelect
                  variant="unstyled"
                  value={item.aiSystem ?? ''}
                  aria-label={texts.concerns}
                  data={[
                    { value: '', label: texts.allSystems },
                    ...systems.map(({ id: system, name }) => ({ value: system, label: name })),
                  ]}
                  onChange={(event) =>
                    session.edit(
                      'checklistItem',
                      id,
                      { aiSystem: event.currentTarget.value || null },
                      { label: texts.stepOfSystem(requirement) },
                    )
                  }
                />
              </dd>
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
      </div>
    </article>
  );
}
