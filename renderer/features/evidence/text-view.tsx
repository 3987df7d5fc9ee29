// The beginning of a text file as inert text.
import { useEffect, useMemo, useState } from 'react';
import { fileUrl } from '../../api/files.ts';
import { formatSize } from '../../ui/format.ts';
import styles from './preview.module.css';
import { decodeText, longestText, splitText } from './preview-kind.ts';
import { readBeginning } from './read-beginning.ts';
import { texts } from './texts.ts';

interface Reading {
  text: string;
  isCut: boolean;
}

async function readText(sha256: string, signal: AbortSignal): Promise<Reading> {
  const response = await fetch(fileUrl(sha256), { signal });
  if (!response.ok) throw new Error(`answered ${response.status}`);
  const { bytes, isCut } = await readBeginning(response, longestText);
  return { text: decodeText(bytes), isCut };
}

/** The text of a file of the vault, at most the first part of it. */
export function TextView({ sha256 }: { sha256: string }) {
  const [reading, setReading] = useState<Reading>();
  const [hasFailed, setFailed] = useState(false);
  const parts = useMemo(() => splitText(reading?.text ?? ''), [reading]);
  useEffect(() => {
    const leaving = new AbortController();
    readText(sha256, leaving.signal).then(setReading, () => {
      if (!leaving.signal.aborted) setFailed(true);
    });
    return () => leaving.abort();
  }, [sha256]);
  if (hasFailed) return <p className={styles.words}>{texts.noPreview.text}</p>;
  return (
    <>
      <pre className={styles.text} tabIndex={0} role="region" aria-label={texts.preview}>
        {parts.map((part, place) => (
          // The parts of a text never change their places.
          // oxlint-disable-next-line react/no-array-index-key
          <span key={place} className={styles.textPart}>
            {part}
          </span>
        ))}
      </pre>
      {reading?.isCut === true ? <p className={styles.words}>{texts.cutText(formatSize(longestText))}</p> : null}
    </>
  );
}
