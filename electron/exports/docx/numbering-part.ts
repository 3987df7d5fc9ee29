// word/numbering.xml: sections count 1, 1.1, 1.1.1; annexes count A, B, C in a list of their own.
const wordNamespace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

/** The numbers of the two lists, which the styles of headings name. */
export const numberingIds = { sections: 1, annexes: 2 } as const;

interface Level {
  format: 'decimal' | 'upperLetter';
  text: string;
  /** The style whose paragraphs are counted at this level; none where nothing is counted yet. */
  style?: string;
}

const lists: Record<keyof typeof numberingIds, readonly Level[]> = {
  sections: [
    { format: 'decimal', text: '%1', style: 'Heading1' },
    { format: 'decimal', text: '%1.%2', style: 'Heading2' },
    { format: 'decimal', text: '%1.%2.%3' },
  ],
  annexes: [{ format: 'upperLetter', text: 'Annex %1', style: 'AnnexHeading' }],
};

const levelXml = ({ format, text, style }: Level, position: number) =>
  `<w:lvl w:ilvl="${position}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>` +
  `${style ? `<w:pStyle w:val="${style}"/>` : ''}<w:suff w:val="space"/><w:lvlText w:val="${text}"/><w:lvlJc w:val="left"/>` +
  '<w:pPr><w:ind w:left="0" w:firstLine="0"/></w:pPr></w:lvl>';

/** word/numbering.xml. */
export function numberingXml(): string {
  const entries = Object.entries(lists);
  const shapes = entries.map(
    ([, levels], position) =>
      `<w:abstractNum w:abstractNumId="${position}"><w:multiLevelType w:val="${levels.length > 1 ? 'multilevel' : 'singleLevel'}"/>` +
      `${levels.map(levelXml).join('')}</w:abstractNum>`,
  );
  const numbers = entries.map(
    ([list], position) =>
      `<w:num w:numId="${numberingIds[list as keyof typeof numberingIds]}"><w:abstractNumId w:val="${position}"/></w:num>`,
  );
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:numbering ${wordNamespace}>${shapes.join('')}${numbers.join('')}</w:numbering>`;
}
