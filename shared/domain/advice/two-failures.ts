// One failure to a finding.
import { isNonconformity } from '../findings.ts';
import { count } from './numbers.ts';
import { phrasePattern } from './phrases.ts';
import type { AdviceRule } from './rule.ts';

const failing = phrasePattern([
  '(not|no|nor|none|never|nobody|without|neither|cannot)',
  '(lack|lacks|lacked|lacking|missing|misses|absent|late|overdue|expired|incomplete|outdated|unsigned|undefined|unknown|unassessed|untrained|unapproved|unjustified|unfilled|empty|blank|open|vacant)',
  '(differ|differs|differed|deviates?|deviated|contradicts?|exceeds?|exceeded|fails?|failed|left out|out of date|too late|behind)',
  "[a-z]+n't",
]);
const additions =
  /^[\s□]{0,6}(?:in addition|additionally|moreover|furthermore|further|besides|also|likewise|separately|apart from (?:this|that)|on top of (?:this|that)|at the same time|beyond (?:this|that)|secondly|second|another|a second|as a second|a further|independently|independent of|there is also|not related|unrelated)\b/iu;
const joined = phrasePattern([
  '(while|whereas|and also|as well as|in addition|and in addition|besides|moreover|furthermore|and moreover|and furthermore)',
]);
const besides = /^\s{0,4}(?:besides|apart from|in addition to|next to|along with)\b/iu;
const numbered = /(?:^|[\s:;])(?:\(?(?:\d|[a-h]|i{1,3}|iv)\)|(?:first|second|third)(?:ly)?[,:])\s{0,3}/giu;
const pairs = new RegExp(
  String.raw`(?<![\p{L}\p{N}])${count}\s{1,3}(?:out\s{1,3})?of\s{1,3}(?:the\s{1,3}|its\s{1,3})?${count}`,
  'iu',
);
// A clause that begins so goes on with what was told before.
const pointsBack =
  /\b(?:it|its|they|them|their|this|these|those|the other|the others|the same|such|the latter|the former|the rest|both|here|there|so|thus|therefore|accordingly)\b/iu;

const shortWords = new Set(
  `the and for with from that this which what when where who how has have had was were are been being not without lacks
  missing one two three four five six seven eight nine ten eleven twelve all each every any some of out its their system
  systems organisation organization required requires requirement requirements sampled sample late incomplete than then
  into over under after before during within through also only more most other another same both while whereas does did
  made done given found shown kept held used record recorded records documented document documents defined`.split(
    /\s+/,
  ),
);

/** The stems of the words that tell what a clause is about. */
function topicOf(clause: string): Set<string> {
  const words = [...clause.toLowerCase().matchAll(/\p{L}{4,30}/gu)].map(([word]) => word);
  return new Set(words.filter((word) => !shortWords.has(word)).map((word) => word.slice(0, 6)));
}

function isUnlike(one: string, other: string): boolean {
  const topic = topicOf(one);
  const second = topicOf(other);
  if (topic.size === 0 || second.size === 0) return false;
  const shared = [...second].filter((stem) => topic.has(stem)).length;
  return shared / Math.min(topic.size, second.size) < 0.2;
}

const inSmall = (text: string) => text.toLowerCase();
const fails = (clause: string | undefined): clause is string => clause !== undefined && clause.search(failing) >= 0;

// Planning and doing, and the control behind it, are one matter.
const families: readonly [RegExp, string][] = [
  [/^(?:6\.1\.2|8\.2)$/, 'risk assessment'],
  [/^(?:6\.1\.3|8\.3)$/, 'risk treatment'],
  [/^(?:6\.1\.4|8\.4|A\.5(?:\.\d+)?)$/, 'impact assessment'],
  [/^10(?:\.\d+)?$/, 'improvement'],
];

function familyOf(id: string): string {
  const known = families.find(([pattern]) => pattern.test(id));
  return (
    known?.[1] ??
    id
      .split('.')
      .slice(0, id.startsWith('A.6.') ? 3 : 2)
      .join('.')
  );
}

const areJoined = (one: string, other: string) =>
  fails(one) && fails(other) && !pointsBack.test(other) && isUnlike(one, other);

