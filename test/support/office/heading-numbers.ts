// Counts headings as a word processor does, from the styles and the numbering of the file alone.

/** A counter: answers with the number and the space before the words of the next paragraph of a style, if it is counted. */
export function countHeadings(styles: string, numbering: string): (style: string) => string {
  const shapes = new Map(
    [...numbering.matchAll(/<w:num w:numId="(\d+)"><w:abstractNumId w:val="(\d+)"\/>/g)].map(([, id, shape]) => [
      id,
      shape,
    ]),
  );
  const levels = new Map(
    [...numbering.matchAll(/<w:abstractNum w:abstractNumId="(\d+)">(.*?)<\/w:abstractNum>/gs)].map(([, shape, xml]) => [
      shape,
      [...(xml ?? '').matchAll(/<w:numFmt w:val="(\w+)"\/>.*?<w:lvlText w:val="([^"]*)"\/>/gs)].map(
        ([, format = '', text = '']) => ({ format, text }),
      ),
    ]),
  );
  const places = new Map(
    [...styles.matchAll(/<w:style [^>]*w:styleId="(\w+)">(.*?)<\/w:style>/gs)].flatMap(([, style, xml]) => {
      const found = /<w:numPr><w:ilvl w:val="(\d)"\/><w:numId w:val="(\d+)"\/><\/w:numPr>/.exec(xml ?? '');
      return found ? [[style, { level: Number(found[1]), shape: shapes.get(found[2]) ?? '' }] as const] : [];
    }),
  );
  const counts = new Map<string, number[]>();
  return (style) => {
    const place = places.get(style);
    if (!place) return '';
    const own = counts.get(place.shape) ?? [];
    counts.set(place.shape, own);
    own.length = place.level + 1;
    for (let level = 0; level <= place.level; level += 1) own[level] ??= 0;
    own[place.level] = (own[place.level] ?? 0) + 1;
    const shown = levels.get(place.shape) ?? [];
    const text = shown[place.level]?.text ?? '';
    return `${text.replaceAll(/%(\d)/g, (_, level: string) => {
      const count = own[Number(level) - 1] ?? 0;
      return shown[Number(level) - 1]?.format === 'upperLetter' ? String.fromCharCode(64 + count) : String(count);
    })} `;
  };
}
