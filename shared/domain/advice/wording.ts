// Words that do not belong into a finding: advice, causes, blame, and what has no measure.
import { findAll, phrasePattern } from './phrases.ts';
import type { AdviceExample, AdviceRule, AdvisedContext, Saying, TextBox } from './rule.ts';
import { quoteWords } from './rule.ts';
import {
  advicePhrases,
  blamePhrases,
  causePhrases,
  orders,
  rulePhrases,
  sayingPhrases,
  vagueAmounts,
  vaguePhrases,
  wishes,
} from './wording-tables.ts';

const patterns = {
  advice: phrasePattern(advicePhrases),
  order: phrasePattern(orders),
  cause: phrasePattern(causePhrases),
  blame: phrasePattern(blamePhrases),
  vague: phrasePattern(vaguePhrases),
  amount: phrasePattern(vagueAmounts),
  wish: phrasePattern(wishes),
};
const reported = phrasePattern([...sayingPhrases, ...rulePhrases]);

/** What is found in a text that is the auditor's own: not what somebody said or a document asks for. */
function ownWords({ prepared }: AdvisedContext, box: TextBox, pattern: RegExp): string[] {
  return prepared[box].sentences.flatMap((written) => {
    const sentence = written.toLowerCase();
    const found = [...sentence.matchAll(pattern)];
    const [first] = found;
    if (first === undefined) return [];
    // What was said or asked for begins with who said it.
    const teller = box === 'evidence' ? sentence.search(reported) : -1;
    return found.flatMap((one) => (teller >= 0 && teller < one.index ? [] : [one[0]]));
  });
}

interface Wording {
  key: string;
  title: string;
  why: string;
  example: AdviceExample;
  say: (found: string) => string;
  /** Which words are wrong in which box. */
  look: (context: AdvisedContext) => readonly (readonly [TextBox, readonly string[]])[];
}

const wordingRule = ({ key, title, why, example, say, look }: Wording): AdviceRule => ({
  key,
  title,
  why,
  example,
  find: (context) =>
    look(context).flatMap(([box, found]): Saying[] =>
      found.length === 0 ? [] : [{ box, words: say(quoteWords(found)) }],
    ),
});

/** Tells the auditee what to do. */
export const advice = wordingRule({
  key: 'advice',
  title: 'Advice to the auditee',
  why: 'What to do is for the auditee to decide. Advice in a finding makes the auditor a consultant and puts impartiality in doubt.',
  say: (found) => `Gives advice: ${found}.`,
  example: {
    box: 'nature',
    bad: { nature: 'Two of five logs are missing. We recommend a nightly copy.' },
    good: { nature: 'Two of five logs are missing for June.' },
  },
  look: (context) =>
    (['evidence', 'nature', 'gradeReason'] as const).map((box) => [
      box,
      [
        ...ownWords(context, box, patterns.advice),
        ...(box === 'evidence' ? [] : ownWords(context, box, patterns.order)),
      ],
    ]),
});

/** Says why it came about. */
export const cause = wordingRule({
  key: 'cause',
  title: 'Causes',
  why: 'The cause is for the auditee to find. A finding says what is not fulfilled; what somebody gave as the reason can stand in the evidence as their statement.',
  say: (found) => `Names a cause: ${found}.`,
  example: {
    box: 'nature',
    bad: { nature: 'Four of ten operators do not know the policy, which stems from the move in January.' },
    good: { nature: 'Four of ten operators do not know the policy.' },
  },
  look: (context) => (['evidence', 'nature'] as const).map((box) => [box, ownWords(context, box, patterns.cause)]),
});

/** Reproaches people. */
export const blame = wordingRule({
  key: 'blame',
  title: 'Blame',
  why: 'A finding is about the system, not about the merit of people. Blame closes the doors that the next audit needs open.',
  say: (found) => `Sounds like blame: ${found}.`,
  example: {
    box: 'nature',
    bad: { nature: 'The instruction lacked page 3. The ward lead was careless.' },
    good: { nature: 'At one of five workstations the instruction lacked page 3.' },
  },
  look: (context) =>
    (['requirement', 'evidence', 'nature', 'gradeReason'] as const).map((box) => [
      box,
      ownWords(context, box, patterns.blame),
    ]),
});

/** Judges or claims without a measure. */
export const vagueWords = wordingRule({
  key: 'vague-words',
  title: 'Vague words',
  why: 'Such words claim more than was seen, or leave open how much. Say what is missing, measured against which rule, in how many cases.',
  say: (found) => `Is vague: ${found}.`,
  example: {
    box: 'nature',
    bad: { nature: 'The assessment of effects on society is insufficient.' },
    good: { nature: 'Three of the five questions on society that the guide asks have no answer.' },
  },
  look: (context) => {
    // A word that is advice or blame already is not said twice.
    const own = (box: TextBox, pattern: RegExp) => {
      const said = [patterns.advice, patterns.order, patterns.blame].flatMap((one) => ownWords(context, box, one));
      const known = said.join('\n').toLowerCase();
      return ownWords(context, box, pattern).filter((word) => !known.includes(word.toLowerCase()));
    };
    return [
      ['requirement', findAll(patterns.wish, context.prepared.requirement.own)],
      ['evidence', own('evidence', patterns.vague)],
      ['nature', [...own('nature', patterns.vague), ...own('nature', patterns.amount)]],
      ['gradeReason', own('gradeReason', patterns.vague)],
    ];
  },
});
