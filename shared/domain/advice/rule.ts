// What a rule of the advice on findings is, and what it may look at.
import type { FindingFields } from '../findings.ts';
import type { LicensedIndex } from './licensed-index.ts';
import type { KnownName } from './names.ts';
import type { PreparedText } from './prepared-text.ts';

/** The texts of a finding, each a box of the editor. */
export const adviceBoxes = ['requirement', 'evidence', 'nature', 'gradeReason'] as const;
export type TextBox = (typeof adviceBoxes)[number];
/** Where advice stands: beside a text, the choice of the grade, or the status of an earlier finding. */
export type AdviceBox = TextBox | 'grade' | 'earlier';

/** A finding as the rules see it. `evidenceNumbers` holds what is linked and what the texts refer to. */
export interface AdvisedFinding extends Record<TextBox, string> {
  grade: FindingFields['grade'];
  requirements: readonly string[];
  evidenceNumbers: readonly string[];
  /** Set where it was carried over: its evidence is in the register of the earlier audit. */
  earlierFinding?: string | null;
  earlierStatus?: FindingFields['earlierStatus'];
  earlierReason?: string;
}

/** What the rules know of the audit. What is left out is not looked at. */
export interface AdviceAudit {
  /** Controls that the Statement of Applicability excludes. */
  excluded?: ReadonlySet<string>;
  /** The requirement under which an exclusion is judged. */
  exclusionsUnder?: string | undefined;
  /** Names of the team and of those interviewed, as they were typed. */
  people?: readonly string[];
  /** Numbers of the evidence and the findings that exist. */
  known?: ReadonlySet<string>;
  /** Grades that the template uses, and its title. */
  template?: { title: string; grades: readonly { grade: FindingFields['grade'] }[] };
  /** Licensed texts of this machine, by requirement. */
  licensedTexts?: Readonly<Record<string, string>>;
  /** Keys of rules that the workspace has switched off. */
  switchedOff?: ReadonlySet<string>;
}

/** A finding with everything that rules ask for more than once. */
export interface AdvisedContext {
  finding: AdvisedFinding;
  prepared: Readonly<Record<TextBox, PreparedText>>;
  audit: AdviceAudit;
  names: readonly KnownName[];
  licensed: LicensedIndex | undefined;
}

/** What a rule says: where, and in a sentence whose subject is the finding ("Names no requirement."). */
export interface Saying {
  box: AdviceBox;
  words: string;
}

/** A finding that a rule names, beside one that it lets pass. The text of `box` is shown to the user. */
export interface AdviceExample {
  box: TextBox;
  bad: Partial<AdvisedFinding>;
  good: Partial<AdvisedFinding>;
  audit?: AdviceAudit;
}

export interface AdviceRule {
  key: string;
  /** What it looks at, in a few words. */
  title: string;
  /** Why it matters, in a sentence or two. */
  why: string;
  example: AdviceExample;
  /** Of which findings the report check says it too: nonconformities, or all. */
  gapOf?: 'nonconformities' | 'all';
  /** Whether a report with such a finding cannot be issued. */
  blocks?: true;
  find: (context: AdvisedContext) => readonly Saying[];
}

/** Words of a text as a sentence quotes them, at most three. */
export function quoteWords(found: readonly string[]): string {
  const each = [...new Set(found.map((words) => words.trim().replaceAll(/\s+/g, ' ').toLowerCase()))];
  return each
    .slice(0, 3)
    .map((words) => `“${words}”`)
    .join(', ');
}
