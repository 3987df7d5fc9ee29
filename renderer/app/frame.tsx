// The frame around every room: rail, top bar, the room, the capture bar, and the layers over them.
import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { lazy, memo, Suspense, useCallback, useEffect, useMemo, useState } from 'react';
import { isIssued, lockedSentence } from '../../shared/domain/issue-lock.ts';
import { goTo, goToRoom, useAddress } from '../api/addresses.ts';
import { type AppActions, AppActionsProvider, type IntakeRequest, intakeTarget } from '../api/app-actions.tsx';
import type { AuditSession } from '../api/audit-session.ts';
import { runCommand, useCommands } from '../api/commands.ts';
import { KeyWordsProvider } from '../api/key-words.tsx';
import { SessionProvider } from '../api/session-context.tsx';
import { CaptureBar } from '../features/capture/capture-bar.tsx';
import { UpdateNotice } from '../features/catalogues/update-notice.tsx';
import { type Arrival, DropTarget } from '../ui/drop-target.tsx';
import { AuditFactsLayer } from './audit-facts.tsx';
import styles from './frame.module.css';
import { AuditKeys } from './audit-keys.tsx';
import { ConflictDialog } from './conflict-dialog.tsx';
import { LockNotice } from './lock-notice.tsx';
import { KeySheet } from './key-sheet.tsx';
import { keyWords } from './keys.ts';
import { openPalette, Palette } from './palette.tsx';
import { PersonDialog } from './person-dialog.tsx';
import { Rail } from './rail.tsx';
import { placeName, RoomPlace } from './room-place.tsx';
import { Intake, loadRoomsWhenIdle, rooms } from './rooms.tsx';
import { SaveTrouble } from './save-state.tsx';
import { texts } from './texts.ts';
import { TopBar } from './top-bar.tsx';
import { useKeptPlaces } from './use-kept-places.ts';
import { useOpenAudit } from './use-open-audit.ts';

const Tour = memo(lazy(async () => ({ default: (await import('../features/tour/tour.tsx')).Tour })));

// What stands around the room is not drawn anew whenever the address changes.
const Around = {
  Rail: memo(Rail),
  TopBar: memo(TopBar),
  CaptureBar: memo(CaptureBar),
  AuditKeys: memo(AuditKeys),
  ConflictDialog: memo(ConflictDialog),
  DropTarget: memo(DropTarget),
  Palette: memo(Palette),
  KeySheet: memo(KeySheet),
  PersonDialog: memo(PersonDialog),
  SaveTrouble: memo(SaveTrouble),
  UpdateNotice: memo(UpdateNotice),
  LockNotice: memo(LockNotice),
};

function Offer({ sentence, label, run }: { sentence: string; label: string; run: () => void }) {
  return (
    <span className={styles.offer}>
      {sentence}
      <Button variant="subtle" size="compact-xs" onClick={run}>
        {label}
      </Button>
    </span>
  );
}

/** Copies the address of the page. It works in the palette, too, where a page has no address bar. */
async function copyLink(): Promise<void> {
  try {
    await navigator.clipboard.writeText(location.href);
    say(texts.linkCopied);
  } catch {
    say(texts.linkNotCopied(location.href), { isAlarm: true });
  }
}

const undoOffer = { label: texts.undo, run: () => void runCommand('app.undo') };

let said = 0;
const say: AppActions['say'] = (
  sentence,
  { isAlarm = false, undo = false, offer = undo ? undoOffer : undefined } = {},
) => {
  const id = `said ${(said += 1)}`;
  const take = () => {
    notifications.hide(id);
    offer?.run();
  };
  notifications.show({
    id,
    message: offer ? <Offer sentence={sentence} label={offer.label} run={take} /> : sentence,
    color: isAlarm ? 'red' : 'accent',
    autoClose: isAlarm || offer ? 9_000 : 3_500,
    withCloseButton: true,
    closeButtonProps: { 'aria-label': texts.close },
  });
};

/** Says what an open audit has to say. Where its report is issued, a refusal leads to where it can be corrected. */
function sayOf(session: AuditSession): AppActions['say'] {
  return (sentence, options = {}) => {
    const { ref, status } = session.store.getState().open.audit;
    const label = status === 'closed' ? texts.toReport : texts.correctReport;
    const isRefusal = isIssued(status) && sentence === lockedSentence(status, ref);
    say(sentence, isRefusal ? { ...options, offer: { label, run: () => goToRoom(ref, 'report') } } : options);
  };
}

