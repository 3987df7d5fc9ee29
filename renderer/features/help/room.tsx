// Help: the index of pages on the left, the page on the right, and the way back to where one was.
import { TextInput } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useStore } from 'zustand';
import { formatAddress, goTo, hrefTo, parseAddress } from '../../api/addresses.ts';
import { useCommands } from '../../api/commands.ts';
import { placesStore } from '../../api/kept-places.ts';
import { KeyCap } from '../../ui/key-cap.tsx';
import { type PaneName, SplitPanes } from '../../ui/split-panes.tsx';
import { useKeptScroll } from '../../ui/use-kept-scroll.ts';
import { PageView } from './page-view.tsx';
import type { HelpPage } from './page.ts';
import { findPages, pageGroups, pages } from './pages.ts';
import { start } from './pages/start.ts';
import styles from './room.module.css';
import { texts } from './texts.ts';
import { TourOffer } from './tour-offer.tsx';

/** Where one was before help was opened: its address and how to call it. */
function useCameFrom(): { href: string; label: string; go: () => void } {
  const kept = useStore(placesStore, (state) => state.beforeHelp);
  const address = parseAddress(kept);
  const id = address.place === 'audit' ? address.room : address.place;
  const name = pages.find((page) => page.id === id)?.title ?? texts.title;
  return {
    href: `#${formatAddress(address)}`,
    label: texts.back(name, address.place === 'audit' ? address.audit : undefined),
    go: () => goTo(address),
  };
}

interface IndexProps {
  found: readonly HelpPage[];
  current: HelpPage;
}

function Index({ found, current }: IndexProps) {
  if (found.length === 0) return <p className={styles.none}>{texts.none}</p>;
  return pageGroups.map(({ title, pages: all }) => {
    const shown = all.filter((page) => found.includes(page));
    if (shown.length === 0) return null;
    return (
      <section key={title} className={styles.group}>
        <h2>{title}</h2>
        <ul>
          {shown.map(({ id, title: name }) => (
            <li key={id}>
              <a
                href={hrefTo({ place: 'help', record: id })}
                aria-current={id === current.id ? 'page' : undefined}
                data-page={id}
              >
                {name}
              </a>
            </li>
          ))}
        </ul>
      </section>
    );
  });
}

/** The help pages: above all audits. `record` is the room that a page is about. */
export default function HelpRoom({ record }: { record: string | undefined }) {
  const [query, setQuery] = useState('');
  const [shown, setShown] = useState<PaneName>('main');
  const search = useRef<HTMLInputElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const cameFrom = useCameFrom();
  const found = findPages(query);
  const page = pages.find(({ id }) => id === record) ?? start;
  useKeptScroll(`help ${page.id}`, scroller);

  const show = (next: HelpPage | undefined) => {
    if (next) goTo({ place: 'help', record: next.id }, { replace: true });
  };
  const move = (by: 1 | -1) => {
    const place = found.indexOf(page);
    show(found[place < 0 ? 0 : Math.max(0, Math.min(found.length - 1, place + by))]);
  };
  useCommands({
    'list.next': () => move(1),
    'list.previous': () => move(-1),
    'app.search': () => {
      // The pane of a narrow page is there only after it has been drawn, and the next letter is meant for the field.
      flushSync(() => setShown('left'));
      search.current?.focus();
    },
    'app.back': () => (query === '' ? cameFrom.go() : setQuery('')),
  });

  return (
    <SplitPanes
      shown={shown}
      onShow={setShown}
      left={{
        label: texts.index,
        content: (
          <div className={styles.index}>
            <a href={cameFrom.href} className={styles.back}>
              <IconArrowLeft size={14} stroke={1.6} aria-hidden />
              {cameFrom.label}
            </a>
            <TextInput
              ref={search}
              type="search"
              value={query}
              placeholder={texts.search}
              aria-label={texts.search}
              rightSection={query === '' ? <KeyCap keys="/" /> : null}
              onChange={(event) => setQuery(event.currentTarget.value)}
              onKeyDown={(event) => {
                if (event.key !== 'Enter') return;
                event.preventDefault();
                show(found[0]);
                setShown('main');
                event.currentTarget.blur();
              }}
            />
            <nav aria-label={texts.title}>
              <Index found={found} current={page} />
            </nav>
          </div>
        ),
      }}
      main={{
        label: texts.page,
        content: (
          <div ref={scroller} className={styles.reading} tabIndex={0} role="group" aria-label={page.title}>
            <PageView page={page}>{page.id === 'start' ? <TourOffer /> : null}</PageView>
          </div>
        ),
      }}
    />
  );
}
