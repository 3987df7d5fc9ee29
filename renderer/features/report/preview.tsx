// The report as it would be printed now, one long page drawn from the blocks that Word is made of.
import { Modal } from '@mantine/core';
import { useCallback, useMemo, useState } from 'react';
import type { Output } from '../../../shared/contract/contract.ts';
import { useEngine } from '../../api/engine-context.tsx';
import { useAudit, useAuditSession } from '../../api/session-context.tsx';
import { useStoredAudit } from '../../api/stored-audit.ts';
import { Paper } from '../../parts/paper.tsx';
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

/** The paper, with the photos of the evidence. */
function ReportPaper({ report: { html, styles: looks, language } }: { report: Report }) {
  const evidence = useAudit((state) => state.open.evidence);
  const fileOf = useMemo(() => {
    const files = new Map(evidence.map(({ number, sha256 }) => [number, sha256]));
    return (number: string) => files.get(number);
  }, [evidence]);
  return <Paper className={styles.paper} html={html} styles={looks} language={language} fileOf={fileOf} />;
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
      {report ? (
        <ReportPaper report={report} />
      ) : failure === undefined ? (
        <p role="status">{texts.previewReading}</p>
      ) : null}
    </Modal>
  );
}
