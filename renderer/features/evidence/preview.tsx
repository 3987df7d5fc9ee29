// What a piece of evidence shows: pictures and texts here, everything else by its facts and in its own program.
import { lazy, Suspense, useState } from 'react';
import type { EvidenceRecord } from '../../../shared/contract/records.ts';
import { formatSize } from '../../ui/format.ts';
import { FileWays } from './file-ways.tsx';
import { ImageView } from './image-view.tsx';
import styles from './preview.module.css';
import type { PdfFailure } from './pdf-view.tsx';
import { largestPicture, previewKindOf } from './preview-kind.ts';
import { TextView } from './text-view.tsx';
import { texts } from './texts.ts';

// The reader of PDFs is large and comes only when one is looked at.
const PdfView = lazy(() => import('./pdf-view.tsx'));

function Outside({ record, words }: { record: EvidenceRecord; words: string }) {
  return (
    <div className={styles.outside}>
      <p className={styles.words}>{words}</p>
      <FileWays record={record} command="evidence.open" isNamed />
    </div>
  );
}

/** The preview of a piece of evidence. */
export function Preview({ record }: { record: EvidenceRecord }) {
  const [hasFailed, setFailed] = useState(false);
  const [pdfFailure, setPdfFailure] = useState<PdfFailure>();
  const { sha256, mediaType, title, originalName, size } = record;
  const kind = previewKindOf(mediaType);
  if (kind === 'text') return <TextView key={sha256} sha256={sha256} />;
  const name = title || originalName;
  if (pdfFailure) return <Outside record={record} words={texts.pdf.failures[pdfFailure]} />;
  if (kind === 'pdf') {
    return (
      <Suspense fallback={<div className={styles.pages} />}>
        <PdfView key={sha256} sha256={sha256} name={name} onFail={setPdfFailure} />
      </Suspense>
    );
  }
  if (kind === 'none') return <Outside record={record} words={texts.noPreview.other} />;
  if ((size ?? 0) > largestPicture)
    return <Outside record={record} words={texts.noPreview.tooLarge(formatSize(size))} />;
  if (hasFailed) return <Outside record={record} words={texts.noPreview.picture} />;
  return <ImageView key={sha256} sha256={sha256} name={name} onFail={() => setFailed(true)} />;
}
