// The report as it would be printed now, one long page drawn from the blocks that Word is made of.
import { Modal } from '@mantine/core';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Output } from '../../../shared/contract/contract.ts';
import { useEngine } from '../../api/engine-context.tsx';
import { fileUrl } from '../../api/files.ts';
import { useAudit, useAuditSession } from '../../api/session-context.tsx';
import { useStoredAudit } from '../../api/stored-audit.ts';
import styles from './preview.module.css';
import { texts } from './texts.ts';

type Report = Output<'reports.preview'>;

/** Reads the report, and again after every save. */
function useReport(): { report: Report | undefined; failure: string | undefined } {
  const { api } = useEngine();
  const session = useAuditSession();
  const [read, setRead] = useState<{ report?: Report; failure?: string }>({});
  const load = useCallback(async () => {
    try {
      const report = await api.call('reports.preview', { audit: session.id });
      setRead({ report });
    } catch (error) {
      setRead(({ report }) => ({
        ...(report ? { report } : {}),
        failure: error instanceof Error ? error.message : String(error),
      }));
    }
  }, [api, session]);
  useStoredAudit(load);
  return { report: read.report, failure: read.failure };
}

/** The paper. It has a tree of its own, so that the styles of the report and of the page do not meet. */
function Paper({ report }: { report: Report }) {
  const host = useRef<HTMLDivElement>(null);
  const evidence = useAudit((state) => state.open.evidence);
  useEffect(() => {
    const element = host.current;
    if (!element) return undefined;
    const root = element.shadowRoot ?? element.attachShadow({ mode: 'open' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(report.styles);
    root.adoptedStyleSheets = [sheet];
    const body = document.createElement('div');
    body.className = 'report';
    body.lang = report.language;
    // The engine writes it from texts that are escaped; scripts are forbidden on this page besides.
    body.innerHTML = report.html;
    const fileOf = new Map(evidence.map(({ number, sha256 }) => [number, sha256]));
    for (const image of body.querySelectorAll<HTMLImageElement>('img[data-evidence]')) {
      const sha256 = fileOf.get(image.dataset.evidence ?? '');
      if (sha256 !== undefined) image.src = fileUrl(sha256);
    }
    root.replaceChildren(body);
    // An address in the paper is a place in it, not a room of the page.
    const follow = (event: Event) => {
      const link = (event.target as Element).closest?.('a[href^="#"]');
      if (!link) return;
      event.preventDefault();
      root.getElementById(link.getAttribute('href')?.slice(1) ?? '')?.scrollIntoView({ block: 'start' });
    };
    root.addEventListener('click', follow);
    return () => root.removeEventListener('click', follow);
  }, [report, evidence]);
  return <div ref={host} className={styles.paper} />;
}

/** The preview over the room. */
export function Preview({ onClose }: { onClose: () => void }) {
  const { report, failure } = useReport();
  return (
    <Modal
      opened
      fullScreen
      title={texts.previewTitle}
      onClose={onClose}
      closeButtonProps={{ 'aria-label': texts.closePreview }}
      classNames={{ body: styles.body, content: styles.content }}
    >
      {failure === undefined ? null : <p role="alert">{failure}</p>}
      {report ? <Paper report={report} /> : failure === undefined ? <p role="status">{texts.previewReading}</p> : null}
    </Modal>
  );
}
