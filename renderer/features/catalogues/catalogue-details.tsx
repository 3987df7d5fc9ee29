// What a catalogue is, what can be done with it, and what its templates lead to.
import { Button, Select } from '@mantine/core';
import { type RefObject, useMemo } from 'react';
import { useStore } from 'zustand';
import type { CatalogueRow } from '../../../shared/contract/catalogues.ts';
import type { Catalogue } from '../../../shared/domain/catalogue.ts';
import { useAppActions } from '../../api/app-actions.tsx';
import { useEngine } from '../../api/engine-context.tsx';
import { ExportProgress } from '../../parts/export-progress.tsx';
import { FileWays } from '../../parts/file-ways.tsx';
import { formatSize } from '../../ui/format.ts';
import { KeyCap } from '../../ui/key-cap.tsx';
import styles from './catalogue-details.module.css';
import { comparable, countQuestions } from './catalogue-rows.ts';
import { nameOf, texts } from './texts.ts';
import type { CatalogueExporter } from './use-exporter.ts';

interface Props {
  row: CatalogueRow;
  rows: readonly CatalogueRow[];
  /** Undefined until it is read. */
  catalogue: Catalogue | undefined;
  exporter: CatalogueExporter;
  /** The field in which the other version is chosen. */
  other: RefObject<HTMLInputElement | null>;
  onCompare: (other: CatalogueRow) => void;
  onChanged: () => Promise<void>;
}

function Facts({ row }: { row: CatalogueRow }) {
  const facts: Record<keyof typeof texts.facts, string> = {
    id: row.id,
    version: row.isNewest ? `${row.version}, ${texts.newest}` : row.version,
    standard: `${row.standard}:${row.edition}`,
    origin: texts.origin[row.origin],
    contents: texts.rowFacts(row),
    audits: texts.usedIn(row.audits),
  };
  return (
    <dl className={styles.facts}>
      {Object.entries(facts).map(([fact, value]) => (
        <div key={fact}>
          <dt>{texts.facts[fact as keyof typeof facts]}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function TakeOut({ row, exporter }: Pick<Props, 'row' | 'exporter'>) {
  const { isRunning, done, total, label, failure, files } = useStore(exporter.store);
  return (
    <section>
      <h3>{texts.takeOut}</h3>
      {isRunning ? (
        <ExportProgress done={done} total={total} label={label} onCancel={() => exporter.cancel()} />
      ) : (
        <div className={styles.buttons}>
          <Button
            rightSection={<KeyCap keys="x" />}
            onClick={() => void exporter.start({ hash: row.hash, format: 'xlsx' })}
          >
            {texts.spreadsheet}
          </Button>
          <Button variant="default" onClick={() => void exporter.start({ hash: row.hash, format: 'json' })}>
            {texts.json}
          </Button>
        </div>
      )}
      <p role="alert" className={styles.failure}>
        {failure}
      </p>
      {files
        .filter(({ hash }) => hash === row.hash)
        .map((file) => (
          <div key={file.path} className={styles.file}>
            <p className={styles.name}>{file.name}</p>
            <p className={styles.faint}>{texts.made(formatSize(file.size))}</p>
            <div className={styles.buttons}>
              <FileWays file={file} />
            </div>
          </div>
        ))}
      <p className={styles.faint}>{texts.takeOutWords}</p>
    </section>
  );
}

function Compare({ row, rows, other, onCompare }: Pick<Props, 'row' | 'rows' | 'other' | 'onCompare'>) {
  const others = comparable(rows, row);
  if (others.length === 0) return null;
  return (
    <section>
      <h3>{texts.compare}</h3>
      <Select
        ref={other}
        aria-label={texts.compareWith}
        placeholder={texts.compareWith}
        value={null}
        data={others.map((one) => ({ value: one.hash, label: texts.versionWords(one) }))}
        rightSection={<KeyCap keys="d" />}
        onChange={(hash) => {
          const chosen = others.find((one) => one.hash === hash);
          if (chosen) onCompare(chosen);
        }}
      />
    </section>
  );
}

function Offer({ row, onChanged }: Pick<Props, 'row' | 'onChanged'>) {
  const { api } = useEngine();
  const { say } = useAppActions();
  const { hash, isRetired } = row;
  const turn = async () => {
    try {
      await api.call('catalogues.retire', { hash, retired: !isRetired });
      await onChanged();
      say(isRetired ? texts.wasRestored(nameOf(row)) : texts.wasRetired(nameOf(row)));
    } catch (error) {
      say(error instanceof Error ? error.message : String(error), { isAlarm: true });
    }
  };
  return (
    <section>
      <h3>{texts.offer}</h3>
      <p>{isRetired ? texts.retired : texts.offered}</p>
      <div className={styles.buttons}>
        <Button variant="default" onClick={() => void turn()}>
          {isRetired ? texts.restore : texts.retire}
        </Button>
      </div>
    </section>
  );
}

function Contents({ catalogue }: { catalogue: Catalogue }) {
  const counts = useMemo(() => countQuestions(catalogue), [catalogue]);
  return (
    <>
      <section>
        <h3>{texts.templates}</h3>
        {catalogue.templates.length === 0 ? <p>{texts.noTemplates}</p> : null}
        {catalogue.templates.map(({ id, title, purpose }) => (
          <div key={id} className={styles.template}>
            <h4>
              {title} <span>{texts.leadsTo(counts.get(id) ?? 0)}</span>
            </h4>
            <p>{purpose}</p>
          </div>
        ))}
      </section>
      {catalogue.themes.length === 0 ? null : (
        <section>
          <h3>{texts.themes}</h3>
          <ul className={styles.themes}>
            {catalogue.themes.map(({ id, title }) => (
              <li key={id}>
                <span>{id}</span> {title}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

/** The pane at the right. */
export function CatalogueDetails({ row, rows, catalogue, exporter, other, onCompare, onChanged }: Props) {
  return (
    <div className={styles.details}>
      <h2>{row.title}</h2>
      <Facts row={row} />
      <TakeOut row={row} exporter={exporter} />
      <Compare row={row} rows={rows} other={other} onCompare={onCompare} />
      {row.origin === 'own' ? <Offer row={row} onChanged={onChanged} /> : null}
      {catalogue ? <Contents catalogue={catalogue} /> : null}
    </div>
  );
}
