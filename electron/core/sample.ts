import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { Input } from '../../shared/contract/contract.ts';
import { AppError } from '../../shared/errors.ts';
import type { Api } from '../../shared/rpc/client.ts';
import { readAssetFolder } from './assets.ts';
import { localTime } from '../store/writer.ts';
import type { Progress } from './workers.ts';

// The sample is data in assets/sample, loaded through the calls that the page uses. Records refer to each other by key.

const lines = z
  .union([z.string(), z.array(z.string())])
  .transform((value) => (Array.isArray(value) ? value.join('\n') : value));
const keys = z.array(z.string()).default([]);

const sampleFiles = {
  audit: z.object({
    organization: z.looseObject({ name: z.string(), sites: lines }),
    audit: z.looseObject({ title: z.string(), sites: lines }),
    team: z.array(z.looseObject({ name: z.string() })),
    aiSystems: z.array(z.looseObject({ key: z.string(), name: z.string() })),
  }),
  evidence: z.array(z.looseObject({ key: z.string(), file: z.string(), requirements: keys, aiSystems: keys })),
  answers: z.array(
    z.object({
      question: z.string(),
      // The AI system it is asked for, where it is asked for several.
      aiSystem: z.string().optional(),
      verdict: z.string(),
      notes: z.string().default(''),
      reason: z.string().default(''),
      interviewees: keys,
      evidence: keys,
      sample: z.string().default(''),
    }),
  ),
  samples: z.array(z.object({ question: z.string(), fields: z.looseObject({ population: z.string() }) })),
  exclusions: z.array(z.looseObject({ control: z.string() })),
  // A line may carry a key, name the one it corrects, and have become evidence, with what is known besides the line.
  notes: z.array(
    z.object({
      key: z.string().optional(),
      text: z.string(),
      corrects: z.string().optional(),
      evidence: z.record(z.string(), z.string()).optional(),
    }),
  ),
  findings: z.array(
    z.looseObject({
      key: z.string(),
      aiSystems: keys,
      evidenceKeys: keys,
      notes: keys,
      item: z.string().nullish(),
      auditeePosition: z.string().default(''),
      // Decisions on the grade, oldest first, made after it was raised with the first one's grade.
      decisions: z.array(z.looseObject({ grade: z.string(), reason: lines })).default([]),
    }),
  ),
  actions: z.array(z.looseObject({ finding: z.string() })),
  plan: z.object({
    slots: z.array(z.looseObject({ startsAt: z.string() })),
    meetings: z.array(z.looseObject({ kind: z.string() })),
  }),
  conclusion: z.looseObject({ governance: z.record(z.string(), z.string()) }),
};

function read<K extends keyof typeof sampleFiles>(folder: string, name: K): z.output<(typeof sampleFiles)[K]> {
  return sampleFiles[name].parse(JSON.parse(readFileSync(path.join(folder, `${name}.json`), 'utf8'))) as never;
}

/** Looks a key up; a key that nothing carries is a fault of the sample and said as such. */
function need(ids: ReadonlyMap<string, string>, key: string, file: string): string {
  const id = ids.get(key);
  if (id === undefined) throw new Error(`assets/sample/${file}.json names ${key}, which nothing carries.`);
  return id;
}

/** How answers, findings and samples name an item: by its question, and by the AI system where it is asked for one. */
const itemKey = (question: string, system: string | undefined) =>
  system === undefined ? question : `${question} ${system}`;

/** Asks the questions that are answered for single AI systems once for each of these, as the page does. */
async function askPerSystem(
  api: Api,
  audit: string,
  answers: readonly { question: string; aiSystem?: string | undefined }[],
  systemIds: ReadonlyMap<string, string>,
): Promise<Map<string, { id: string; requirement: string }>> {
  const { checklist } = await api.call('audits.open', { audit });
  const general = new Map(checklist.map(({ questionId, id }) => [questionId, id]));
  for (const [question, own] of Map.groupBy(answers, (answer) => answer.question)) {
    const systems = own.flatMap(({ aiSystem }) =>
      aiSystem === undefined ? [] : [need(systemIds, aiSystem, 'answers')],
    );
    if (systems.length === 0) continue;
    await api.call('checklist.repeat', { audit, items: [need(general, question, 'answers')], aiSystems: systems });
  }
  const opened = await api.call('audits.open', { audit });
  const systemKeys = new Map([...systemIds].map(([key, id]) => [id, key]));
  return new Map(
    opened.checklist.map(({ id, questionId, requirement, aiSystem }) => [
      itemKey(questionId, aiSystem === null ? undefined : systemKeys.get(aiSystem)),
      { id, requirement },
    ]),
  );
}

