// The files of an intake: choose or drop, give titles, take out; what was refused stands apart and says why.
import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { memo, useMemo, useRef } from 'react';
import { useStore } from 'zustand';
import { useAudit } from '../../api/session-context.tsx';
import { formatSize } from '../../ui/format.ts';
import styles from './intake.module.css';
import type { Intake, IntakeFile } from './intake-store.ts';
import { texts } from './texts.ts';

const words = texts.intake;

function stateOf({ sent, incoming }: IntakeFile, isBusy: boolean): string {
  if (!isBusy) return '';
  if (incoming) return words.sent;
  return sent > 0 ? `${Math.round(sent * 100)} %` : words.waiting;
}

interface RowProps {
  intake: Intake;
  file: IntakeFile;
  isBusy: boolean;
  /** Where the same content is already, in words. */
  same: string | undefined;
}

const FileRow = memo(function FileRow({ intake, file, isBusy, same }: RowProps) {
  const { id, title } = file;
  const { name, size } = file.file;
  return (
    <li className={styles.file}>
      <TextInput
        aria-label={words.titleOf(name)}
        value={title}
        disabled={isBusy}
        maxLength={2_000}
        onChange={(event) => intake.retitle(id, event.currentTarget.value)}
      />
      <bdi className={styles.name} title={name}>
        {name}
      </bdi>
      <span className={styles.size}>{formatSize(size)}</span>
      <span className={styles.state}>{stateOf(file, isBusy)}</span>
      <ActionIcon aria-label={words.takeOut(name)} disabled={isBusy} onClick={() => intake.takeOut(id)}>
        <IconX size={14} aria-hidden />
      </ActionIcon>
      {same === undefined ? null : <p className={styles.same}>{same}</p>}
    </li>
  );
});

/** What is not taken in, and why. */
function Refused({ intake }: { intake: Intake }) {
  const files = useStore(intake.store, (state) => state.files);
  const left = useStore(intake.store, (state) => state.left);
  const isBusy = useStore(intake.store, (state) => state.phase !== 'choosing');
  const refused = [
    ...left.map(({ name, sentence }) => ({ key: `${name} ${sentence}`, name, sentence })),
    ...files.flatMap(({ id, file, refusal }) =>
      refusal === undefined ? [] : [{ key: id, name: file.name, sentence: refusal }],
    ),
  ];
  return (
    <div role="alert">
      {refused.length === 0 ? null : (
        <div className={styles.refused}>
          <h3>{words.refusedTitle(refused.length)}</h3>
          <ul>
            {refused.map(({ key, name, sentence }) => (
              <li key={key}>
                {sentence.includes(name) ? (
                  sentence
                ) : (
                  <>
                    <bdi>{name}</bdi>: {sentence}
                  </>
                )}
              </li>
            ))}
          </ul>
          <Button variant="subtle" size="compact-sm" disabled={isBusy} onClick={() => intake.takeOutRefused()}>
            {words.takeOutRefused}
          </Button>
        </div>
      )}
    </div>
  );
}

/** Where the content of a file is already: in the register, or earlier in the list. */
function useSameContent(files: readonly IntakeFile[]): ReadonlyMap<string, string> {
  const evidence = useAudit((state) => state.open.evidence);
  const numbers = useMemo(() => {
    const sorted = evidence.toSorted((one, other) => (one.number < other.number ? 1 : -1));
    return new Map(sorted.map(({ sha256, number }) => [sha256, number]));
  }, [evidence]);
  const same = new Map<string, string>();
  const seen = new Set<string>();
  for (const { id, sha256 } of files) {
    if (sha256 === undefined) continue;
    const number = numbers.get(sha256);
    if (number !== undefined) same.set(id, words.sameAs(number));
    else if (seen.has(sha256)) same.set(id, words.twice);
    seen.add(sha256);
  }
  return same;
}

/** The list of files, and the ways to add to it. */
export function IntakeFiles({ intake }: { intake: Intake }) {
  const all = useStore(intake.store, (state) => state.files);
  const isBusy = useStore(intake.store, (state) => state.phase !== 'choosing');
  const chooser = useRef<HTMLInputElement>(null);
  const files = all.filter(({ refusal }) => refusal === undefined);
  const same = useSameContent(files);
  return (
    <>
      <Refused intake={intake} />
      <input
        ref={chooser}
        type="file"
        multiple
        hidden
        onChange={({ currentTarget }) => {
          intake.addFiles([...(currentTarget.files ?? [])]);
          // The same file can be chosen again after it was taken out.
          currentTarget.value = '';
        }}
      />
      {files.length === 0 ? (
        <button
          type="button"
          className={styles.drop}
          disabled={isBusy}
          data-autofocus={all.length === 0 || undefined}
          onClick={() => chooser.current?.click()}
        >
          {words.drop}
        </button>
      ) : (
        <ul className={styles.files} aria-label={words.files}>
          {files.map((file) => (
            <FileRow key={file.id} intake={intake} file={file} isBusy={isBusy} same={same.get(file.id)} />
          ))}
        </ul>
      )}
      {files.length > 0 && !isBusy ? (
        <Button className={styles.more} variant="subtle" onClick={() => chooser.current?.click()}>
          {words.chooseMore}
        </Button>
      ) : null}
    </>
  );
}
