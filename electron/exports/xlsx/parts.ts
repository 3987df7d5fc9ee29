// What all parts of a workbook have in common.

/** The first line of every part. */
export const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
/** The name space of sheets, styles and texts. */
export const mainSpace = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
export const officeSpace = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
export const packageSpace = 'http://schemas.openxmlformats.org/package/2006';
export const drawingSpace = 'http://schemas.openxmlformats.org/drawingml/2006';

/** The relationships of a part: `rId1` for the first, and so on. Targets are relative to the part. */
export function relationships(entries: readonly (readonly [type: string, target: string])[]): string {
  const items = entries.map(([type, target], index) => {
    return `<Relationship Id="rId${index + 1}" Type="${type}" Target="${target}"/>`;
  });
  return `${declaration}<Relationships xmlns="${packageSpace}/relationships">${items.join('')}</Relationships>`;
}
