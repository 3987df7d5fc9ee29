// What a file holds: its name, which may be changed, its size, what is wrong, and what differs from what is here.
import { TextInput } from '@mantine/core';
import type { CatalogueReading, CatalogueRow } from '../../../shared/contract/catalogues.ts';
import { keysOf } from '../../../shared/domain/vocabulary.ts';
import { DifferenceList } from './difference-list.tsx';
import { summarise } from './difference-rows.ts';
import styles from './import-preview.module.css';
import { ImportProblems } from './import-problems.tsx';
import { texts } from './texts.ts';
import type { Names } from './use-import.ts';

interface Props {
  reading: CatalogueReading;
  rows: readonly CatalogueRow[];
  names: Names;
  /** Whether the name was made from that of the file. */
  isProposed: boolean;
  onRename: (names: Names) => void;
}

function NameFields({ reading: { catalogue }, names, isProposed, onRename }: Omit<Props, 'rows'>) {
  return (
    <div>
      <div className={styles.names}>
        {keysOf(texts.names).map((name) => (
          <TextInput
            key={name}
            label={texts.names[name]}
            placeholder={texts.asFile}
            maxLength={name === 'title' ? 300 : name === 'id' ? 80 : 40}
            value={names[name] ?? catalogue?.[name] ?? ''}
            onChange={(event) => onRename({ [name]: event.currentTarget.value })}
          />
        ))}
      </div>
      <p className={styles.faint}>{isProposed ? texts.nameProposed : texts.nameHint}</p>
    </div>
  );
}

function Against({ reading: { differences, catalogue, notices }, rows }: Pick<Props, 'reading' | 'rows'>) {
  const hasEarlier = notices.length > 0 || rows.some(({ id }) => id === catalogue?.id);
  return (
    <section>
      <h3>{texts.compareTitle}</h3>
      {differences.length === 0 ? (
        <p className={styles.faint}>{hasEarlier ? texts.noDifference : texts.nothingToCompare}</p>
      ) : (
        <>
          <p>{texts.differ(summarise(differences))}</p>
          <DifferenceList differences={differences} />
        </>
      )}
    </section>
  );
}

/** The preview of an import. */
export function ImportPreview({ reading, rows, names, isProposed, onRename }: Props) {
  const { catalogue, isKnown, notices, problems } = reading;
  return (
    <>
      {problems.length === 0 ? null : <ImportProblems name={reading.name} problems={problems} />}
      <NameFields reading={reading} names={names} isProposed={isProposed} onRename={onRename} />
      {notices.length === 0 ? null : (
        <ul className={styles.notices}>
          {notices.map((notice) => (
            <li key={notice}>{notice}</li>
          ))}
        </ul>
      )}
      {catalogue ? (
        <>
          <p className={styles.facts}>
            <span>{reading.name}</span>
            <span>
              {catalogue.standard}:{catalogue.edition}
            </span>
            <span>{texts.rowFacts(catalogue)}</span>
          </p>
          {isKnown ? (
            <p>{catalogue.isRetired ? texts.knownRetired : texts.known}</p>
          ) : (
            <Against reading={reading} rows={rows} />
          )}
        </>
      ) : null}
    </>
  );
}
