// One AI system in the table; sampling asks for the reason under it.
import { TextInput } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useLayoutEffect, useRef } from 'react';
import type { AiSystemRecord } from '../../../shared/contract/records.ts';
import { impacts, lifecycleStages, systemRoles } from '../../../shared/domain/vocabulary.ts';
import { useRecordEdit } from '../../api/record-edit.ts';
import { RecordLink, RecordMark, RecordTableRow } from '../../ui/record-table.tsx';
import styles from './system-table.module.css';
import { texts } from './texts.ts';

export interface RowActions {
  /** `isAgain`: by keyboard, on the row that is chosen already. */
  onChoose: (id: string, isAgain: boolean) => void;
  onMark: (id: string) => void;
  onSample: (system: AiSystemRecord) => void;
  onScope: (system: AiSystemRecord) => void;
  onAnswered: (system: AiSystemRecord) => void;
}

interface Props extends RowActions {
  system: AiSystemRecord;
  place: number;
  isChosen: boolean;
  isMarked: boolean;
  /** Whether the reason for the sample is asked for. */
  isAsked: boolean;
  id: string;
  href: string;
}

function Flag({ isOn, label, onToggle }: { isOn: boolean; label: string; onToggle: () => void }) {
  return (
    <button type="button" className={styles.flag} data-on={isOn || undefined} onClick={onToggle}>
      <span className="visually-hidden">{label}</span>
      {isOn ? <IconCheck size={13} aria-hidden /> : null}
      {isOn ? texts.yes : texts.no}
    </button>
  );
}

function Reason({ system, onAnswered }: Pick<Props, 'system' | 'onAnswered'>) {
  const edit = useRecordEdit('aiSystem', system.id, system.name);
  const field = useRef<HTMLInputElement>(null);
  // In the same turn as the field appears, so that what is typed next goes into it.
  useLayoutEffect(() => field.current?.focus(), []);
  const leave = () => {
    edit.leave();
    onAnswered(system);
  };
  return (
    <div className={styles.reason}>
      <TextInput
        ref={field}
        aria-label={texts.whyOf(system.name)}
        placeholder={system.sampled ? texts.whySampled : texts.whyNot}
        value={system.samplingReason}
        onChange={(event) => edit.type({ samplingReason: event.currentTarget.value }, texts.fields.samplingReason)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' && event.key !== 'Escape') return;
          event.preventDefault();
          event.stopPropagation();
          leave();
        }}
        onBlur={edit.leave}
      />
    </div>
  );
}

/** One row of the table. */
export function SystemRow({ system, place, isChosen, isMarked, isAsked, id, href, ...actions }: Props) {
  const { onChoose, onMark, onSample, onScope, onAnswered } = actions;
  const { name } = system;
  return (
    <RecordTableRow rowClass={styles.row} place={place} isChosen={isChosen}>
      <RecordMark
        label={texts.markOf(name)}
        isMarked={isMarked}
        isStop={isChosen || isMarked}
        onMark={() => onMark(system.id)}
      />
      <span role="cell" data-column="name" title={name} dir="auto">
        <RecordLink
          id={id}
          href={href}
          isChosen={isChosen}
          onChoose={(isAgain) => onChoose(system.id, isAgain)}
          onKeyDown={(event) => {
            if (event.key !== ' ') return;
            event.preventDefault();
            onSample(system);
          }}
        >
          {name}
        </RecordLink>
      </span>
      <span role="cell" data-column="role">
        {systemRoles[system.role]}
      </span>
      <span role="cell" data-column="lifecycle" title={lifecycleStages[system.lifecycle]}>
        {lifecycleStages[system.lifecycle]}
      </span>
      <span role="cell" data-column="impact" data-impact={system.impact}>
        {impacts[system.impact]}
      </span>
      <span role="cell" data-column="owner" title={system.owner}>
        {system.owner}
      </span>
      <span role="cell" data-column="supplier" title={system.supplier}>
        {system.supplier}
      </span>
      <span role="cell" data-column="inScope">
        <Flag isOn={system.inScope} label={texts.inScopeOf(name)} onToggle={() => onScope(system)} />
      </span>
      <span role="cell" data-column="sampled">
        <Flag isOn={system.sampled} label={texts.sampledOf(name)} onToggle={() => onSample(system)} />
        {isAsked ? <Reason system={system} onAnswered={onAnswered} /> : null}
      </span>
    </RecordTableRow>
  );
}
