// One page of help, at a measure that is good to read.
import type { ReactNode } from 'react';
import { type KeyWords, useKeyWords } from '../../api/key-words.tsx';
import { KeyedText } from '../../parts/keyed-text.tsx';
import { KeyCap } from '../../ui/key-cap.tsx';
import type { HelpPage } from './page.ts';
import styles from './page-view.module.css';
import { texts } from './texts.ts';

/** The keys of a page from the key table: those of its own group first, then the others it names. */
export function keysOf(page: HelpPage, table: readonly KeyWords[]): readonly KeyWords[] {
  const own = table.filter(({ group }) => group === page.keyGroup);
  const others = page.keys.flatMap((name) => table.filter((row) => row.name === name && !own.includes(row)));
  return [...own, ...others];
}

function Keys({ page }: { page: HelpPage }) {
  const rows = keysOf(page, useKeyWords());
  return (
    <dl className={styles.keys}>
      {rows.map(({ name, keys, about }) => (
        <div key={name}>
          <dt>
            {keys.map((key) => (
              <KeyCap key={key} keys={key} />
            ))}
          </dt>
          <dd>{about}</dd>
        </div>
      ))}
    </dl>
  );
}

/** A page of help. `children` stand under its first paragraph. */
export function PageView({ page, children }: { page: HelpPage; children?: ReactNode }) {
  return (
    <article className={styles.page}>
      <h1>{page.title}</h1>
      <p className={styles.purpose}>
        <KeyedText text={page.purpose} />
      </p>
      {children}
      <h2>{texts.doings}</h2>
      <ol className={styles.doings}>
        {page.doings.map(({ what, how }) => (
          <li key={what}>
            <strong>{what}</strong>
            <span>
              <KeyedText text={how} />
            </span>
          </li>
        ))}
      </ol>
      <h2>{texts.keys}</h2>
      <Keys page={page} />
      <h2>{texts.kept}</h2>
      <p>
        <KeyedText text={page.kept} />
      </p>
      <h2>{texts.report}</h2>
      <p>
        <KeyedText text={page.report} />
      </p>
    </article>
  );
}
