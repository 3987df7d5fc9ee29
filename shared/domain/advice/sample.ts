// How many were looked at, and of how many.
import { isNonconformity } from '../findings.ts';
import { count, withoutOtherNumbers } from './numbers.ts';
import type { AdviceRule } from './rule.ts';

const looked =
  'read|seen|sampled|examined|checked|reviewed|opened|visited|asked|interviewed|tested|inspected|compared|selected|chosen|picked|drawn|traced|searched|audited|verified|observed|analysed|analyzed|assessed|followed|looked\\s{1,3}(?:at|for|through|into)|gone\\s{1,3}through|walked\\s{1,3}through|taken|studied|viewed|counted|retraced|recalculated|recomputed|spoken\\s{1,3}(?:to|with)|questioned|surveyed|sighted|evaluated|covered|retrieved|requested|considered|included|queried|screened|watched';
const gap = String.raw`(?:[\s,:;()–"□-]{1,4}[\p{L}\p{N}◦'’-]{1,30}){0,9}?[\s,:;()–"□-]{1,4}`;
const known: readonly RegExp[] = [
  // "3 of 7", "four of the nine desks", "Ten operators of 58".
  new RegExp(
    String.raw`(?<![\p{L}\p{N}])${count}(?:[\s,]{1,3}[\p{L}'’□-]{1,30}){0,7}[\s,]{1,3}(?:out\s{1,3}of|of|from|among|von|aus|sur|in)(?:[\s,]{1,3}(?:the|these|those|a\s{1,3}(?:group|population|total|list|set|team|pool|fleet|portfolio)\s{1,3}of|all|some|its|population|total|list|about|our|their|altogether|which|insgesamt)){0,3}[\s,]{1,3}${count}(?![\p{L}\p{N}])`,
    'iu',
  ),
  // "of 31 files, 29 exist", "14, of which four", "two of them".
  new RegExp(
    String.raw`\b(?:of|from|among|out\s{1,3}of)\s{1,3}(?:(?:the|these|those|its|all|about)\s{1,3}){0,2}${count}(?:\s{1,3}[\p{L}'’□-]{1,30}){0,6}[,:]?\s{1,3}${count}(?![\p{L}\p{N}])`,
    'iu',
  ),
  new RegExp(
    String.raw`(?<![\p{L}\p{N}])${count}\s{1,3}of\s{1,3}(?:them|these|those|which|whom)\b|\bof\s{1,3}(?:them|these|those|which|whom)\s{1,3}${count}(?![\p{L}\p{N}])`,
    'iu',
  ),
  new RegExp(String.raw`(?<![\p{L}\p{N}])${count}\s?/\s?${count}(?![\p{L}\p{N}])`, 'iu'),
  // "sample of 12", "population 120", "n = 12".
  new RegExp(
    String.raw`\b(?:samples?|sampled|population|sampling|random|by\s{1,3}lot|every\s{1,3}(?:second|third|fourth|fifth|tenth))\b[^\n]{0,80}?(?<![\p{L}\p{N}])${count}(?![\p{L}\p{N}])|\bn\s?=\s?\d`,
    'iu',
  ),
  // "14 records were read", "three sampled".
  new RegExp(String.raw`(?<![\p{L}\p{N}])${count}(?![\p{L}\p{N}])${gap}(?:${looked})\b`, 'iu'),
  new RegExp(String.raw`\b(?:${looked})\b${gap}${count}(?![\p{L}\p{N}-])\s{1,3}\p{L}`, 'iu'),
  // The whole of a population.
  new RegExp(
    String.raw`\b(?:all|both|each|every|(?:the|a)\s{1,3}(?:only|single|sole)|the\s{1,3}(?:whole|entire|full)\s{1,3}(?:set|population|list|register|inventory|folder))\b${gap}(?:${looked})\b`,
    'iu',
  ),
  new RegExp(
    String.raw`\ball\s{1,3}(?:of\s{1,3})?(?:the\s{1,3}|its\s{1,3}|these\s{1,3})?${count}(?![\p{L}\p{N}])`,
    'iu',
  ),
  new RegExp(
    String.raw`\b(?:one|single|only|sole)\b(?:\s{1,3}[\p{L}-]{1,20}){0,4}\s{1,3}(?:exists?|is\s{1,3}(?:kept|held|in\s{1,3}(?:use|force))|in\s{1,3}(?:force|use|the\s{1,3}period))\b`,
    'iu',
  ),
];

/** Whether a text says how many were looked at. */
export function saysSample(text: string): boolean {
  const counted = withoutOtherNumbers(text);
  return known.some((pattern) => pattern.test(counted));
}

/** Evidence of a nonconformity without sample size or population. */
export const noSample: AdviceRule = {
  key: 'no-sample',
  title: 'Size of the sample',
  why: 'One failure of one case and one of five hundred are different findings. Say how many were looked at, of how many, and how many of them fail.',
  example: {
    box: 'evidence',
    bad: { evidence: 'Release sheet 7.2 of 14 July 2026 has no approval of the owner [E-018].' },
    good: {
      evidence: 'Release sheets of 2026: 14, of which four were read; the sheet of 7.2 has no approval [E-018].',
    },
  },
  find: ({ finding: { grade, evidence }, prepared }) =>
    isNonconformity(grade) && evidence.trim() !== '' && !prepared.evidence.sentences.some(saysSample)
      ? [{ box: 'evidence', words: 'Does not say how many were looked at, and of how many.' }]
      : [],
};
