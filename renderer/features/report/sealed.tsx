// The sealed file of the audit: what goes in, how far it is, and the ways to it.
import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import { keyInGroups } from '../../../shared/proof/signed-heads.ts';
import { ExportProgress } from '../../parts/export-progress.tsx';
import { FileWays } from '../../parts/file-ways.tsx';
import { formatSize } from '../../ui/format.ts';
import { sealedTexts as texts } from './sealed-texts.ts';
import styles from './side.module.css';
import { type SealedFile, useSealer } from './use-sealer.ts';

const nameOf = (path: string) => path.replace(/^.*[\\/]/, '');

function Made({ file }: { file: SealedFile }) {
  const beside = file.verifiers.map((path) => ({ path, name: nameOf(path) }));
  return (
    <ul className={styles.files}>
      {[file, ...beside].map((one) => (
        <li key={one.path} className={styles.file}>
          <div>
            <p className={styles.name}>{one.name}</p>
            {one === file ? (
              <>
                <p className={styles.faint}>
                  {formatSize(file.size)}, {texts.made(file)}
                </p>
                {file.warnings.map(({ message }) => (
                  <p key={message} className={styles.remark}>
                    {message}
                  </p>
                ))}
                <p className={styles.faint}>
                  {texts.key} {keyInGroups(file.publicKey)}
                </p>
                <p className={styles.faint}>{texts.readBack}</p>
              </>
            ) : null}
          </div>
          <div className={styles.ways}>
            <FileWays file={one} isOpened={false} />
          </div>
        </li>
      ))}
    </ul>
  );
}

/** Seals the audit into one file. */
export function Sealed() {
  const { state, start, cancel } = useSealer();
  const [leavesOut, setLeavesOut] = useState(false);
  const [file] = state.files;
  return (
    <section>
      <h2>{texts.title}</h2>
      <p className={styles.faint}>{texts.words}</p>
      {state.isRunning ? (
        <ExportProgress done={state.done} total={state.total} label={state.label} onCancel={cancel} />
      ) : (
        <>
          <Checkbox
            classNames={{ root: styles.licensed ?? '', description: styles.licence ?? '' }}
            checked={leavesOut}
            onChange={(event) => setLeavesOut(event.currentTarget.checked)}
            label={texts.leaveOut}
            description={texts.leaveOutWords}
          />
          <div className={`${styles.buttons} ${styles.licensed}`}>
            <Button variant="default" onClick={() => start(leavesOut ? 'left-out' : 'included')}>
              {texts.seal}
            </Button>
          </div>
        </>
      )}
      <p role="alert" className={styles.failure}>
        {state.failure}
      </p>
      {file && !state.isRunning ? <Made file={file} /> : null}
    </section>
  );
}
