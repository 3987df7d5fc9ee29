// The area a signature is drawn in: lines that follow the mouse, a pen or a finger.
import { type PointerEvent, useRef, useState } from 'react';
import { drawingArea, longestDrawing, pathOf, strokesOf } from '../../../shared/domain/signatures.ts';
import { issueTexts as texts } from './issue-texts.ts';
import styles from './sign-off.module.css';

type Stroke = [number, number][];

interface Props {
  /** The path drawn so far. */
  path: string;
  onPath: (path: string) => void;
}

const viewBox = `0 0 ${drawingArea.width} ${drawingArea.height}`;

/** The strokes of a path as a picture. A point alone is drawn as a dot. */
export function SignaturePicture({ path, label }: { path: string; label: string }) {
  return (
    <svg className={styles.picture} viewBox={viewBox} role="img" aria-label={label}>
      <path d={drawn(path)} />
    </svg>
  );
}

const drawn = (path: string) => path.replaceAll(/M(\d+) (\d+)(?=M|$)/g, 'M$1 $2L$1 $2');

/** Where one draws. Without a pointer the form around it is enough: the typed name stands for the drawing. */
export function SignaturePad({ path, onPath }: Props) {
  const area = useRef<SVGSVGElement>(null);
  const stroke = useRef<Stroke>(undefined);
  const [isFull, setFull] = useState(false);

  const pointOf = ({ clientX, clientY }: PointerEvent): [number, number] => {
    const box = area.current?.getBoundingClientRect();
    if (!box || box.width === 0) return [0, 0];
    return [
      ((clientX - box.left) * drawingArea.width) / box.width,
      ((clientY - box.top) * drawingArea.height) / box.height,
    ];
  };
  const begin = (event: PointerEvent<SVGSVGElement>) => {
    if (event.button !== 0) return;
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    stroke.current = [pointOf(event)];
    extend(event);
  };
  const extend = (event: PointerEvent<SVGSVGElement>) => {
    if (!stroke.current) return;
    stroke.current.push(pointOf(event));
    const before = strokesOf(path).slice(0, stroke.current.length > 2 ? -1 : undefined);
    const next = pathOf([...before, stroke.current]);
    setFull(next.length > longestDrawing);
    if (next.length <= longestDrawing) onPath(next);
  };
  const end = () => {
    stroke.current = undefined;
  };
  return (
    <>
      <svg
        ref={area}
        className={styles.pad}
        viewBox={viewBox}
        role="img"
        aria-label={texts.drawing}
        onPointerDown={begin}
        onPointerMove={extend}
        onPointerUp={end}
        onPointerCancel={end}
      >
        <line x1="30" x2="570" y1="165" y2="165" />
        <path d={drawn(path)} />
      </svg>
      {isFull ? (
        <p role="alert" className={styles.faint}>
          {texts.tooLong}
        </p>
      ) : null}
    </>
  );
}
