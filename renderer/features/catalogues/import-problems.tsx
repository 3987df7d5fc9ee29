// What is wrong with a file, by sheet, row and column, so that whoever wrote it can put it right.
import { Button } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import type { CatalogueProblem } from '../../../shared/contract/catalogues.ts';
import { keysOf } from '../../../shared/domain/vocabulary.ts';
import styles from './import-preview.module.css';
import { listProblems, problemsAsText } from './problem-rows.ts';
import { texts } from './texts.ts';

/** The table of problems. */
export function ImportProblems({ name, problems }: { name: string; problems: readonly CatalogueProblem[] }) {
  const clipboard = useClipboard({ timeout: 2_000 });
  return (
    <section role="alert">
      <div className={styles.problemsHead}>
        <h3>{texts.problemsTitle(problems.length, name)}</h3>
        <Button variant="subtle" onClick={() => clipboard.copy(problemsAsText(problems))}>
          {clipboard.copied ? texts.copied : texts.copyProblems}
        </Button>
      </div>
      <div
        className={styles.problems}
        tabIndex={0}
        role="region"
        aria-label={texts.problemsTitle(problems.length, name)}
      >
        <table>
          <thead>
            <tr>
              {keysOf(texts.problemColumns).map((column) => (
                <th key={column} scope="col">
                  {texts.problemColumns[column]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {listProblems(problems).map((cells) => (
              <tr key={cells.join(' ')}>
                {cells.map((cell, place) => (
                  // The cells of a row never move.
                  <td key={keysOf(texts.problemColumns)[place]}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