/** The whole page once the workspace is open. */
export function Frame() {
  const address = useAddress();
  const opened = useOpenAudit(address.place === 'audit' ? address.audit : undefined);
  const session = opened?.state === 'open' ? opened.session : undefined;
  const [hasKeySheet, setKeySheet] = useState(false);
  const [hasPerson, setPerson] = useState(false);
  const [isTourAsked, setTourAsked] = useState(false);
  const [intake, setIntake] = useState<IntakeRequest>();
  const room = address.place === 'audit' ? rooms.find(({ id }) => id === address.room) : undefined;
  useKeptPlaces(session);
  const place = placeName(address);

  useCommands({
    'app.palette': openPalette,
    'app.keys': () => setKeySheet(true),
    // Until it is loaded; then it answers itself.
    'app.tour': () => setTourAsked(true),
    'go.audits': () => goTo({ place: 'audits' }),
    'go.catalogues': () => goTo({ place: 'catalogues' }),
    'go.settings': () => goTo({ place: 'settings' }),
    'go.help': () => {
      if (address.place !== 'help') goTo({ place: 'help', record: room?.id ?? address.place });
    },
    'app.copyLink': () => void copyLink(),
  });
  const ref = session?.store.getState().open.audit.ref;
  useEffect(() => {
    document.title = [ref, place, texts.product].filter(Boolean).join(' · ');
  }, [ref, place]);

  // While the layer is open, its files stay for what it was opened for.
  const takeFiles = useCallback(
    ({ place: on, ...arrived }: Arrival) => setIntake((current) => ({ ...(current ?? intakeTarget(on)), ...arrived })),
    [],
  );
  const hasAudit = session !== undefined;
  useEffect(() => (hasAudit ? loadRoomsWhenIdle() : undefined), [hasAudit]);

  const openPerson = useCallback(() => setPerson(true), []);
  const closePerson = useCallback(() => setPerson(false), []);
  const closeKeySheet = useCallback(() => setKeySheet(false), []);
  const actions = useMemo(
    (): AppActions => ({ openIntake: setIntake, say: session ? sayOf(session) : say }),
    [session],
  );

  return (
    <AppActionsProvider value={actions}>
      <KeyWordsProvider value={keyWords}>
        <SessionProvider session={session}>
          <div className={styles.frame}>
            <a className={styles.skip} href="#work" onClick={focusWork}>
              {texts.skip}
            </a>
            <Around.Rail hasAudit={session !== undefined} onPerson={openPerson} />
            <Around.TopBar hasAudit={session !== undefined} />
            <main className={styles.work} id="work" tabIndex={-1} aria-label={place}>
              {session ? <Around.SaveTrouble /> : null}
              {session ? <Around.LockNotice /> : null}
              {session ? <Around.UpdateNotice key={session.id} /> : null}
              <RoomPlace opened={opened} />
            </main>
            {session ? <Around.CaptureBar key={session.id} /> : null}
            <Suspense>
              {session || isTourAsked || address.place === 'help' ? (
                <Tour session={session} startsAtOnce={isTourAsked} />
              ) : null}
            </Suspense>
            {session ? <Around.AuditKeys /> : null}
            {session ? <Around.ConflictDialog /> : null}
            {session ? <AuditFactsLayer key={session.id} /> : null}
            {session ? <Around.DropTarget words={texts.dropHere} onFiles={takeFiles} /> : null}
            {session && intake ? (
              <Suspense>
                <Intake request={intake} onClose={() => setIntake(undefined)} />
              </Suspense>
            ) : null}
            <Around.Palette session={session} />
            <Around.KeySheet place={place} isOpen={hasKeySheet} onClose={closeKeySheet} />
            <Around.PersonDialog isOpen={hasPerson} onClose={closePerson} />
          </div>
        </SessionProvider>
      </KeyWordsProvider>
    </AppActionsProvider>
  );
}

function focusWork(event: { preventDefault: () => void }): void {
  event.preventDefault();
  document.querySelector<HTMLElement>('#work')?.focus();
}
