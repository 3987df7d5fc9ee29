// What a catalogue may be called whose file does not say it. Pure.
import type { CatalogueProblem, CatalogueRow } from '../../../shared/contract/catalogues.ts';

/** Whether a file says nowhere which catalogue it is, such as one with two columns and nothing else. */
export function isNameless(problems: readonly CatalogueProblem[]): boolean {
  return problems.some(({ sheet, row, column }) => sheet === 'Catalogue' && row === null && column === 'Id');
}

/** The version after this one: its last number goes up. */
function versionAfter(version: string): string {
  const match = /^(.*?)(\d+)(\D*)$/s.exec(version);
  return match ? `${match[1]}${Number(match[2]) + 1}${match[3]}` : `${version}.1`;
}

/** A name made from the name of the file; the next version where an own catalogue is called so already. */
export function proposeName(
  file: string,
  rows: readonly Pick<CatalogueRow, 'id' | 'version' | 'isNewest'>[],
): { title: string; id: string; version: string } {
  const words = file
    .replace(/\.[^.]*$/, '')
    .replaceAll(/[\s_-]+/g, ' ')
    .trim();
  const id = words
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}.]+/gu, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 70);
  const known = rows.find((row) => row.id === id && row.isNewest) ?? rows.find((row) => row.id === id);
  return {
    title: words.charAt(0).toUpperCase() + words.slice(1, 300),
    id: id || 'own',
    version: known ? versionAfter(known.version) : '1',
  };
}
