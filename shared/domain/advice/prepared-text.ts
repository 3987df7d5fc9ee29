// A text cut into sentences, with what others wrote or said taken out. Pure; every pattern is bounded, so that the time
// grows with the length of the text only.

export interface PreparedText {
  raw: string;
  /** The whole text without quotations. */
  own: string;
  /** The sentences of `own`. */
  sentences: readonly string[];
}

// A quotation that never ends hides nothing.
const quotations =
  /"[^"\n]{1,600}"|[“„”][^“„”\n]{1,600}[“”]|«[^«»\n]{1,600}»|‹[^‹›\n]{1,200}›|(?<![\p{L}\p{N}])[‘‚'][^‘‚’'\n]{1,300}[’'](?![\p{L}\p{N}])/gu;
/** Stands for a quotation. */
export const quotationMark = '□';

// A full stop ends a sentence before white space and a capital or a bracket; not after an initial or a short title.
const ends =
  /(?<!\b(?:\p{Lu}|Dr|Mr|Ms|Mrs|Prof|St|No|Nr|vs|e\.g|i\.e|etc|cf|ca|approx))[.!?]["”»)\]]?\s{1,9}(?=[\p{Lu}\p{N}"“„«(□[])|\n{1,9}/gu;

/** The text without what stands in quotation marks. */
export const withoutQuotations = (text: string) => text.replaceAll(quotations, ` ${quotationMark} `);

/** Cuts a text into sentences and takes quotations out. */
export function prepare(raw: string): PreparedText {
  const own = withoutQuotations(raw);
  return { raw, own, sentences: own.split(ends).filter((sentence) => sentence.trim() !== '') };
}
