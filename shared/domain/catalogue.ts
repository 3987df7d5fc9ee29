import { z } from 'zod';
import { auditTypes, keysOf, systemRoles } from './vocabulary.ts';

const words = z.string().min(1).max(4_000);

/** One auditable item: a clause item or a control. Ids and short titles are facts; no text of a standard. */
export const requirementSchema = z.strictObject({
  id: z.string().min(1).max(40),
  title: words,
  group: z.string().min(1).max(20),
  kind: z.enum(['clause', 'control']),
  guidance: z.string().optional(),
  documented: z.boolean(),
  themes: z.array(z.string()).min(1),
});

/** One question of the bank. */
export const questionSchema = z.strictObject({
  id: z.string().min(1).max(80),
  requirement: z.string().min(1).max(40),
  question: words,
  intent: words,
  lookAt: z.string(),
  sampling: z.string(),
  interviewees: z.array(z.string()),
  evidenceTypes: z.array(z.string()).min(1),
  depth: z.enum(['exists', 'design', 'implemented', 'effective']),
  auditTypes: z.array(z.enum(keysOf(auditTypes))).min(1),
  aiRoles: z.array(z.enum(keysOf(systemRoles))),
  themes: z.array(z.string()).min(1),
  redFlags: z.array(z.string()),
  pitfall: z.string(),
});

/** What helps with one requirement, beyond its questions. */
export const itemGuidanceSchema = z.strictObject({
  id: z.string(),
  explanation: z.string(),
  documentedInformation: z.string(),
  typicalEvidence: z.array(z.string()),
  natureExamples: z.array(z.string()),
});

const crosswalkLink = z.strictObject({
  id: z.string(),
  basis: z.enum(['published', 'judgement']),
  strength: z.string().optional(),
});

export const crosswalkSchema = z.strictObject({
  id: z.string(),
  nistAiRmf: z.array(crosswalkLink),
  euAiAct: z.array(crosswalkLink),
  iso27001: z.array(crosswalkLink),
});

/** The frame of a catalogue: the structure of a standard, the themes and the four questions of the board. */
export const catalogueFrameSchema = z.strictObject({
  id: z.string(),
  version: z.string(),
  standard: z.strictObject({ name: words, edition: z.string(), title: words }),
  groups: z.array(z.strictObject({ id: z.string(), title: words, kind: z.enum(['clause', 'control']) })),
  requirements: z.array(requirementSchema),
  themes: z.array(z.strictObject({ id: z.string(), title: words })),
  governance: z.array(
    z.strictObject({
      id: z.enum(['governs', 'accountable', 'risks', 'oversight']),
      question: words,
      themes: z.array(z.string()),
    }),
  ),
  benefits: z.array(z.strictObject({ id: z.string(), title: words, themes: z.array(z.string()) })),
  evidenceTypes: z.array(z.strictObject({ id: z.string(), title: words })),
  depths: z.array(z.strictObject({ id: z.string(), title: words })),
  otherStandards: z.array(z.strictObject({ name: words, controls: z.array(z.string()) })),
});

/** A whole catalogue as one object: what an audit freezes. */
export const catalogueSchema = catalogueFrameSchema.extend({
  questions: z.array(questionSchema),
  items: z.array(itemGuidanceSchema),
  crosswalks: z.array(crosswalkSchema),
  crosswalkSources: z.record(z.string(), z.string()),
});

export type Catalogue = z.output<typeof catalogueSchema>;
export type Requirement = z.output<typeof requirementSchema>;
export type Question = z.output<typeof questionSchema>;
export type ItemGuidance = z.output<typeof itemGuidanceSchema>;
export type Crosswalk = z.output<typeof crosswalkSchema>;
export type GovernanceId = Catalogue['governance'][number]['id'];
