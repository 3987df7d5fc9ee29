import { readFile } from 'node:fs/promises';
import path from 'node:path';

/** One line of the client's Statement of Applicability, written the way the client wrote it. */
export interface StatementLine {
  group: string;
  cells: string[];
}

/** Group headings of the statement; a group that is not named here holds the client's own controls. */
export const groups: Record<string, string> = {
  'A.2': 'Policies related to AI',
  'A.3': 'Internal organization',
  'A.4': 'Resources for AI systems',
  'A.5': 'Assessing impacts of AI systems',
  'A.6': 'AI system life cycle',
  'A.7': 'Data for AI systems',
  'A.8': 'Information for interested parties',
  'A.9': 'Use of AI systems',
  'A.10': 'Third parties and customers',
};

/**
 * Reads `applicability.txt`: the statement with the flaws of a real one. Ids and words are in mixed styles, A.7.2 is
 * left out without a reason, A.8.3 was forgotten, and a control of the client's own stands at the end.
 */
export async function readStatementLines(): Promise<StatementLine[]> {
  const text = await readFile(path.join(import.meta.dirname, 'applicability.txt'), 'utf8');
  const [, ...lines] = text.trim().split('\n');
  return lines.map((line) => {
    const [group = '', ...cells] = line.split('|');
    return { group, cells };
  });
}
