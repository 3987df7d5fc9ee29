// A PDF page by page. It is drawn from the file; scripts, links and forms in it do nothing here.
import { useElementSize, useMergedRef } from '@mantine/hooks';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useSlow } from '../../ui/use-slow.ts';
import { VirtualList } from '../../ui/virtual-list.tsx';
import { openPdf, whyNotOpened } from './open-pdf.ts';
import { PdfPage } from './pdf-page.tsx';
import styles from './preview.module.css';
import { texts } from './texts.ts';
import { useMovedStage } from './use-moved-stage.ts';
import { useViewKeys, type ViewCommands } from './use-view-keys.ts';
import { LargeView, ViewTools } from './view-tools.tsx';
import { firstLook, type Look, stepZoom, turnLook } from './zoom.ts';

const words = texts.pdf;
/** Most pages that are listed: a file can claim any number. */
const mostPages = 5_000;
/** CSS pixels in a point, the measure of a PDF. */
const perPoint = 96 / 72;
/** Space beside a page, as in the style sheet. */
const beside = 24;
/** Wider than this, lines are hard to read. */
const widestFit = 1_000;

export type PdfFailure = ReturnType<typeof whyNotOpened>;

interface Paper {
  width: number;
  height: number;
}

interface StageProps {
  pdf: PDFDocumentProxy;
  /** The size of the first page, in points. */
  paper: Paper;
  look: Look;
  onLook: (look: Look) => void;
  onEnlarge?: () => void;
}

function Stage({ pdf, paper, look, onLook, onEnlarge }: StageProps) {
  const place = useElementSize<HTMLDivElement>();
  const scroller = useRef<HTMLDivElement>(null);
  const [shown, setShown] = useState(0);
  const [wanted, setWanted] = useState<number>();
  const count = Math.min(pdf.numPages, mostPages);
  const pages = useMemo(() => Array.from({ length: count }, (_, before) => before + 1), [count]);
  const turned = look.quarter % 2 === 1 ? { width: paper.height, height: paper.width } : paper;
  const whole = Math.max(0.1, Math.min(place.width - beside, widestFit) / turned.width);
  const scale = look.zoom === 'fit' ? whole : (look.zoom / 100) * perPoint;
  const percent = (scale / perPoint) * 100;
  const step = (by: 1 | -1) => onLook({ ...look, zoom: stepZoom(percent, by) });
  const turnTo = (page: number) => setWanted(Math.min(count - 1, Math.max(0, page)));
  const commands: ViewCommands = {
    'evidence.larger': () => step(1),
    'evidence.smaller': () => step(-1),
    'evidence.fit': () => onLook({ ...look, zoom: 'fit' }),
    'evidence.actual': () => onLook({ ...look, zoom: 100 }),
    'evidence.turn-left': () => onLook(turnLook(look, -1)),
    'evidence.turn-right': () => onLook(turnLook(look, 1)),
    'evidence.page-down': () => turnTo(shown + 1),
    'evidence.page-up': () => turnTo(shown - 1),
    ...(onEnlarge ? { 'evidence.open': onEnlarge } : {}),
  };
  useViewKeys(commands, onEnlarge === undefined);
  const moved = useMovedStage({ percent, isWheelFree: false, isDragged: false, onStep: step });
  const stage = useMergedRef(place.ref, moved, scroller);
  const noteShown = (element: HTMLElement) => {
    const middle = element.getBoundingClientRect().top + element.clientHeight / 3;
    for (const row of element.querySelectorAll<HTMLElement>('[data-index]')) {
      const { top, bottom } = row.getBoundingClientRect();
      if (top <= middle && bottom > middle) setShown(Number(row.dataset.index));
    }
    setWanted(undefined);
  };
  return (
    <figure className={styles.figure} data-large={onEnlarge === undefined || undefined}>
      <div
        ref={stage}
        className={styles.pages}
        data-zoom={look.zoom}
        data-quarter={look.quarter}
        role="region"
        aria-label={words.view}
        tabIndex={0}
        data-autofocus={onEnlarge === undefined || undefined}
        onScroll={({ currentTarget }) => noteShown(currentTarget)}
      >
        {place.width > 0 ? (
          <VirtualList
            key={`${scale} ${look.quarter}`}
            rows={pages}
            keyOf={String}
            rowHeight={turned.height * scale + 12}
            scroller={scroller}
            selected={wanted}
            selectedAt="start"
            ahead={1}
          >
            {(number) => (
              <PdfPage
                pdf={pdf}
                number={number}
                scale={scale}
                quarter={look.quarter}
                expected={{ width: turned.width * scale, height: turned.height * scale }}
              />
            )}
          </VirtualList>
        ) : null}
      </div>
      <ViewTools zoom={look.zoom} percent={Math.round(percent)} commands={commands} isTurned={look.quarter !== 0}>
        <span role="status">{words.page(Math.min(shown + 1, count), pdf.numPages)}</span>
      </ViewTools>
      {pdf.numPages > mostPages ? <p className={styles.words}>{words.tooMany(mostPages)}</p> : null}
    </figure>
  );
}

interface Props {
  sha256: string;
  name: string;
  onFail: (why: PdfFailure) => void;
}

/** A PDF of the vault, in its place and large on request. */
export default function PdfView({ sha256, name, onFail }: Props) {
  const [read, setRead] = useState<{ pdf: PDFDocumentProxy; paper: Paper }>();
  const [look, setLook] = useState(firstLook);
  const [isLarge, setLarge] = useState(false);
  const isSlow = useSlow(read === undefined, 300);
  const fail = useRef(onFail);
  useEffect(() => {
    fail.current = onFail;
  });
  useEffect(() => {
    let isLeft = false;
    const task = openPdf(sha256);
    const open = async () => {
      const pdf = await task.promise;
      const { width, height } = (await pdf.getPage(1)).getViewport({ scale: 1 });
      if (!isLeft) setRead({ pdf, paper: { width, height } });
    };
    open().catch((error: unknown) => {
      if (!isLeft) fail.current(whyNotOpened(error));
    });
    return () => {
      isLeft = true;
      void task.destroy();
    };
  }, [sha256]);
  if (!read)
    return (
      <div className={styles.pages} role="status">
        {isSlow ? <p className={styles.words}>{words.opening}</p> : null}
      </div>
    );
  const shared = { ...read, look, onLook: setLook };
  return (
    <>
      <Stage {...shared} onEnlarge={() => setLarge(true)} />
      <LargeView name={name} isOpen={isLarge} onClose={() => setLarge(false)}>
        <Stage {...shared} />
      </LargeView>
    </>
  );
}
