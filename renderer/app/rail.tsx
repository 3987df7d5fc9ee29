// The rail: all audits, the rooms of the open audit with their counts, and who is at work.
import { IconBooks, IconFolders, IconHelpCircle, IconKeyboard, IconSettings, IconUser } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { hrefTo, hrefToRoom, useAddress } from '../api/addresses.ts';
import { type CommandName, runCommand } from '../api/commands.ts';
import { countsOf } from '../api/counts.ts';
import { useWorkspace } from '../api/engine-context.tsx';
import { useAudit } from '../api/session-context.tsx';
import { KeyCap } from '../ui/key-cap.tsx';
import styles from './rail.module.css';
import { keyTable, printKey } from './keys.ts';
import { rooms } from './rooms.tsx';
import { texts } from './texts.ts';

/** The mark of the product: a plumb bob on its line. */
function Mark() {
  return (
    <svg width="16" height="18" viewBox="0 0 16 18" fill="none" stroke="currentColor" strokeWidth="1.6" aria-hidden>
      <path d="M8 0v8" />
      <path d="M4 8h8l-4 9z" fill="currentColor" />
    </svg>
  );
}

function RoomLinks() {
  const address = useAddress();
  const ref = useAudit((state) => state.open.audit.ref);
  // Compared as the words that stand there: most of what is typed changes none of them.
  const words = useAudit(useShallow((state) => rooms.map(({ count }) => count?.(countsOf(state), state.open))));
  const current = address.place === 'audit' ? address.room : undefined;
  const list = useRef<HTMLUListElement>(null);
  // In a low window the rail scrolls; where one is stays in view.
  useEffect(() => {
    if (current !== undefined) list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  return (
    <ul className={styles.rooms} ref={list}>
      {rooms.map(({ id, label, Icon, command }, place) => (
        <li key={id}>
          <a
            href={hrefToRoom(ref, id)}
            className={styles.room}
            aria-current={current === id ? 'page' : undefined}
            title={titleOf(label, command)}
          >
            <Icon size={16} stroke={1.6} aria-hidden />
            <span className={styles.roomWord}>{label}</span>
            {words[place] === undefined ? null : <span className={styles.count}>{words[place]}</span>}
          </a>
        </li>
      ))}
    </ul>
  );
}

const titleOf = (label: string, command: CommandName) => `${label}  ${printKey(keyTable[command].keys[0] ?? '')}`;

interface PlaceProps {
  place: 'audits' | 'catalogues';
  command: CommandName;
  Icon: typeof IconFolders;
}

/** The link to something that stands above all audits. */
function PlaceLink({ place, command, Icon }: PlaceProps) {
  const address = useAddress();
  return (
    <a
      href={hrefTo({ place })}
      className={styles.room}
      aria-current={address.place === place ? 'page' : undefined}
      title={titleOf(texts.places[place], command)}
    >
      <Icon size={16} stroke={1.6} aria-hidden />
      <span className={styles.roomWord}>{texts.places[place]}</span>
    </a>
  );
}

interface Props {
  hasAudit: boolean;
  onPerson: () => void;
}

/** The rail at the left of the frame. */
export function Rail({ hasAudit, onPerson }: Props) {
  const settings = useWorkspace((state) => state.settings);
  return (
    <nav className={styles.rail} aria-label={texts.rooms}>
      <a className={styles.brand} href={hrefTo({ place: 'audits' })}>
        <Mark />
        <span className={styles.roomWord}>{texts.product}</span>
      </a>
      <PlaceLink place="audits" command="go.audits" Icon={IconFolders} />
      <PlaceLink place="catalogues" command="go.catalogues" Icon={IconBooks} />
      {hasAudit ? (
        <>
          <hr />
          <RoomLinks />
        </>
      ) : null}
      <div className={styles.me}>
        <button type="button" className={styles.person} onClick={onPerson} title={texts.personTitle}>
          <IconUser size={16} stroke={1.6} aria-hidden />
          <span className={styles.roomWord}>
            {settings.name || texts.noName}
            <small>{settings.role || texts.thisDevice(settings.deviceName)}</small>
          </span>
        </button>
        <div className={styles.meTools}>
          <a
            className={styles.tool}
            href={hrefTo({ place: 'settings' })}
            aria-label={texts.places.settings}
            title={titleOf(texts.places.settings, 'go.settings')}
          >
            <IconSettings size={16} stroke={1.6} aria-hidden />
          </a>
          <button
            type="button"
            className={styles.tool}
            aria-label={texts.help}
            title={titleOf(texts.help, 'go.help')}
            onClick={() => runCommand('go.help')}
          >
            <IconHelpCircle size={16} stroke={1.6} aria-hidden />
          </button>
          <button
            type="button"
            className={styles.tool}
            aria-label={texts.keysTitle}
            title={texts.keysTitle}
            onClick={() => runCommand('app.keys')}
          >
            <IconKeyboard size={16} stroke={1.6} aria-hidden />
          </button>
          <span className={styles.roomWord}>
            <KeyCap keys="?" />
          </span>
        </div>
      </div>
    </nav>
  );
}
