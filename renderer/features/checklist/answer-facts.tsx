// The facts under an answer: who was interviewed, what was sampled, which AI system, which evidence.
import { IconX } from '@tabler/icons-react';
import type { AiSystemRecord, ChecklistItemRecord } from '../../../shared/contract/records.ts';
import { hrefToRoom } from '../../api/addresses.ts';
import { useAudit, useAuditSession } from '../../api/session-context.tsx';
import { useKept } from '../../parts/kept-as-printed.tsx';
import { KeyButton } from '../../ui/key-button.tsx';
import styles from './answer-facts.module.css';
import type { RequirementRow } from './checklist-view.ts';
import { evidenceOf } from './draft-finding.ts';
import { Interviewees } from './interviewees.tsx';
import { Samples } from './samples.tsx';
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
  const isKept = useKept();
  return (
    <dd className={styles.concerns}>
      <select
        disabled={isKept}
        className={styles.plain}
        value={item.aiSystem ?? ''}
        aria-label={texts.concerns}
        onChange={(event) =>
          session.edit(
            'checklistItem',
            item.id,
            { aiSystem: event.currentTarget.value || null },
            { label: texts.stepOfSystem(item.requirement) },
          )
        }
      >
        {isGeneralFree ? <option value="">{texts.allSystems}</option> : null}
        {systems
          .filter(({ id }) => free.has(id) || id === item.aiSystem)
          .map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
      </select>
      <KeyButton keys="r" whyNot={why} onUse={onRepeat}>
        {texts.repeat}
      </KeyButton>
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
  const isKept = useKept();
  const systems = useAudit((state) => state.open.aiSystems);
  const { id, requirement } = item;
  return (
    <dl className={styles.facts}>
      <dt>{texts.interviewed}</dt>
      <dd>
        <Interviewees item={item} roles={roles} />
      </dd>
      <dt>{texts.sampled}</dt>
      <dd>
        <input
          readOnly={isKept}
          className={styles.plain}
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
        <KeyButton keys="e" onUse={onEvidence}>
          {texts.addEvidence}
        </KeyButton>
        <KeyButton keys="f" onUse={onFinding}>
          {texts.raiseFinding}
        </KeyButton>
      </dd>
    </dl>
  );
}
