// Asks which question a line belongs to: those of the requirements it names first, then all, found by typing.
import { Combobox, Modal, TextInput, useCombobox } from '@mantine/core';
import { useEffect, useMemo, useState } from 'react';
import type { ChecklistItemRecord } from '../../../shared/contract/records.ts';
import { useAudit } from '../../api/session-context.tsx';
import styles from './answer-picker.module.css';
import { findQuestions } from './find-questions.ts';
import { texts } from './texts.ts';

interface Props {
  /** The requirements that the lines name. */
  tagged: readonly string[];
  onPick: (item: ChecklistItemRecord) => void;
  onClose: () => void;
}

function Questions({ tagged, onPick }: Omit<Props, 'onClose'>) {
  const checklist = useAudit((state) => state.open.checklist);
  const systems = useAudit((state) => state.open.aiSystems);
  const [typed, setTyped] = useState('');
  const combobox = useCombobox({ opened: true });
  const { selectFirstOption } = combobox;
  const found = useMemo(() => findQuestions(checklist, tagged, typed), [checklist, tagged, typed]);
  useEffect(() => {
    if (found.length > 0) selectFirstOption();
  }, [found, selectFirstOption]);
  return (
    <Combobox
      store={combobox}
      onOptionSubmit={(id) => {
        const item = found.find((one) => one.id === id);
        if (item) onPick(item);
      }}
    >
      <Combobox.EventsTarget>
        <TextInput
          data-autofocus
          aria-label={texts.pickSearch}
          placeholder={texts.pickSearch}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      </Combobox.EventsTarget>
      <Combobox.Options className={styles.list} aria-label={texts.pickTitle}>
        {found.length === 0 ? <Combobox.Empty>{texts.pickNothing}</Combobox.Empty> : null}
        {found.map(({ id, requirement, question, aiSystem }) => (
          <Combobox.Option key={id} value={id} className={styles.row}>
            <span className={styles.requirement}>{requirement}</span>
            <span>
              {question}
              {aiSystem === null ? null : <i> {systems.find((one) => one.id === aiSystem)?.name}</i>}
            </span>
          </Combobox.Option>
        ))}
      </Combobox.Options>
    </Combobox>
  );
}

/** The layer in which the question is chosen. */
export function AnswerPicker({ tagged, onPick, onClose }: Props) {
  return (
    <Modal opened onClose={onClose} title={texts.pickTitle} size="lg" closeButtonProps={{ 'aria-label': texts.close }}>
      <Questions tagged={tagged} onPick={onPick} />
    </Modal>
  );
}
