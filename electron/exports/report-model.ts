import type {
  ActionRecord,
  AiSystemRecord,
  AuditRecord,
  ConclusionRecord,
  EvidenceRecord,
  FindingRecord,
  NoteRecord,
  OrganizationRecord,
  SoaRecord,
  TeamMemberRecord,
} from '../../shared/contract/records.ts';
import type { Catalogue, Requirement } from '../../shared/domain/catalogue.ts';
import type { GovernanceFacts } from '../../shared/domain/governance.ts';
import type { RequirementResult } from '../../shared/domain/roll-up.ts';
import type { Counts } from '../../shared/domain/summary.ts';
import type { Verdict } from '../../shared/domain/vocabulary.ts';

/** One question as the report shows it. `evidence` and `findings` are numbers. */
export interface ReportQuestion {
  id: string;
  itemId: string;
  text: string;
  depth: string;
  aiSystem: string;
  verdict: Verdict;
  reason: string;
  notes: string;
  interviewees: string[];
  sampled: string;
  evidence: string[];
  findings: string[];
}

export interface ReportRequirement extends Requirement {
  result: RequirementResult;
  questions: ReportQuestion[];
  /** Numbers of the findings that cite the requirement. */
  findings: string[];
}

export interface ReportFinding extends FindingRecord {
  heading: string;
  /** Numbers of linked evidence and of evidence that the texts refer to, in order, each once. */
  evidenceNumbers: string[];
  systemNames: string[];
  actions: ActionRecord[];
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

/** Everything a report says, as plain objects: Word, Excel, screen and command line read this and nothing else. */
export interface ReportModel {
  product: { name: string; version: string };
  generatedAt: string;
  generatedBy: string;
  catalogue: Pick<Catalogue, 'id' | 'version' | 'standard' | 'groups'> & { hash: string };
  audit: AuditRecord;
  organization: OrganizationRecord;
  team: TeamMemberRecord[];
  aiSystems: AiSystemRecord[];
  counts: Counts;
  requirements: ReportRequirement[];
  findings: ReportFinding[];
  soa: Omit<SoaRecord, 'entries'> & { sourceNumber: string; entries: ReportSoaEntry[] };
  evidence: ReportEvidence[];
  notes: NoteRecord[];
  themes: { id: string; title: string; byVerdict: Record<Verdict, number>; total: number }[];
  governance: ReportGovernance[];
  conclusion: ConclusionRecord;
  /** Not audited questions with their reasons (ISO 19011 6.5.1: areas not covered and why). */
  notAudited: { requirement: string; title: string; question: string; reason: string }[];
  /** The newest change the report contains, so that it can be found in the history. */
  head: { id: string; hash: string; at: string } | null;
}

/** What a stage of the export wants the reader to know, and about which record. */
export interface ExportWarning {
  record: string;
  message: string;
}
