// One finding in its parts. Every field is stored while it is typed.
import { Button } from '@mantine/core';
import { memo, useEffect, useId } from 'react';
import type { FindingRecord } from '../../../shared/contract/records.ts';
import type { Advice } from '../../../shared/domain/advice/advise.ts';
import { hrefToRoom } from '../../api/addresses.ts';
import { useAppActions } from '../../api/app-actions.tsx';
import { type RecordEdit, useRecordEdit } from '../../api/record-edit.ts';
import { useReferenceSuggestions } from '../../api/reference-suggestions.ts';
import { useAudit, useAuditSession } from '../../api/session-context.tsx';
import { CompletingText } from '../../parts/completing-text.tsx';
import { GradeChip } from '../../parts/grade-chip.tsx';
import { formatDayOf } from '../../ui/format.ts';
import { GrowingText } from '../../parts/growing-text.tsx';
import { KeptAsPrinted } from '../../parts/kept-as-printed.tsx';
import { AdviceList, describedBy } from './advice-list.tsx';
import { EarlierFinding } from './earlier-finding.tsx';
import { FindingActions } from './finding-actions.tsx';
import styles from './finding-editor.module.css';
import { FindingPosition } from './finding-position.tsx';
import { FindingScope } from './finding-scope.tsx';
import { GradeDecision } from './grade-decision.tsx';
import { fieldWords, texts } from './texts.ts';
import { useFindingAdvice } from './use-finding-advice.ts';

const parts = ['requirement', 'evidence', 'nature'] as const;

function Origin({ finding }: { finding: FindingRecord }) {
  const ref = useAudit((state) => state.open.audit.ref);
  const item = useAudit((state) => state.open.checklist.find(({ id }) => id === finding.item));
  return (
    <p className={styles.origin}>
      <GradeChip grade={finding.grade} size="small" /> {finding.number} ·{' '}
      {texts.raised(formatDayOf(finding.raisedAt), finding.raisedBy)}
      {item ? (
        <>
          {' · '}
          {texts.fromQuestion} <a href={hrefToRoom(ref, 'checklist', item.id)}>{item.questionId}</a>
        </>
      ) : null}
    </p>
  );
}

interface PartProps {
  id: string;
  part: (typeof parts)[number];
  value: string;
  grade: FindingRecord['grade'];
  advice: readonly Advice[];
  edit: RecordEdit<'finding'>;
}

/** One of the long texts. While another one is being typed it is not drawn anew. */
const Part = memo(function Part({ id, part, value, grade, advice, edit }: PartProps) {
  const suggest = useReferenceSuggestions();
  return (
    <div className={styles.part} data-grade={grade}>
      <label htmlFor={id}>{texts.parts[part].label}</label>
      <CompletingText
        id={id}
        data-field={part}
        aria-describedby={describedBy(id, advice)}
        suggest={suggest}
        lines={3}
        value={value}
        placeholder={texts.parts[part].placeholder}
        onText={(text) => edit.type({ [part]: text }, fieldWords[part])}
        onBlur={edit.leave}
      />
      <AdviceList id={id} advice={advice} />
    </div>
  );
});

/** The editor of a finding. Give it the finding's id as key. */
export function FindingEditor({ finding }: { finding: FindingRecord }) {
  const { id, number } = finding;
  const advice = useFindingAdvice(id);
  const session = useAuditSession();
  const { say } = useAppActions();
  const edit = useRecordEdit('finding', id, number);
  const base = useId();
  useEffect(() => () => session.leaveField(), [session]);

  const withdraw = async () => {
    try {
      await session.run('findings.remove', { finding: id }, texts.withdrawLabel(number));
      say(texts.withdrawn(number), { undo: true });
    } catch (error) {
      say(error instanceof Error ? error.message : String(error), { isAlarm: true });
    }
  };

  return (
    <article className={styles.editor} aria-label={number}>
      <Origin finding={finding} />
      <KeptAsPrinted noun="finding" id={id} field="nature" isSealed>
        <div className={styles.title}>
          <GrowingText
            aria-label={texts.title}
            data-field="title"
            lines={1}
            isQuiet
            value={finding.title}
            placeholder={texts.titlePlaceholder}
            maxLength={2_000}
            onText={(title) => edit.type({ title: title.replaceAll('\n', ' ') }, fieldWords.title)}
            onBlur={edit.leave}
          />
        </div>
        <EarlierFinding finding={finding} advice={advice.earlier} />
        <FindingScope finding={finding} />
        {parts.map((part) => (
          <Part
            key={part}
            id={`${base}-${part}`}
            part={part}
            value={finding[part]}
            grade={finding.grade}
            advice={advice[part]}
            edit={edit}
          />
        ))}
        <GradeDecision finding={finding} advice={advice} />
      </KeptAsPrinted>
      <KeptAsPrinted noun="finding" id={id} field="auditeePosition">
        <FindingPosition finding={finding} />
      </KeptAsPrinted>
      <KeptAsPrinted noun="action" isSealed>
        <FindingActions finding={finding} />
      </KeptAsPrinted>
      <KeptAsPrinted noun="finding" id={id} field="nature" isSealed>
        <div className={styles.buttons}>
          <Button variant="subtle" color="gray" onClick={() => void withdraw()}>
            {texts.withdraw}
          </Button>
        </div>
      </KeptAsPrinted>
    </article>
  );
}
