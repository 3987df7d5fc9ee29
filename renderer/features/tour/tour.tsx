// The first-run tour: five steps inside the sample audit, done by the person and noticed by the page.
import { type RefObject, useCallback, useEffect, useEffectEvent, useRef } from 'react';
import { isSampleOrganization } from '../../../shared/domain/organizations.ts';
import { goTo, goToRoom, useAddress } from '../../api/addresses.ts';
import type { AuditSession } from '../../api/audit-session.ts';
import { useCommands } from '../../api/commands.ts';
import { useEngine, useWorkspace } from '../../api/engine-context.tsx';
import { placeIn } from '../../api/kept-places.ts';
import { type KeyWords, useKeyWords } from '../../api/key-words.tsx';
import { findSample } from '../../api/sample-audit.ts';
import { KeyedText } from '../../parts/keyed-text.tsx';
import { findCapture, findControl, findRoomLink } from './find-control.ts';
import { lastPlace, steps, type TourStep } from './steps.ts';
import { texts } from './texts.ts';
import { TourCard } from './tour-card.tsx';
import { useTarget } from './use-target.ts';
import { useTour } from './use-tour.ts';

function controlOf(step: TourStep, isHere: boolean, table: readonly KeyWords[]): Element | undefined {
  if (!isHere) return step.room && findRoomLink(step.room);
  if (step.command === 'app.capture') return findCapture();
  const row = table.find(({ name }) => name === step.command);
  return row && findControl(row.shortcuts, row.keys);
}

interface StageProps {
  tour: ReturnType<typeof useTour>;
  cardRef: RefObject<HTMLDivElement | null>;
  onEnd: () => void;
  onLeave: () => void;
}

/** The card at the place of the tour, following through the rooms. */
function Stage({ tour: { place, done, go }, cardRef, onEnd, onLeave }: StageProps) {
  const address = useAddress();
  const table = useKeyWords();
  const step = steps[place - 1];
  const room = address.place === 'audit' ? address.room : undefined;
  const isHere = step?.room === undefined || step.room === room;
  const find = useCallback(() => step && controlOf(step, isHere, table), [step, isHere, table]);
  const target = useTarget(find);
  const shared = { cardRef, target, onLeave, done: done && texts.done[done] };
  if (!step) {
    const isEnd = place === lastPlace;
    return (
      <TourCard
        {...shared}
        place={undefined}
        title={isEnd ? texts.end : texts.offer}
        main={isEnd ? { label: texts.finish, run: onEnd } : { label: texts.start, run: () => go(1) }}
        back={isEnd ? { label: texts.back, run: () => go(place - 1) } : undefined}
        skip={isEnd ? undefined : { label: texts.notNow, run: onEnd }}
      >
        <KeyedText text={isEnd ? texts.endWords : texts.offerWords} />
      </TourCard>
    );
  }
  const words = texts.steps[step.id];
  return (
    <TourCard
      {...shared}
      place={texts.place(place, steps.length)}
      title={words.title}
      main={{ label: texts.next, run: () => go(place + 1) }}
      back={{ label: texts.back, run: () => go(place - 1) }}
      skip={{ label: texts.skip, run: onEnd }}
    >
      <KeyedText text={isHere ? words.words : words.elsewhere} />
    </TourCard>
  );
}

interface Props {
  /** The audit that is open, if one is. */
  session: AuditSession | undefined;
  /** Whether it was asked for before it was there. */
  startsAtOnce: boolean;
}

/** The tour, wherever one is: it leads to the sample. */
export function Tour({ session, startsAtOnce }: Props) {
  const { workspace } = useEngine();
  const wanted = useWorkspace((state) => state.settings.tour);
  const isInSample = session !== undefined && isSampleOrganization(session.store.getState().open.organization.name);
  const isShown = isInSample && wanted === 'open';
  const tour = useTour(isShown ? session : undefined);
  const card = useRef<HTMLDivElement>(null);
  const cameFrom = useRef<Element | null>(null);

  const leave = () => {
    const last = cameFrom.current;
    const before = last instanceof HTMLElement && last.isConnected && last !== document.body ? last : undefined;
    (before ?? document.querySelector<HTMLElement>('#work'))?.focus();
  };
  const end = () => {
    if (card.current?.contains(document.activeElement) === true) leave();
    tour.go(0);
    void workspace.saveSettings({ tour: 'done' });
  };
  const start = () => {
    if (isShown && tour.place > 0) {
      cameFrom.current = document.activeElement;
      card.current?.focus();
      return;
    }
    tour.go(1);
    void workspace.saveSettings({ tour: 'open' });
    if (isInSample) return;
    const sample = findSample(workspace.store.getState().audits);
    if (sample === undefined) goTo({ place: 'help', record: 'start' });
    else {
      const { room, record } = placeIn(sample);
      goToRoom(sample, room, record);
    }
  };
  useCommands({ 'app.tour': start });
  const startNow = useEffectEvent(start);
  useEffect(() => {
    if (startsAtOnce) startNow();
  }, [startsAtOnce]);
  return isShown ? <Stage tour={tour} cardRef={card} onEnd={end} onLeave={leave} /> : null;
}
