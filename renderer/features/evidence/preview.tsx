// What a piece of evidence shows: pictures and texts here, everything else by its facts and in its own program.
import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { lazy, Suspense, useRef, useState } from 'react';
import type { EvidenceRecord } from '../../../shared/contract/records.ts';
import { useCommands } from '../../api/commands.ts';
import { fileUrl } from '../../api/files.ts';
import { formatSize } from '../../ui/format.ts';
import { ImageView } from './image-view.tsx';
import styles from './preview.module.css';
import type { PdfFailure } from './pdf-view.tsx';
import { largestPicture, previewKindOf } from './preview-kind.ts';
import { TextView } from './text-view.tsx';
import { texts } from './texts.ts';

// The reader of PDFs is large and comes only when one is looked at.
const PdfView = lazy(() => import('./pdf-view.tsx'));

function Outside({ record, words }: { record: EvidenceRecord; words: string }) {
  const link = useRef<HTMLAnchorElement>(null);
  useCommands({ 'evidence.open': () => link.current?.click() });
  return (
    <div className={styles.outside}>
      <p className={styles.words}>{words}</p>
      <Button
        ref={link}
        component="a"
        variant="default"
        leftSection={<IconDownload size={14} aria-hidden />}
        href={fileUrl(record.sha256)}
        download={record.originalName}
        aria-label={texts.downloadAbout(record.originalName)}
      >
        {texts.download}
      </Button>
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
