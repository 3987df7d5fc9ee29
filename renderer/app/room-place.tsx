// The place of a room in the frame. The rail shows at once where somebody goes; the room itself follows in the next frame.
import { memo, Suspense } from 'react';
import { type Address, formatAddress, parseAddress, useAddress } from '../api/addresses.ts';
import { useWorkspace } from '../api/engine-context.tsx';
import { AllAudits } from '../features/audits/all-audits.tsx';
import { NewAudit } from '../features/audits/new-audit.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { usePlaceBehind } from '../ui/second-step.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import styles from './frame.module.css';
import { rooms, roomsAbove } from './rooms.tsx';
import { texts } from './texts.ts';
import type { Opened } from './use-open-audit.ts';
import { Waiting } from './waiting.tsx';

// The room that is being left is not drawn once more when the address changes.
const Room = memo(function Room({ path, opened }: { path: string; opened: Opened | undefined }) {
  const address = parseAddress(path);
  if (address.place === 'audits') return <AllAudits />;
  if (address.place === 'new') return <NewAudit />;
  if (address.place !== 'audit') {
    const Above = roomsAbove[address.place];
    return (
      <Suspense fallback={<Waiting words={texts.loadingRoom} />}>
        <Above record={'record' in address ? address.record : undefined} />
      </Suspense>
    );
  }
  if (opened?.state === 'failed') {
    return (
      <EmptyState title={texts.openFailed} actions={<a href="#/audits">{texts.toAudits}</a>}>
        <p>{opened.sentence}</p>
      </EmptyState>
    );
  }
  if (opened?.state !== 'open') return <Waiting words={texts.opening(address.audit)} />;
  const room = rooms.find(({ id }) => id === address.room) ?? rooms[0];
  if (!room) return null;
  return (
    <Suspense fallback={<Waiting words={texts.loadingRoom} />}>
      <room.Component record={address.record} />
    </Suspense>
  );
});

/** The name of a room, or of what stands above all audits. */
export function placeName(address: Address): string {
  const room = address.place === 'audit' ? rooms.find(({ id }) => id === address.room) : undefined;
  return room?.label ?? texts.places[address.place === 'audit' ? 'audits' : address.place];
}

/** Another room of the same audit may follow a frame behind: what an audit opens with, or leaves, must not meet another. */
const isNextRoom = (from: string, to: string) => {
  const [left, entered] = [parseAddress(from), parseAddress(to)];
  return (
    left.place === 'audit' && entered.place === 'audit' && left.audit === entered.audit && left.room !== entered.room
  );
};

/** The room that the address names. */
export function RoomPlace({ opened }: { opened: Opened | undefined }) {
  const path = usePlaceBehind(formatAddress(useAddress()), isNextRoom);
  const address = parseAddress(path);
  const language = useWorkspace((state) => state.settings.language);
  const place = placeName(address);
  return (
    // Dates of a room are written anew in another language; the settings themselves keep their focus.
    <div className={styles.roomPlace} data-room={place} key={address.place === 'settings' ? '' : language}>
      <ErrorBoundary key={opened?.state === 'open' ? opened.session.id : ''} place={place}>
        <Room path={path} opened={opened} />
      </ErrorBoundary>
    </div>
  );
}
