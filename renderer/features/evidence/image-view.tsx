// A picture that can be made larger and turned. Only the view turns; the file stays as it was collected.
import { ActionIcon, Modal, Tooltip } from '@mantine/core';
import { IconArrowsMaximize, IconRotateClockwise, IconZoomIn, IconZoomOut } from '@tabler/icons-react';
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { fileUrl } from '../../api/files.ts';
import { useCommands } from '../../api/commands.ts';
import styles from './preview.module.css';
import { texts } from './texts.ts';

const zooms = [100, 150, 200, 300, 400, 600, 800] as const;
const words = texts.image;

interface Turn {
  zoom: number;
  quarter: number;
}

const untouched: Turn = { zoom: 0, quarter: 0 };

interface StageProps {
  sha256: string;
  name: string;
  turn: Turn;
  onTurn: (turn: Turn) => void;
  onFail: () => void;
  /** Opens the large view; left out in the large view itself. */
  onEnlarge?: () => void;
}

function Tool({
  label,
  onClick,
  isOff = false,
  children,
}: {
  label: string;
  onClick: () => void;
  isOff?: boolean;
  children: ReactNode;
}) {
  return (
    <Tooltip label={label}>
      <ActionIcon aria-label={label} disabled={isOff} onClick={onClick}>
        {children}
      </ActionIcon>
    </Tooltip>
  );
}

/** The picture with its tools. */
function Stage({ sha256, name, turn, onTurn, onFail, onEnlarge }: StageProps) {
  const stage = useRef<HTMLDivElement>(null);
  const percent = zooms[turn.zoom] ?? 100;
  // What was in the middle stays in the middle.
  const middle = useRef({ across: 0.5, down: 0.5 });
  useLayoutEffect(() => {
    const element = stage.current;
    // The page is drawn at this zoom by now.
    if (element?.dataset.zoom !== String(percent)) return;
    element.scrollLeft = middle.current.across * element.scrollWidth - element.clientWidth / 2;
    element.scrollTop = middle.current.down * element.scrollHeight - element.clientHeight / 2;
  }, [percent]);
  const zoomTo = (zoom: number) => onTurn({ ...turn, zoom: Math.min(zooms.length - 1, Math.max(0, zoom)) });
  const rotate = () => onTurn({ ...turn, quarter: (turn.quarter + 1) % 4 });
  // The keys work wherever the focus is in the figure.
  const figure = useRef<HTMLElement>(null);
  useEffect(() => {
    const does: Record<string, () => void> = {
      '+': () => zoomTo(turn.zoom + 1),
      '=': () => zoomTo(turn.zoom + 1),
      '-': () => zoomTo(turn.zoom - 1),
      0: () => zoomTo(0),
      r: rotate,
    };
    const press = (event: KeyboardEvent) => {
      const action = event.ctrlKey || event.metaKey ? undefined : does[event.key];
      if (!action) return;
      event.preventDefault();
      action();
    };
    const element = figure.current;
    element?.addEventListener('keydown', press);
    return () => element?.removeEventListener('keydown', press);
  });
  return (
    <figure ref={figure} className={styles.figure} data-large={onEnlarge === undefined || undefined}>
      <div
        ref={stage}
        className={styles.stage}
        data-zoom={percent}
        data-quarter={turn.quarter}
        role="region"
        aria-label={words.view}
        tabIndex={0}
        onScroll={({ currentTarget: element }) => {
          middle.current = {
            across: (element.scrollLeft + element.clientWidth / 2) / element.scrollWidth,
            down: (element.scrollTop + element.clientHeight / 2) / element.scrollHeight,
          };
        }}
      >
        <div className={styles.canvas}>
          <img src={fileUrl(sha256)} alt={name} draggable={false} onError={onFail} />
        </div>
      </div>
      <figcaption className={styles.tools}>
        <Tool label={`${words.zoomOut} −`} isOff={turn.zoom === 0} onClick={() => zoomTo(turn.zoom - 1)}>
          <IconZoomOut size={16} aria-hidden />
        </Tool>
        <span className={styles.zoom} role="status">
          {turn.zoom === 0 ? words.fit : words.zoomed(percent)}
        </span>
        <Tool label={`${words.zoomIn} +`} isOff={turn.zoom === zooms.length - 1} onClick={() => zoomTo(turn.zoom + 1)}>
          <IconZoomIn size={16} aria-hidden />
        </Tool>
        <Tool label={`${words.rotate} r`} onClick={rotate}>
          <IconRotateClockwise size={16} aria-hidden />
        </Tool>
        {turn.quarter === 0 ? null : <span className={styles.turnNote}>{words.turnNote}</span>}
        {onEnlarge ? (
          <span className={styles.last}>
            <Tool label={`${words.enlarge} o`} onClick={onEnlarge}>
              <IconArrowsMaximize size={16} aria-hidden />
            </Tool>
          </span>
        ) : null}
      </figcaption>
    </figure>
  );
}

/** A picture of the vault, small in its place and large on request. */
export function ImageView({ sha256, name, onFail }: { sha256: string; name: string; onFail: () => void }) {
  const [turn, setTurn] = useState(untouched);
  const [isLarge, setLarge] = useState(false);
  useCommands({ 'evidence.open': () => setLarge(true) });
  return (
    <>
      <Stage
        sha256={sha256}
        name={name}
        turn={turn}
        onTurn={setTurn}
        onFail={onFail}
        onEnlarge={() => setLarge(true)}
      />
      <Modal
        opened={isLarge}
        onClose={() => setLarge(false)}
        title={name}
        fullScreen
        closeButtonProps={{ 'aria-label': texts.close }}
        classNames={{ content: styles.large, body: styles.largeBody }}
      >
        <Stage sha256={sha256} name={name} turn={turn} onTurn={setTurn} onFail={onFail} />
      </Modal>
    </>
  );
}
