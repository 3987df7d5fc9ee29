// The report room: conclusions and the four answers at the left; export and what is open at the right.
import { useRef, useState } from 'react';
import { isIssued } from '../../../shared/domain/issue-lock.ts';
import { useCommands } from '../../api/commands.ts';
import { useCounts } from '../../api/counts.ts';
import { usePaneWidths } from '../../api/pane-widths.ts';
import { useReportCheck } from '../../api/report-check.ts';
import { useAudit } from '../../api/session-context.tsx';
import { KeptAsPrinted } from '../../parts/kept-as-printed.tsx';
import { LayoutChoice } from '../../parts/layout-choice.tsx';
import { OpenPoints } from '../../parts/open-points.tsx';
import { type PaneName, SplitPanes } from '../../ui/split-panes.tsx';
import { Acceptance } from './acceptance.tsx';
import { Conclusions } from './conclusions.tsx';
import { ExportPanel, type ReportKind } from './export-panel.tsx';
import { ExportedFiles } from './exported-files.tsx';
import { Figures } from './figures.tsx';
import { Issue } from './issue.tsx';
import { LicensedSwitch, useLicence } from './licensed-switch.tsx';
import { Preview } from './preview.tsx';
import { Review } from './review.tsx';
import styles from './room.module.css';
import { Sealed } from './sealed.tsx';
import { SignOff } from './sign-off.tsx';
import { texts } from './texts.ts';
import { useExporter } from './use-exporter.ts';

/** The report of an audit. */
export default function ReportRoom() {
  const panes = usePaneWidths('report');
  const open = useAudit((state) => state.open);
  const catalogue = useAudit((state) => state.catalogue);
  const check = useReportCheck();
  const exporter = useExporter();
  const licence = useLicence();
  const [printsLicensed, setPrintsLicensed] = useState(false);
  const [shown, setShown] = useState<PaneName>('left');
  const work = useRef<HTMLDivElement>(null);
  const review = useRef<HTMLDivElement>(null);
  const counts = useCounts();
  const [isPreviewed, setPreviewed] = useState(false);
  const isLocked = isIssued(open.audit.status);

  const fields = () => [...(work.current?.querySelectorAll<HTMLElement>('textarea') ?? [])];
  const move = (by: 1 | -1) => {
    const place = fields().indexOf(document.activeElement as HTMLElement);
    fields()[place < 0 ? 0 : place + by]?.focus();
  };
  const start = (...kinds: ReportKind[]) =>
    void exporter.start({
      word: kinds.includes('word'),
      excel: kinds.includes('excel'),
      pdf: kinds.includes('pdf'),
      licensedTexts: printsLicensed && licence !== undefined,
    });
  useCommands({
    'list.next': () => move(1),
    'list.previous': () => move(-1),
    'report.word': () => start('word'),
    'report.excel': () => start('excel'),
    'report.pdf': () => start('pdf'),
    'report.preview': () => setPreviewed(true),
    'app.back': () => {
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    },
  });

  return (
    <>
      {isPreviewed ? <Preview onClose={() => setPreviewed(false)} /> : null}
      <SplitPanes
        {...panes}
        shape="register"
        shown={shown}
        onShow={setShown}
        left={{
          label: texts.work,
          content: (
            <div className={styles.page}>
              <div ref={work} className={styles.work}>
                <h1>{texts.room}</h1>
                <Figures counts={counts} />
                {isLocked ? <Issue check={check} /> : null}
                <KeptAsPrinted noun="conclusion" isSealed>
                  <Conclusions open={open} catalogue={catalogue} />
                  <Acceptance />
                </KeptAsPrinted>
                <div ref={review} tabIndex={-1} className={styles.place}>
                  <Review />
                </div>
                <SignOff />
                {isLocked ? null : <Issue check={check} />}
              </div>
            </div>
          ),
        }}
        main={{
          label: texts.side,
          content: (
            <div className={styles.side}>
              <ExportPanel exporter={exporter} onExport={start} onPreview={() => setPreviewed(true)}>
                <LayoutChoice />
                {licence === undefined ? null : (
                  <LicensedSwitch licence={licence} isOn={printsLicensed} onSwitch={setPrintsLicensed} />
                )}
              </ExportPanel>
              <ExportedFiles exporter={exporter} />
              <Sealed />
              {isLocked ? null : (
                <OpenPoints
                  check={check}
                  onHere={(place) => {
                    setShown('left');
                    requestAnimationFrame(() => {
                      if (place === 'review') review.current?.focus();
                      else (fields().find((field) => field.textContent === '') ?? fields()[0])?.focus();
                    });
                  }}
                />
              )}
            </div>
          ),
        }}
      />
    </>
  );
}
