import type {
  ActionRecord,
  AiSystemRecord,
  AuditRecord,
  ConclusionRecord,
  EvidenceRecord,
  FindingRecord,
  GradeDecisionRecord,
  MeetingRecord,
  NoteRecord,
  OrganizationRecord,
  PlanSlotRecord,
  ReportIssueRecord,
  ReviewCommentRecord,
  SampleRecord,
  SignatureRecord,
  SoaRecord,
  TeamMemberRecord,
} from '../../shared/contract/records.ts';
import type { Catalogue, Crosswalk, Requirement } from '../../shared/domain/catalogue.ts';
import type { ClosureState } from '../../shared/domain/closure.ts';
import type { GovernanceFacts } from '../../shared/domain/governance.ts';
import type { Guideline } from '../../shared/domain/guidelines.ts';
import type { HouseLayoutFields } from '../../shared/domain/house-layouts.ts';
import type { ReportLayout } from '../../shared/domain/report-layouts.ts';
import type { RequirementResult } from '../../shared/domain/roll-up.ts';
import type { Counts } from '../../shared/domain/summary.ts';
import type { Template } from '../../shared/domain/templates.ts';
import type { Verdict } from '../../shared/domain/vocabulary.ts';
import type { SignedHeads } from '../../shared/proof/signed-heads.ts';

/**
 * One question as the report shows it. `evidence` and `findings` are numbers; `control` is the control whose exclusion
 * it is about; `isOwn` says that the audit team added it.
 */
export interface ReportQuestion {
  id: string;
  itemId: string;
  text: string;
  depth: string;
  aiSystem: string;
  isOwn: boolean;
  parked: boolean;
  control: string;
  themes: string[];
  verdict: Verdict;
  reason: string;
  notes: string;
  interviewees: string[];
  sampled: string;
  samples: SampleRecord[];
  evidence: string[];
  findings: string[];
}

export interface ReportRequirement extends Requirement {
  result: RequirementResult;
  questions: ReportQuestion[];
  /** Numbers of the findings that cite the requirement. */
  findings: string[];
  /** Whether the audit leaves the requirement out of its scope. */
  isLeftOut: boolean;
  crosswalk: Pick<Crosswalk, 'nistAiRmf' | 'euAiAct' | 'iso27001'>;
  /** The text of the standard that the user has a licence for; empty unless it shall be printed. */
  licensedText: string;
}

/** An action with the numbers of the evidence that verifies it. */
export interface ReportAction extends ActionRecord {
  evidenceNumbers: string[];
}

export interface ReportFinding extends FindingRecord {
  heading: string;
  /** Numbers of linked evidence and of evidence that the texts refer to, in order, each once. */
  evidenceNumbers: string[];
  systemNames: string[];
  actions: ReportAction[];
  /** Of a finding carried over: what was agreed on it in the earlier audit, as far as that one is in the workspace. */
  earlierActions: ActionRecord[];
  /** How far it is on its way to closure on the day of the report. */
  state: ClosureState;
  /** The decisions on its grade, oldest first. */
  decisions: GradeDecisionRecord[];
}

/** A picture that can be printed: a file of this machine, upright, with its size in pixels. */
export interface ReportPicture {
  file: string;
  mediaType: 'image/jpeg' | 'image/png';
  width: number;
  height: number;
}

export interface ReportEvidence extends EvidenceRecord {
  /** Requirement ids and finding numbers where the evidence is used, in reading order. */
  usedIn: string[];
  systemNames: string[];
  picture: ReportPicture | null;
}

/** A line of the running notes. `became` are evidence and finding numbers and ids of requirements. */
export interface ReportNote extends NoteRecord {
  /** Its place in the notes, from 1. */
  line: number;
  /** The places of the line it corrects and of the newest line that corrects it; 0 where there is none. */
  correctsLine: number;
  correctedBy: number;
  became: string[];
}

export interface ReportSoaEntry {
  control: string;
  title: string;
  applicable: boolean;
  stated: boolean;
  justification: string;
  implementation: string;
  additional: boolean;
}

/** One of the four questions a board asks. `answer` is empty until the lead auditor has accepted the conclusions. */
export interface ReportGovernance extends GovernanceFacts {
  answer: string;
}

/** A layout of the house with its files on this machine; an empty path where it has none, or where it is missing. */
export interface ReportHouseLayout extends HouseLayoutFields {
  id: string;
  logoFile: string;
  baseFile: string;
}

/** Everything a report says, as plain objects: Word, Excel, screen and command line read this and nothing else. */
export interface ReportModel {
  product: { name: string; version: string };
  generatedAt: string;
  generatedBy: string;
  catalogue: Pick<Catalogue, 'id' | 'version' | 'title' | 'standard' | 'groups' | 'governance' | 'crosswalkSources'> & {
    hash: string;
  };
  /** What the audit was made from: sections of the report, names and definitions of the grades. */
  template: Template;
  /** How reports of this type of audit are laid out, and what they have to contain. */
  reportLayout: ReportLayout;
  /** The layout of the house that the report is made with; null for the usual look. */
  houseLayout: ReportHouseLayout | null;
  /** The edition of the guidance on auditing that the audit follows, if one was chosen. */
  guideline: Guideline | null;
  /** Who holds the licence for the printed text of the standard; empty where none is printed. */
  licenceHolder: string;
  audit: AuditRecord;
  organization: OrganizationRecord;
  team: TeamMemberRecord[];
  aiSystems: AiSystemRecord[];
  counts: Counts;
  requirements: ReportRequirement[];
  findings: ReportFinding[];
  soa: Omit<SoaRecord, 'entries'> & { sourceNumber: string; entries: ReportSoaEntry[] };
  evidence: ReportEvidence[];
  planSlots: PlanSlotRecord[];
  meetings: MeetingRecord[];
  notes: ReportNote[];
  themes: { id: string; title: string; byVerdict: Record<Verdict, number>; total: number }[];
  governance: ReportGovernance[];
  conclusion: ConclusionRecord;
  /** Not audited questions with their reasons, and requirements left out, with no question (ISO 19011 6.5.1). */
  notAudited: { requirement: string; title: string; question: string; reason: string }[];
  /** The remarks of the independent reviewer, in the order they were written. */
  reviewComments: ReviewCommentRecord[];
  /** The version that this report is, or would become if it were issued. */
  version: number;
  signatures: SignatureRecord[];
  /** The issued versions, oldest first: this report is among them once it is issued, then without its own hashes. */
  issues: ReportIssueRecord[];
  /** Rules of the advice on findings that are switched off here, with what they look at and why they are off. */
  switchedRules: { rule: string; title: string; reason: string }[];
  /** The newest change the report contains, so that it can be found in the history. */
  head: { id: string; hash: string; at: string } | null;
  /** The ends of the audit's chains, signed by the device that issued it; null in drafts. */
  signedHeads: SignedHeads | null;
}

/** What a stage of the export wants the reader to know, and about which record. */
export interface ExportWarning {
  record: string;
  message: string;
}
