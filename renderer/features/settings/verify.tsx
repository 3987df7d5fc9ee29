// Verifying the workspace, and what was found, in words.
import { Button } from '@mantine/core';
import { ExportProgress } from '../../parts/export-progress.tsx';
import styles from './settings.module.css';
import { texts } from './texts.ts';
import { useVerifier } from './use-verifier.ts';

/** Most problems that are shown at once; the command line has all. */
const mostShown = 100;

/** The verification of the workspace. */
export function Verify() {
  const { state, start, cancel } = useVerifier();
  const [answer] = state.isRunning ? [] : state.files;
  return (
    <>
      <p className={styles.words}>{texts.verifyWords}</p>
      {state.isRunning ? (
        <ExportProgress done={state.done} total={state.total} label={state.label} onCancel={cancel} />
      ) : (
        <Button variant="default" onClick={start}>
          {texts.verify}
        </Button>
      )}
      <p role="status" className={answer?.ok === false ? styles.failure : styles.status}>
        {answer?.headline ?? ''}
      </p>
      {state.failure === undefined ? null : (
        <p role="alert" className={styles.failure}>
          {state.failure}
        </p>
      )}
      {answer === undefined ? null : (
        <>
          {answer.problems.length === 0 ? null : (
            <ul className={styles.found} aria-label={texts.verifyFound}>
              {answer.problems.slice(0, mostShown).map(({ code, record, message }) => (
                <li key={`${code} ${record} ${message}`}>{message}</li>
              ))}
              {answer.problems.length > mostShown ? (
                <li>{texts.verifyMore(answer.problems.length - mostShown)}</li>
              ) : null}
            </ul>
          )}
          {[...answer.trusts, answer.statement].map((sentence) => (
            <p key={sentence} className={styles.faint}>
              {sentence}
            </p>
          ))}
        </>
      )}
    </>
  );
}
