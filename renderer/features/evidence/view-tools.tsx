// The tools under a picture or a PDF, and the large view over the page.
import { ActionIcon, Modal, Tooltip } from '@mantine/core';
import {
  IconArrowsMaximize,
  IconRotate2,
  IconRotateClockwise2,
  IconZoomIn,
  IconZoomOut,
  IconZoomScan,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import styles from './preview.module.css';
import { texts } from './texts.ts';
import type { ViewCommands } from './use-view-keys.ts';
import { zoomSteps, type Zoom } from './zoom.ts';

const words = texts.view;

interface ToolProps {
  label: string;
  keyName: string;
  onClick: (() => void) | undefined;
  isOff?: boolean;
  children: ReactNode;
}

function Tool({ label, keyName, onClick, isOff = false, children }: ToolProps) {
  if (!onClick) return null;
  return (
    <Tooltip label={`${label} ${keyName}`}>
      <ActionIcon aria-label={label} disabled={isOff} onClick={onClick}>
        {children}
      </ActionIcon>
    </Tooltip>
  );
}

interface Props {
  zoom: Zoom;
  /** Per cent as drawn. */
  percent: number;
  commands: ViewCommands;
  isTurned: boolean;
  /** What stands at the end: the page of a PDF. */
  children?: ReactNode;
}

/** Larger, smaller, turn; where there is a large view, the way to it. */
export function ViewTools({ zoom, percent, commands, isTurned, children }: Props) {
  return (
    <figcaption className={styles.tools}>
      <Tool
        label={words.smaller}
        keyName="−"
        isOff={percent <= (zoomSteps[0] ?? 0)}
        onClick={commands['evidence.smaller']}
      >
        <IconZoomOut size={16} aria-hidden />
      </Tool>
      <span className={styles.zoom} role="status">
        {zoom === 'fit' ? words.fitted(percent) : words.zoomed(percent)}
      </span>
      <Tool
        label={words.larger}
        keyName="+"
        isOff={percent >= (zoomSteps.at(-1) ?? 0)}
        onClick={commands['evidence.larger']}
      >
        <IconZoomIn size={16} aria-hidden />
      </Tool>
      <Tool label={words.fit} keyName="0" isOff={zoom === 'fit'} onClick={commands['evidence.fit']}>
        <IconZoomScan size={16} aria-hidden />
      </Tool>
      <Tool label={words.turnLeft} keyName="[" onClick={commands['evidence.turn-left']}>
        <IconRotate2 size={16} aria-hidden />
      </Tool>
      <Tool label={words.turnRight} keyName="]" onClick={commands['evidence.turn-right']}>
        <IconRotateClockwise2 size={16} aria-hidden />
      </Tool>
      {isTurned ? <span className={styles.turnNote}>{words.turnNote}</span> : null}
      <span className={styles.last}>
        {children}
        <Tool label={words.enlarge} keyName="o" onClick={commands['evidence.open']}>
          <IconArrowsMaximize size={16} aria-hidden />
        </Tool>
      </span>
    </figcaption>
  );
}

interface LargeProps {
  name: string;
  isOpen: boolean;
  onClose: () => void;
  children: ReactNode;
}

/** The large view. */
export function LargeView({ name, isOpen, onClose, children }: LargeProps) {
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={<bdi className={styles.largeName}>{name}</bdi>}
      fullScreen
      closeButtonProps={{ 'aria-label': texts.close }}
      classNames={{ content: styles.large, body: styles.largeBody }}
    >
      {children}
    </Modal>
  );
}
