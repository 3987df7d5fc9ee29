// Numbers in texts: which of them may count records, and which are dates, versions, pages or amounts.

const tens = 'twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety';
const small =
  'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen';
/** A count in digits or in words, as the inside of a pattern. */
export const count = String.raw`(?:\d{1,3}(?:[,.\u00a0\u202f ]\d{3})+|\d{1,7}|(?:${tens})(?:-(?:${small}))?|${small}|a\s{1,3}hundred|a\s{1,3}dozen|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|zwölf|deux|trois|quatre|cinq|huit|neuf|dix|douze)`;

const month =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|januar|februar|märz|mai|juni|juli|oktober|dezember';

// In this order: the first may hold numbers that the later ones would cut in two.
const masked: readonly RegExp[] = [
  /\[[^\]\n]{1,40}\]/gu,
  /\b\d{4}-\d\d-\d\d\b|\b\d{1,2}\.\d{1,2}\.\d{2,4}\b|\b\d{1,2}\/\d{1,2}\/\d{2,4}\b|\b\d{1,2}:\d\d\b/gu,
  new RegExp(
    String.raw`\b\d{1,2}(?:st|nd|rd|th)?\.?\s{1,3}(?:(?:to|and|–|-)\s{0,3}\d{1,2}\s{1,3})?(?:of\s{1,3})?(?:${month})\b(?:\s{1,3}\d{4}\b)?`,
    'giu',
  ),
  new RegExp(String.raw`\b(?:${month})\s{1,3}\d{1,2}(?:st|nd|rd|th)?\b(?:,?\s{1,3}\d{4}\b)?`, 'giu'),
  /\b(?:19|20)\d\d\b/gu,
  // Identifiers and versions.
  /(?<![\p{L}\p{N}])[\p{L}]{1,12}[-_/][\p{L}\p{N}._/-]{1,30}|(?<![\p{L}\p{N}])(?=[\p{L}\p{N}]{0,12}\d)\p{L}[\p{L}\p{N}]{1,12}(?:[._-][\p{L}\p{N}]{1,12}){0,4}/gu,
  /\bv(?:ersion)?\.?\s?\d{1,4}(?:\.\d{1,4}){0,4}/giu,
  // The number after a word for a place in a document or a label.
  /\b(?:pages?|p\.|clauses?|chapters?|sections?|sentences?|paragraphs?|parts?|items?|points?|steps?|figures?|tables?|lines?|rows?|columns?|fields?|box|boxes|annex|appendix|rooms?|gates?|runs?|release|issue|sheet|floor|level|stage|phase|shift|weeks?|days?|wards?|sites?|rule|no\.|number|nr\.|#)\s{1,3}\d{1,5}(?:\.\d{1,4})*(?:\s{0,3}(?:to|and|,|–|-|of|\/)\s{0,3}\d{1,5}(?!\s{1,3}\p{L}{3,20}\s{1,3}(?:were|was)\b))*/giu,
  // Amounts with a unit.
  /(?:\bEUR|\bUSD|\bGBP|\bCHF|[€$£])\s?\d[\d.,\u00a0 ]{0,12}|\b\d[\d.,]{0,9}\s?(?:%|€|percent\b|per cent\b|EUR\b|USD\b|GBP\b|hours?\b|minutes?\b|seconds?\b|ms\b|[kMG]B\b|km\b|kg\b|degrees?\b|o'clock\b|working days?\b)/giu,
  /\b\d{1,5}\.\d{1,4}(?:\.\d{1,4})*\b/gu,
];

/** The text with numbers that count nothing taken out. */
export function withoutOtherNumbers(text: string): string {
  return masked.reduce((rest, pattern) => rest.replaceAll(pattern, ' ◦ '), text);
}
