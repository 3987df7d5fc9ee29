// The closed word lists of the product. Keys are stable and stored; labels are what people read.

export const auditTypes = {
  internal: 'Internal audit',
  supplier: 'Supplier audit',
  'stage-1': 'Stage 1 audit',
  'stage-2': 'Stage 2 audit',
  surveillance: 'Surveillance audit',
  recertification: 'Recertification audit',
  special: 'Special audit',
  'follow-up': 'Follow-up audit',
} as const;
export type AuditType = keyof typeof auditTypes;

export const auditStages = {
  planning: 'Planning',
  fieldwork: 'Fieldwork',
  reporting: 'Reporting',
  'in-review': 'In review',
  issued: 'Issued',
  closed: 'Closed',
} as const;
export type AuditStage = keyof typeof auditStages;

export const verdicts = {
  'not-started': 'Not started',
  'in-progress': 'In progress',
  conforms: 'Conforms',
  improvement: 'Improvement',
  nonconforming: 'Nonconforming',
  'not-applicable': 'Not applicable',
  'not-audited': 'Not audited',
} as const;
export type Verdict = keyof typeof verdicts;

/** One letter per verdict, so that nothing is said by colour alone. */
export const verdictLetters: Record<Verdict, string> = {
  'not-started': '·',
  'in-progress': '…',
  conforms: 'C',
  improvement: 'I',
  nonconforming: 'N',
  'not-applicable': '–',
  'not-audited': '/',
};

export const grades = {
  major: 'Major nonconformity',
  minor: 'Minor nonconformity',
  improvement: 'Opportunity for improvement',
  observation: 'Observation',
  strength: 'Strength',
  concern: 'Area of concern',
} as const;
export type Grade = keyof typeof grades;

export const systemRoles = {
  producer: 'Producer',
  provider: 'Provider',
  customer: 'Customer',
  partner: 'Partner',
} as const;

/** How deep a question goes: whether something exists, is right for this organisation, is used, has its effect. */
export const depths = {
  exists: 'Exists',
  design: 'Design',
  implemented: 'Implemented',
  effective: 'Effective',
} as const;
export type Depth = keyof typeof depths;
export type SystemRole = keyof typeof systemRoles;

export const meetingKinds = {
  opening: 'Opening meeting',
  daily: 'Daily meeting',
  closing: 'Closing meeting',
} as const;

export const lifecycleStages = {
  inception: 'Inception',
  design: 'Design and development',
  verification: 'Verification and validation',
  deployment: 'Deployment',
  operation: 'Operation and monitoring',
  retirement: 'Retirement',
} as const;

export const impacts = { high: 'High', medium: 'Medium', low: 'Low', unknown: 'Not assessed' } as const;

export const teamRoles = {
  'lead-auditor': 'Lead auditor',
  auditor: 'Auditor',
  'technical-expert': 'Technical expert',
  observer: 'Observer',
} as const;

export const evidenceKinds = {
  document: 'Document',
  record: 'Record',
  photo: 'Photo',
  screenshot: 'Screenshot',
  log: 'Log',
  'e-mail': 'E-mail',
  spreadsheet: 'Spreadsheet',
  interview: 'Interview record',
  other: 'Other',
} as const;

export const evidenceMethods = { examine: 'Examine', interview: 'Interview', observe: 'Observe' } as const;

/** How the items of a sample were chosen (ISO 19011 A.6.2, A.6.3). */
export const sampleMethods = {
  all: 'All of them',
  random: 'Random',
  systematic: 'Every n-th',
  stratified: 'By groups',
  judgement: 'By judgement',
} as const;

export const confidentialityLevels = {
  public: 'Public',
  internal: 'Internal',
  confidential: 'Confidential',
  restricted: 'Restricted',
} as const;

export const auditeePositions = { '': 'Not recorded', agrees: 'Agrees', disagrees: 'Disagrees' } as const;

/** Answers to the questions of a grade decision. */
export const decisionAnswers = { '': 'Not answered', yes: 'Yes', no: 'No', doubtful: 'Doubtful' } as const;

/** What this audit found about a finding of an earlier one (ISO/IEC 17021-1 9.4.8: earlier nonconformities). */
export const earlierStatuses = {
  '': 'Not looked at yet',
  closed: 'Closed: the action is effective',
  open: 'Open: the action is under way',
  'not-effective': 'Open: the action has not been effective',
  'not-verified': 'Not verified in this audit',
} as const;

/** What a due date is for. */
export const dueSteps = {
  correction: 'Correction done',
  action: 'Corrective action done',
  effectiveness: 'Effect checked',
} as const;

export const actionKinds = { correction: 'Correction', 'corrective-action': 'Corrective action' } as const;

export const actionStatuses = {
  open: 'Open',
  accepted: 'Accepted',
  done: 'Done',
  verified: 'Verified',
  closed: 'Closed',
} as const;

/** What a remark of the reviewer is about. */
export const reviewTargets = { report: 'The report', section: 'Section', finding: 'Finding' } as const;

export const reviewDispositions = { open: 'Open', accepted: 'Accepted', declined: 'Declined' } as const;

/** For whom somebody signs the report. */
export const signatureSides = { team: 'Audit team', reviewer: 'Reviewer', auditee: 'Auditee' } as const;

/** The keys of a word list as the non-empty tuple that zod's enum wants. */
export function keysOf<T extends Record<string, string>>(list: T): [keyof T & string, ...(keyof T & string)[]] {
  return Object.keys(list) as [keyof T & string, ...(keyof T & string)[]];
}
