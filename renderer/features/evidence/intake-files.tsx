// The files of an intake: choose or drop, give titles, take out; what was refused says why.
import { ActionIcon, Button, TextInput } from '@mantine/core';
import { Dropzone } from '@mantine/dropzone';
import { IconX } from '@tabler/icons-react';
import { useRef } from 'react';
import { useStore } from 'zustand';
import { formatSize } from '../../ui/format.ts';
import styles from './intake.module.css';
import type { Intake, IntakeFile } from './intake-store.ts';
import { texts } from './texts.ts';

const words = texts.intake;

function stateOf({ sent, incoming, refusal }: IntakeFile, isBusy: boolean): string {
  if (refusal !== undefined) return words.refused;
  if (!isBusy) return '';
  if (incoming) return words.sent;
  return sent > 0 ? `${Math.round(sent * 100)} %` : words.waiting;
}

function FileRow({ intake, file, isBusy }: { intake: Intake; file: IntakeFile; isBusy: boolean }) {
  const { id, title, refusal } = file;
  const { name, size } = file.file;
  return (
    <li className={styles.file} data-refused={refusal !== undefined || undefined}>
      <TextInput
        aria-label={words.titleOf(name)}
        value={title}
        disabled={isBusy}
        maxLength={2_000}
        onChange={(event) => intake.retitle(id, event.currentTarget.value)}
      />
      <span className={styles.name} title={name}>
        {name}
      </span>
      <span className={styles.size}>{formatSize(size)}</span>
      <span className={styles.state}>{stateOf(file, isBusy)}</span>
      <ActionIcon aria-label={words.takeOut(name)} disabled={isBusy} onClick={() => intake.takeOut(id)}>
        <IconX size={14} aria-hidden />
      </ActionIcon>
      {refusal === undefined ? null : <p className={styles.refusal}>{refusal}</p>}
    </li>
  );
}

/** The list of files, and the ways to add to it. */
export function IntakeFiles({ intake }: { intake: Intake }) {
  const files = useStore(intake.store, (state) => state.files);
  const isBusy = useStore(intake.store, (state) => state.phase !== 'choosing');
  const choose = useRef<() => void>(null);
  return (
    <>
      <Dropzone
        openRef={choose}
        onDrop={(dropped) => intake.addFiles(dropped)}
        disabled={isBusy}
        activateOnClick={files.length === 0}
        enablePointerEvents
        classNames={{ root: styles.drop }}
        mod={{ filled: files.length > 0 }}
        inputProps={{ 'aria-label': words.choose }}
        data-autofocus={files.length === 0 || undefined}
      >
        {files.length === 0 ? (
          <p>{words.drop}</p>
        ) : (
          <ul className={styles.files} aria-label={words.files}>
            {files.map((file) => (
              <FileRow key={file.id} intake={intake} file={file} isBusy={isBusy} />
            ))}
          </ul>
        )}
      </Dropzone>
      {files.length > 0 && !isBusy ? (
        <Button className={styles.more} variant="subtle" onClick={() => choose.current?.()}>
          {words.chooseMore}
        </Button>
      ) : null}
    </>
  );
}
