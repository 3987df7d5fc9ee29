// The rail: all audits, the rooms of the open audit with their counts, and who is at work.
import { Menu } from '@mantine/core';
import { IconBooks, IconFolders, IconKeyboard, IconMoon, IconUser } from '@tabler/icons-react';
import { useMemo } from 'react';
import { countAudit } from '../../shared/domain/summary.ts';
import { hrefTo, hrefToRoom, useAddress } from '../api/addresses.ts';
import { runCommand } from '../api/commands.ts';
import { useEngine, useWorkspace } from '../api/engine-context.tsx';
import { useAudit } from '../api/session-context.tsx';
import { KeyCap } from '../ui/key-cap.tsx';
import styles from './app.module.css';
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
  const open = useAudit((state) => state.open);
  const catalogue = useAudit((state) => state.catalogue);
  const counts = useMemo(() => countAudit(catalogue, open), [catalogue, open]);
  const current = address.place === 'audit' ? address.room : undefined;
  return (
    <ul className={styles.rooms}>
      {rooms.map(({ id, label, Icon, command, count }) => (
        <li key={id}>
          <a
            href={hrefToRoom(open.audit.ref, id)}
            className={styles.room}
            aria-current={current === id ? 'page' : undefined}
            title={`${label}  ${printKey(keyTable[command].keys[0] ?? '')}`}
          >
            <Icon size={16} stroke={1.6} aria-hidden />
            <span className={styles.roomWord}>{label}</span>
            {count === undefined ? null : <span className={styles.count}>{count(counts)}</span>}
          </a>
        </li>
      ))}
    </ul>
  );
}

interface Props {
  hasAudit: boolean;
  onPerson: () => void;
}

/** The rail at the left of the frame. */
export function Rail({ hasAudit, onPerson }: Props) {
  const address = useAddress();
  const { workspace } = useEngine();
  const settings = useWorkspace((state) => state.settings);
  return (
    <nav className={styles.rail} aria-label={texts.rooms}>
      <a className={styles.brand} href={hrefTo({ place: 'audits' })}>
        <Mark />
        <span className={styles.roomWord}>{texts.product}</span>
      </a>
      <a
        href={hrefTo({ place: 'audits' })}
        className={styles.room}
        aria-current={address.place === 'audits' ? 'page' : undefined}
        title={texts.allAudits}
      >
        <IconFolders size={16} stroke={1.6} aria-hidden />
        <span className={styles.roomWord}>{texts.allAudits}</span>
      </a>
      <a
        href={hrefTo({ place: 'catalogues' })}
        className={styles.room}
        aria-current={address.place === 'catalogues' ? 'page' : undefined}
        title={`${texts.catalogues}  ${printKey(keyTable['go.catalogues'].keys[0] ?? '')}`}
      >
        <IconBooks size={16} stroke={1.6} aria-hidden />
        <span className={styles.roomWord}>{texts.catalogues}</span>
      </a>
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
          <Menu position="top-start" withinPortal>
            <Menu.Target>
              <button type="button" className={styles.tool} aria-label={texts.theme} title={texts.theme}>
                <IconMoon size={16} stroke={1.6} aria-hidden />
              </button>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.RadioGroup
                value={settings.theme}
                onChange={(theme) => void workspace.saveSettings({ theme: theme as typeof settings.theme })}
              >
                {(['system', 'light', 'dark'] as const).map((theme) => (
                  <Menu.RadioItem key={theme} value={theme}>
                    {texts.themes[theme]}
                  </Menu.RadioItem>
                ))}
              </Menu.RadioGroup>
            </Menu.Dropdown>
          </Menu>
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
