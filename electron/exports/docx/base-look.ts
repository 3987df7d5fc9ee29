// What is taken from a base document, as plain objects: looks of paragraphs, margins, header and footer.
import type { ParagraphStyle } from './theme.ts';

/** The styles of a base document that are looked at, by the names that Word gives them. */
export const baseStyles = [
  'Normal',
  'Title',
  'Subtitle',
  'heading 1',
  'heading 2',
  'heading 3',
  'caption',
  'toc 1',
  'toc 2',
  'header',
  'footer',
] as const;
export type BaseStyle = (typeof baseStyles)[number];

/** The look of a paragraph without anything that gives a document its structure. */
export type StyleLook = Partial<
  Pick<
    ParagraphStyle,
    | 'font'
    | 'size'
    | 'bold'
    | 'italic'
    | 'caps'
    | 'colour'
    | 'line'
    | 'before'
    | 'after'
    | 'align'
    | 'border'
    | 'fill'
    | 'spacing'
  >
>;

/** What stands in the words of a header or footer for the number of the page, and for that of all pages. */
export const pageMark = '\u{f8f0}';
export const pagesMark = '\u{f8f1}';

/** A picture of a header or footer, with the id of the relationship that leads to it. */
export interface EdgePicture {
  relation: string;
  mediaType: 'image/png' | 'image/jpeg';
  bytes: Uint8Array;
}

/** Header or footer of a base document: paragraphs and tables as WordprocessingML, and their words alone. */
export interface BaseEdge {
  xml: string;
  words: string;
  /** About how high it is, in millimetres. */
  height: number;
  pictures: EdgePicture[];
  /** Whether it counts pages by itself. */
  countsPages: boolean;
}

/** Everything that is taken from a base document. Margins in millimetres. */
export interface BaseLook {
  styles: Partial<Record<BaseStyle, StyleLook>>;
  page: Partial<Record<'top' | 'bottom' | 'header' | 'footer', number>>;
  header?: BaseEdge;
  footer?: BaseEdge;
}
