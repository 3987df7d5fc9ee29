// Remarks of the independent reviewer: written about a finding, a section or the report, answered, accepted or declined.
import { ActionIcon, Button, SegmentedControl } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { type ReactNode, useId, useRef, useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import type { ReviewCommentRecord } from '../../shared/contract/records.ts';
import { reviewDispositions } from '../../shared/domain/vocabulary.ts';
import { useAppActions } from '../api/app-actions.tsx';
import { useCommands } from '../api/commands.ts';
import { useRecordEdit } from '../api/record-edit.ts';
import { useAuditSession } from '../api/session-context.tsx';
import { formatInstant } from '../ui/format.ts';
import { optionsOf } from '../ui/options.ts';
import { GrowingText } from './growing-text.tsx';
import styles from './review-comments.module.css';

const texts = {
  written: (by: string, at: string) => [by, at].filter(Boolean).join(', '),
  disposition: (about: string) => `What became of the comment ${about}`,
  answer: (about: string) => `Answer to the comment ${about}`,
  answerPlaceholder: 'What was done, or why it stays as it is',
  answered: (by: string, at: string) => `Answered by ${by}, ${at}`,
  remove: (about: string) => `Take back the comment ${about}`,
  about: (what: string) => `about ${what}`,
  add: 'Add comment',
  newLabel: 'New comment of the reviewer',
  newPlaceholder: 'What the reviewer asks or wants changed',
  addStep: 'comment of the reviewer',
  removeStep: 'taking back a comment',
  name: 'a comment',
};

export type Target = Pick<ReviewCommentRecord, 'noun' | 'target'>;

interface CommentProps {
  comment: ReviewCommentRecord;
  /** What it is about, in words and as it is shown. */
  about: string;
  shown?: ReactNode;
  isLocked: boolean;
}

/** One remark with its answer. */
export function ReviewComment({ comment, about, shown, isLocked }: CommentProps) {
  const session = useAuditSession();
  const { say } = useAppActions();
  const edit = useRecordEdit('reviewComment', comment.id, texts.name);
  const words = texts.about(about);
  const remove = () =>
    session
      .run('reviewComments.remove', { reviewComment: comment.id }, texts.removeStep)
      .catch((error: unknown) => say(error instanceof Error ? error.message : String(error), { isAlarm: true }));
  return (
    <li className={styles.comment} data-disposition={comment.disposition}>
      <div className={styles.head}>
        <span>
          {shown === undefined ? null : <b>{shown} · </b>}
          <span className={styles.faint}>{texts.written(comment.writtenBy, formatInstant(comment.writtenAt))}</span>
        </span>
        {isLocked ? null : (
          <ActionIcon size="sm" aria-label={texts.remove(words)} onClick={() => void remove()}>
            <IconX size={13} aria-hidden />
          </ActionIcon>
        )}
      </div>
      <p className={styles.text} dir="auto">
        {comment.text}
      </p>
      <SegmentedControl
        size="xs"
        disabled={isLocked}
        aria-label={texts.disposition(words)}
        data={optionsOf(reviewDispositions)}
        value={comment.disposition}
        onChange={(chosen) => edit.choose({ disposition: chosen as ReviewCommentRecord['disposition'] }, 'what became')}
      />
      <GrowingText
        aria-label={texts.answer(words)}
        lines={1}
        readOnly={isLocked}
        value={comment.answer}
        placeholder={texts.answerPlaceholder}
        onText={(answer) => edit.type({ answer }, 'answer')}
        onBlur={edit.leave}
      />
      {comment.answeredBy === '' ? null : (
        <p className={styles.faint}>{texts.answered(comment.answeredBy, formatInstant(comment.answeredAt))}</p>
      )}
    </li>
  );
}

interface NewProps {
  target: Target;
  /** The command that leads here. */
  command: 'report.comment' | 'findings.comment';
  /** What the remark is about, where that can be chosen. */
  children?: ReactNode;
}

/** Where a remark is written. */
export function NewReviewComment({ target, command, children }: NewProps) {
  const session = useAuditSession();
  const { say } = useAppActions();
  const [text, setText] = useState('');
  const [isBusy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const id = useId();
  const field = () => form.current?.querySelector('textarea');
  const add = async () => {
    if (isBusy || text.trim() === '') return;
    setBusy(true);
    try {
      await session.run('reviewComments.create', { id: uuidv7(), fields: { ...target, text } }, texts.addStep);
      setText('');
    } catch (error) {
      say(error instanceof Error ? error.message : String(error), { isAlarm: true });
    }
    setBusy(false);
  };
  useCommands({
    [command]: () => {
      field()?.scrollIntoView({ block: 'center' });
      field()?.focus();
    },
    'app.submit': () => {
      if (form.current?.contains(document.activeElement) === true) void add();
    },
  });
  return (
    <form
      ref={form}
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      {children}
      <GrowingText
        id={id}
        aria-label={texts.newLabel}
        lines={2}
        value={text}
        placeholder={texts.newPlaceholder}
        onText={setText}
      />
      <div>
        <Button type="submit" variant="default" disabled={isBusy || text.trim() === ''}>
          {texts.add}
        </Button>
      </div>
    </form>
  );
}

/** A list of remarks. */
export function ReviewCommentList({ children }: { children: ReactNode }) {
  return <ul className={styles.list}>{children}</ul>;
}