// "The deviations", "the current issue": as a rule something that was spoken of already.
const startsKnown = /^\s{0,4}(?:neither\s|and\s)?the\s/u;
const ids = /(?:\b[a-z]\.)?\d{1,2}(?:\.\d{1,2}){1,3}/u;

/** Which of the requirements that the requirement's text tells a clause is closest to; undefined where it is none. */
function matterOf(clause: string, matters: readonly ReadonlySet<string>[]): number | undefined {
  const topic = [...topicOf(clause)];
  const shared = matters.map((matter) => topic.filter((stem) => matter.has(stem)).length);
  const most = Math.max(0, ...shared);
  return most === 0 ? undefined : shared.indexOf(most);
}

/** Whether two clauses each tell what another of the requirements is about. */
function areOfTwo(one: string, other: string, matters: readonly ReadonlySet<string>[]): boolean {
  const first = matterOf(one, matters);
  const second = matterOf(other, matters);
  return first !== undefined && second !== undefined && first !== second;
}

/** Whether a sentence tells two failures. `isWide` says that requirements of different matters are cited. */
function tellsTwo(sentence: string, isWide: boolean, matters: readonly ReadonlySet<string>[]): boolean {
  const [first, second] = sentence.split(joined).filter(fails);
  if (first !== undefined && second !== undefined && areJoined(first, second))
    if (isWide || (pairs.test(first) && pairs.test(second))) return true;
  if (!isWide) return false;
  const [opening, ...rest] = sentence.split(/,\s{1,4}/u);
  if (opening !== undefined && besides.test(opening) && areJoined(opening, rest.join(', '))) return true;
  const [neither, nor] = sentence.split(/,?\s{1,4}nor\s{1,4}(?=(?:is|are|was|were|do|does|did|has|have|can)\b)/iu);
  if (neither !== undefined && nor !== undefined && isUnlike(neither, nor)) return true;
  // "and" joins two failures where the second has a count or a subject of its own.
  const [left = '', ...right] = sentence.split(/,?\s{1,4}and\s{1,4}/u);
  const last = right.join(' and ');
  const hasSubject = pairs.test(last) || areOfTwo(left, last, matters);
  return hasSubject && areJoined(left, last);
}

function areTwo(sentences: readonly string[], own: string, required: string, requirements: readonly string[]): boolean {
  const isWide = new Set(requirements.map(familyOf)).size > 1;
  const matters = required.split(ids).slice(0, 40).map(topicOf);
  const [firstItem, ...items] = own.split(numbered).slice(1).filter(fails);
  if (firstItem !== undefined && items.some((item) => isUnlike(firstItem, item))) return true;
  let before: string | undefined;
  for (const sentence of sentences.flatMap((one) => one.split(/;\s{1,4}/u))) {
    if (!fails(sentence)) continue;
    if (before !== undefined && additions.test(sentence)) return true;
    if (before !== undefined && isWide && areJoined(before, sentence))
      if (!startsKnown.test(sentence) || areOfTwo(before, sentence, matters)) return true;
    if (tellsTwo(sentence, isWide, matters)) return true;
    before = sentence;
  }
  return false;
}

/** Two failures told as one. */
export const twoFailures: AdviceRule = {
  key: 'two-failures',
  title: 'One failure in a finding',
  why: 'Each failure has its own cause, its own action and its own closing. Told as one, half of it may be closed with the other half. Raise a second finding.',
  example: {
    box: 'nature',
    bad: {
      nature:
        'The policy in use is not approved. In addition, evidence of competence is missing for one of three validators.',
      requirements: ['5.2', '7.2'],
    },
    good: { nature: 'The policy in use is not approved by top management.', requirements: ['5.2'] },
  },
  find: ({ finding: { grade, requirements }, prepared: { nature, requirement } }) =>
    (isNonconformity(grade) || grade === 'concern') &&
    areTwo(nature.sentences.map(inSmall), inSmall(nature.own), inSmall(requirement.own), requirements)
      ? [{ box: 'nature', words: 'Seems to tell two failures in one.' }]
      : [],
};