/** Makes the invented sample organisation and its audit. */
export async function createSample(
  api: Api,
  signal: AbortSignal,
  onProgress: Progress,
): Promise<{ id: string; ref: string }> {
  const folder = readAssetFolder('sample');
  const { organization, audit: facts, team, aiSystems } = read(folder, 'audit');
  const [evidence, answers, notes, findings, actions] = [
    read(folder, 'evidence'),
    read(folder, 'answers'),
    read(folder, 'notes'),
    read(folder, 'findings'),
    read(folder, 'actions'),
  ] as const;
  const total = evidence.length + answers.length + findings.length + 5;
  let done = 0;
  const advance = (label: string) => {
    if (signal.aborted)
      throw new AppError('cancelled', 'Cancelled. The sample audit is there as far as it had got; undo removes it.');
    onProgress(++done, total, label);
  };

  const created = await api.call('audits.create', {
    ...facts,
    organization,
    questions: [...new Set(answers.map(({ question }) => question))],
  } as unknown as Input<'audits.create'>);
  const audit = created.id;
  advance('Audit');
  for (const fields of team) await api.call('teamMembers.create', { audit, fields: fields });
  const systemIds = new Map<string, string>();
  for (const { key, ...fields } of aiSystems)
    systemIds.set(key, (await api.call('aiSystems.create', { audit, fields: fields })).id);
  advance('AI systems');

  const opened = await api.call('audits.open', { audit });
  // The plan that the template proposes, with what became of it.
  const { slots, meetings } = read(folder, 'plan');
  for (const [place, slot] of opened.planSlots.entries())
    await api.call('planSlots.update', { audit, planSlot: slot.id, fields: slots[place] ?? {} });
  for (const meeting of opened.meetings) {
    const { kind: _kind, ...held } = meetings.find(({ kind }) => kind === meeting.kind) ?? { kind: '' };
    await api.call('meetings.update', { audit, meeting: meeting.id, fields: held });
  }
  advance('Plan');
  const items = await askPerSystem(api, audit, answers, systemIds);
  const itemIds = new Map([...items].map(([key, { id }]) => [key, id]));
  const answersByEvidence = new Map<string, string[]>();
  for (const { question, aiSystem, evidence: used } of answers) {
    for (const key of used)
      answersByEvidence.set(key, [...(answersByEvidence.get(key) ?? []), itemKey(question, aiSystem)]);
  }
  const evidenceIds = new Map<string, string>();
  for (const { key, file, requirements, aiSystems: systems, ...fields } of evidence) {
    const questions = answersByEvidence.get(key) ?? [];
    const answered = new Set(questions.map((question) => items.get(question)?.requirement));
    const [added] = await api.call('evidence.add', {
      audit,
      files: [{ path: path.join(folder, file) }],
      fields: fields,
      items: [
        ...questions.map((question) => need(itemIds, question, 'answers')),
        ...requirements.filter((id) => !answered.has(id)),
      ],
      aiSystems: systems.map((system) => need(systemIds, system, 'evidence')),
    });
    if (added) evidenceIds.set(key, added.id);
    advance('Evidence');
  }
  await api.call('soa.import', { audit, file: { path: path.join(folder, 'soa.xlsx') } });
  const { checklist } = await api.call('audits.open', { audit });
  const about = new Map(checklist.map((item) => [item.control, item.id]));
  for (const { control, ...fields } of read(folder, 'exclusions'))
    await api.call('checklist.update', { audit, item: need(about, control, 'exclusions'), fields });
  advance('Statement of Applicability');
  for (const { question, aiSystem, verdict, notes: text, reason, interviewees, sample } of answers) {
    await api.call('checklist.update', {
      audit,
      item: need(itemIds, itemKey(question, aiSystem), 'answers'),
      fields: { verdict: verdict as 'conforms', notes: text, reason, interviewees, sampled: sample },
    });
    advance('Answers');
  }
  for (const { question, fields } of read(folder, 'samples')) {
    const item = need(itemIds, question, 'samples');
    await api.call('samples.create', { audit, fields: { ...fields, item } });
  }
  const lineIds = new Map<string, string>();
  for (const { key, text, corrects, evidence: became } of notes) {
    const older = corrects === undefined ? {} : { corrects: need(lineIds, corrects, 'notes') };
    const { id } = await api.call('notes.add', { audit, text, ...older });
    if (key !== undefined) lineIds.set(key, id);
    if (became !== undefined) await api.call('notes.toEvidence', { audit, notes: [id], fields: became });
  }
  const findingIds = new Map<string, string>();
  for (const { key, aiSystems: systems, evidenceKeys, notes: lineKeys, item, decisions, ...fields } of findings) {
    const finding = await api.call('findings.create', {
      audit,
      fields: {
        ...fields,
        aiSystems: systems.map((system) => need(systemIds, system, 'findings')),
        item: item ? need(itemIds, item, 'findings') : null,
      } as never,
      evidenceIds: evidenceKeys.map((one) => need(evidenceIds, one, 'findings')),
      notes: lineKeys.map((one) => need(lineIds, one, 'findings')),
    });
    for (const decision of decisions)
      await api.call('findings.grade', { audit, finding: finding.id, decision: decision as never });
    findingIds.set(key, finding.id);
    advance('Findings');
  }
  for (const action of actions) {
    await api.call('actions.create', {
      audit,
      fields: { ...action, finding: need(findingIds, action.finding, 'actions') },
    });
  }
  const { governance, ...conclusion } = read(folder, 'conclusion');
  const lead = team.find(({ role }) => role === 'lead-auditor')?.name ?? '';
  await api.call('conclusions.update', {
    audit,
    fields: { ...conclusion, ...governance, acceptedAt: localTime(new Date()), acceptedBy: lead },
  });
  await api.call('audits.update', { audit, fields: { status: 'reporting' } });
  advance('Conclusions');
  return created;
}
