// The questions of a catalogue to read, under their requirements. Each opens to what helps with it.
import { Button, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { type RefObject, useMemo, useRef, useState } from 'react';
import type { Catalogue, Question } from '../../../shared/domain/catalogue.ts';
import { auditTypes, depths, keysOf, systemRoles } from '../../../shared/domain/vocabulary.ts';
import { useCommands } from '../../api/commands.ts';
import { KeyCap } from '../../ui/key-cap.tsx';
import { Toolbar } from '../../ui/toolbar.tsx';
import { useSlow } from '../../ui/use-slow.ts';
import { VirtualList } from '../../ui/virtual-list.tsx';
import styles from './question-list.module.css';
import { keyOfRow, listQuestions } from './question-rows.ts';
import { texts } from './texts.ts';

interface Props {
  ref: RefObject<HTMLDivElement | null>;
  /** Undefined until it is read. */
  catalogue: Catalogue | undefined;
  failure: string | undefined;
}

function Help({ question }: { question: Question }) {
  const { auditTypes: types, aiRoles, interviewees, redFlags } = question;
  const parts: Partial<Record<keyof typeof texts.parts, string | readonly string[]>> = {
    intent: question.intent,
    lookAt: question.lookAt,
    sampling: question.sampling,
    interviewees: interviewees.join(', '),
    redFlags,
    pitfall: question.pitfall,
    auditTypes:
      types.length === keysOf(auditTypes).length ? texts.allTypes : types.map((type) => auditTypes[type]).join(', '),
    aiRoles: aiRoles.map((role) => systemRoles[role]).join(', '),
  };
  return (
    <dl className={styles.help}>
      {keysOf(texts.parts)
        .map((part) => [part, parts[part] ?? ''] as const)
        .filter(([, value]) => value.length > 0)
        .map(([part, value]) => (
          <div key={part}>
            <dt>{texts.parts[part]}</dt>
            <dd>{typeof value === 'string' ? value : value.map((line) => <p key={line}>{line}</p>)}</dd>
          </div>
        ))}
    </dl>
  );
}

interface RowProps {
  question: Question;
  isOpen: boolean;
  onToggle: (isOpen: boolean) => void;
}

function QuestionRow({ question, isOpen, onToggle }: RowProps) {
  return (
    <details
      className={styles.question}
      open={isOpen}
      onToggle={(event) => {
        if (event.currentTarget.open !== isOpen) onToggle(event.currentTarget.open);
      }}
    >
      <summary>
        <span className={styles.id}>
          {question.id} · {depths[question.depth].toLowerCase()}
          {question.perSystem ? ` · ${texts.perSystem}` : ''}
        </span>
        <span className={styles.text}>{question.question}</span>
      </summary>
      {isOpen ? <Help question={question} /> : null}
    </details>
  );
}

function Questions({ ref, catalogue }: { ref: Props['ref']; catalogue: Catalogue }) {
  const [text, setText] = useState('');
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const search = useRef<HTMLInputElement>(null);
  const { rows, count } = useMemo(() => listQuestions(catalogue, text), [catalogue, text]);
  useCommands({ 'app.search': () => search.current?.focus() });
  const toggle = (id: string, isOpen: boolean) =>
    setOpened((ids) => new Set(isOpen ? [...ids, id] : [...ids].filter((one) => one !== id)));
  return (
    <>
      <Toolbar label={texts.reading}>
        <TextInput
          ref={search}
          type="search"
          className={styles.search ?? ''}
          aria-label={texts.search}
          placeholder={texts.search}
          leftSection={<IconSearch size={14} aria-hidden />}
          rightSection={text === '' ? <KeyCap keys="/" /> : null}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <span className={styles.count} role="status">
          {texts.found(count, catalogue.questions.length)}
        </span>
      </Toolbar>
      {count === 0 ? (
        <div className={styles.nothing}>
          <p>{catalogue.questions.length === 0 ? texts.noQuestions : texts.nothingFound}</p>
          {catalogue.questions.length === 0 ? null : (
            <Button variant="default" onClick={() => setText('')}>
              {texts.showAll}
            </Button>
          )}
        </div>
      ) : (
        <div className={styles.rows}>
          <VirtualList rows={rows} keyOf={keyOfRow} rowHeight={68} scroller={ref}>
            {(row) =>
              row.kind === 'requirement' ? (
                <h2 className={styles.requirement}>
                  <span className={styles.id}>{row.requirement.id}</span> {row.requirement.title}
                  <small>{row.count}</small>
                </h2>
              ) : (
                <QuestionRow
                  question={row.question}
                  isOpen={opened.has(row.question.id)}
                  onToggle={(isOpen) => toggle(row.question.id, isOpen)}
                />
              )
            }
          </VirtualList>
        </div>
      )}
    </>
  );
}

/** The pane in the middle. */
export function QuestionList({ ref, catalogue, failure }: Props) {
  const isSlow = useSlow(catalogue === undefined && failure === undefined, 300);
  return (
    <div ref={ref} className={styles.list}>
      {catalogue ? <Questions ref={ref} catalogue={catalogue} /> : null}
      {failure === undefined ? null : (
        <p role="alert" className={styles.nothing}>
          {failure}
        </p>
      )}
      {isSlow ? (
        <p role="status" className={styles.nothing}>
          {texts.loading}
        </p>
      ) : null}
    </div>
  );
}
