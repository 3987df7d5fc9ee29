import { z } from 'zod';
import { keptChoices, keptId, keptIds, keptList, keptText, keptWords } from './fields.ts';
import { templateSchema } from './templates.ts';
import { auditTypes, depths, keysOf, systemRoles } from './vocabulary.ts';

const words = keptWords(4_000);
const prose = keptText(4_000);
const id = keptId(80);
const requirementId = keptId(40);
const groupId = keptId(20);

/** One auditable item: a clause item or a control. Ids and short titles are facts; no text of a standard. */
export const requirementSchema = z.strictObject({
  id: requirementId,
  title: words,
  group: groupId,
  kind: z.enum(['clause', 'control']),
  guidance: keptWords(200).optional(),
  documented: z.boolean(),
  themes: keptIds().min(1),
});

/** One question of the bank. `perSystem` says that it is put for one AI system at a time. */
export const questionSchema = z.strictObject({
  id,
  requirement: requirementId,
  question: words,
  intent: prose,
  lookAt: prose,
  sampling: prose,
  interviewees: keptList(),
  evidenceTypes: keptIds(),
  depth: z.enum(keysOf(depths)),
  perSystem: z.boolean().default(false),
  auditTypes: keptChoices(keysOf(auditTypes)).min(1),
  aiRoles: keptChoices(keysOf(systemRoles)),
  themes: keptIds(),
  redFlags: keptList(),
  pitfall: prose,
});

/** What helps with one requirement, beyond its questions. */
export const itemGuidanceSchema = z.strictObject({
  id: requirementId,
  explanation: prose,
  documentedInformation: prose,
  typicalEvidence: keptList(),
  natureExamples: keptList(),
});

const crosswalkLink = z.strictObject({
  id,
  basis: z.enum(['published', 'judgement']),
  strength: keptWords(40).optional(),
});

export const crosswalkSchema = z.strictObject({
  id: requirementId,
  nistAiRmf: z.array(crosswalkLink).max(200),
  euAiAct: z.array(crosswalkLink).max(200),
  iso27001: z.array(crosswalkLink).max(200),
});

/**
 * What is asked where the Statement of Applicability excludes a control: an exclusion is judged under the requirement
 * on risk treatment and not under the control. `{control}` in the question stands for the control's id and title.
 */
export const exclusionQuestionSchema = questionSchema.omit({
  perSystem: true,
  auditTypes: true,
  aiRoles: true,
});

/** The frame of a catalogue: the structure of a standard, the themes and the four questions of the board. */
export const catalogueFrameSchema = z.strictObject({
  id,
  version: keptId(40),
  title: keptText(300).default(''),
  standard: z.strictObject({ name: words, edition: keptId(40), title: words }),
  groups: z.array(z.strictObject({ id: groupId, title: words, kind: z.enum(['clause', 'control']) })).max(500),
  requirements: z.array(requirementSchema).min(1).max(2_000),
  themes: z.array(z.strictObject({ id, title: words })).max(100),
  governance: z
    .array(
      z.strictObject({
        id: z.enum(['governs', 'accountable', 'risks', 'oversight']),
        question: words,
        themes: keptIds(),
      }),
    )
    .max(4),
  benefits: z.array(z.strictObject({ id, title: words, themes: keptIds() })).max(100),
  evidenceTypes: z.array(z.strictObject({ id, title: words })).max(100),
  depths: z.array(z.strictObject({ id: z.enum(keysOf(depths)), title: words })).max(4),
  interviewees: keptList(500).default([]),
  exclusionQuestion: exclusionQuestionSchema.nullable().default(null),
  otherStandards: z.array(z.strictObject({ name: words, controls: z.array(keptId(80)).max(2_000) })).max(50),
});

/** A whole catalogue as one object: what an audit freezes. */
export const catalogueSchema = catalogueFrameSchema.extend({
  templates: z.array(templateSchema).max(100).default([]),
  questions: z.array(questionSchema).max(5_000),
  items: z.array(itemGuidanceSchema).max(2_000),
  crosswalks: z.array(crosswalkSchema).max(2_000),
  crosswalkSources: z.record(id, prose),
});

export type Catalogue = z.output<typeof catalogueSchema>;
export type Requirement = z.output<typeof requirementSchema>;
export type Question = z.output<typeof questionSchema>;
export type ItemGuidance = z.output<typeof itemGuidanceSchema>;
export type Crosswalk = z.output<typeof crosswalkSchema>;
export type GovernanceId = Catalogue['governance'][number]['id'];
