// A picture that can be made larger, moved and turned. Only the view turns; the file stays as it was collected.
import { useElementSize, useMergedRef } from '@mantine/hooks';
import { useState } from 'react';
import { fileUrl } from '../../api/files.ts';
import styles from './preview.module.css';
import { texts } from './texts.ts';
import { useMovedStage } from './use-moved-stage.ts';
import { useViewKeys, type ViewCommands } from './use-view-keys.ts';
import { LargeView, ViewTools } from './view-tools.tsx';
import { firstLook, fitPercent, type Look, stepZoom, turnLook } from './zoom.ts';

interface StageProps {
  sha256: string;
  name: string;
  look: Look;
  onLook: (look: Look) => void;
  onFail: () => void;
  /** Opens the large view; left out in the large view itself. */
  onEnlarge?: () => void;
}

/** The picture with its tools. */
function Stage({ sha256, name, look, onLook, onFail, onEnlarge }: StageProps) {
  const [picture, setPicture] = useState<{ width: number; height: number }>();
  const place = useElementSize<HTMLDivElement>();
  const isLying = look.quarter % 2 === 1;
  const own = picture ?? { width: 0, height: 0 };
  const turned = isLying ? { width: own.height, height: own.width } : own;
  const percent = look.zoom === 'fit' ? fitPercent(turned, place) : look.zoom;
  const scale = percent / 100;
  const step = (by: 1 | -1) => onLook({ ...look, zoom: stepZoom(percent, by) });
  const commands: ViewCommands = {
    'evidence.larger': () => step(1),
    'evidence.smaller': () => step(-1),
    'evidence.fit': () => onLook({ ...look, zoom: 'fit' }),
    'evidence.actual': () => onLook({ ...look, zoom: 100 }),
    'evidence.turn-left': () => onLook(turnLook(look, -1)),
    'evidence.turn-right': () => onLook(turnLook(look, 1)),
    ...(onEnlarge ? { 'evidence.open': onEnlarge } : {}),
  };
  useViewKeys(commands, onEnlarge === undefined);
  const moved = useMovedStage({ percent, isWheelFree: onEnlarge === undefined, isDragged: true, onStep: step });
  const stage = useMergedRef(place.ref, moved);
  return (
    <figure className={styles.figure} data-large={onEnlarge === undefined || undefined}>
      <div
        ref={stage}
        className={styles.stage}
        data-zoom={look.zoom}
        data-quarter={look.quarter}
        role="region"
        aria-label={texts.image.view}
        tabIndex={0}
        data-autofocus={onEnlarge === undefined || undefined}
      >
        <div className={styles.canvas} style={{ width: turned.width * scale, height: turned.height * scale }}>
          <img
            src={fileUrl(sha256)}
            alt={name}
            draggable={false}
            onError={onFail}
            onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) =>
              // A drawing without a size of its own gets one, so that it can be seen.
              setPicture({ width: naturalWidth || 300, height: naturalHeight || 300 })
            }
            style={{ width: own.width * scale, height: own.height * scale }}
          />
        </div>
      </div>
      <ViewTools zoom={look.zoom} percent={Math.round(percent)} commands={commands} isTurned={look.quarter !== 0} />
    </figure>
  );
}

/** A picture of the vault, small in its place and large on request. */
export function ImageView({ sha256, name, onFail }: { sha256: string; name: string; onFail: () => void }) {
  const [look, setLook] = useState(firstLook);
  const [isLarge, setLarge] = useState(false);
  const shared = { sha256, name, look, onLook: setLook, onFail };
  return (
    <>
      <Stage {...shared} onEnlarge={() => setLarge(true)} />
      <LargeView name={name} isOpen={isLarge} onClose={() => setLarge(false)}>
        <Stage {...shared} />
      </LargeView>
    </>
  );
}
