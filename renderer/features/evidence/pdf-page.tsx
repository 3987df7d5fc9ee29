// One page of a PDF: drawn when it comes into view, with its words over it so that they can be selected and read out.
import { AnnotationMode, type PDFDocumentProxy, type PDFPageProxy, TextLayer } from 'pdfjs-dist';
import { useEffect, useRef, useState } from 'react';
import styles from './preview.module.css';
import { texts } from './texts.ts';
import type { Look } from './zoom.ts';

/** Most pixels that one page is drawn with. */
const mostPixels = 16_000_000;

interface Size {
  width: number;
  height: number;
}

interface Props {
  pdf: PDFDocumentProxy;
  number: number;
  /** CSS pixels per point. */
  scale: number;
  quarter: Look['quarter'];
  /** The size it is likely to have, until it is read. */
  expected: Size;
}

function draw(page: PDFPageProxy, canvas: HTMLCanvasElement, words: HTMLElement, scale: number, quarter: number) {
  const viewport = page.getViewport({ scale, rotation: (page.rotate + quarter * 90) % 360 });
  const { width, height } = viewport;
  const ratio = Math.min(window.devicePixelRatio || 1, Math.sqrt(mostPixels / (width * height)));
  canvas.width = Math.max(1, Math.floor(width * ratio));
  canvas.height = Math.max(1, Math.floor(height * ratio));
  words.replaceChildren();
  words.style.setProperty('--total-scale-factor', String(scale));
  const drawing = page.render({
    canvas,
    viewport,
    transform: [ratio, 0, 0, ratio, 0, 0],
    annotationMode: AnnotationMode.ENABLE,
  });
  const layer = new TextLayer({ textContentSource: page.streamTextContent(), container: words, viewport });
  return {
    size: { width, height },
    done: Promise.all([drawing.promise, layer.render()]),
    cancel() {
      drawing.cancel();
      layer.cancel();
    },
  };
}

/** A page. */
export function PdfPage({ pdf, number, scale, quarter, expected }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const words = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState<Size>();
  const [state, setState] = useState<'drawing' | 'drawn' | 'failed'>('drawing');
  useEffect(() => {
    let isLeft = false;
    let drawing: ReturnType<typeof draw> | undefined;
    const start = async () => {
      try {
        const page = await pdf.getPage(number);
        if (isLeft || !canvas.current || !words.current) return;
        drawing = draw(page, canvas.current, words.current, scale, quarter);
        setSize(drawing.size);
        await drawing.done;
        if (!isLeft) setState('drawn');
      } catch {
        if (!isLeft) setState('failed');
      }
    };
    void start();
    return () => {
      isLeft = true;
      drawing?.cancel();
    };
  }, [pdf, number, scale, quarter]);
  return (
    <div className={styles.pageRow}>
      <div className={styles.page} data-page={number} data-state={state} style={size ?? expected}>
        <canvas ref={canvas} aria-hidden />
        <div ref={words} className={styles.pageWords} />
        {state === 'failed' ? <p className={styles.pageFailed}>{texts.pdf.pageFailed(number)}</p> : null}
      </div>
    </div>
  );
}
