import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { createCatalogues } from '../../electron/core/catalogues.ts';
import { openStore, type Store } from '../../electron/store/open.ts';
import { createWriter, localTime, type Step, type Writer } from '../../electron/store/writer.ts';
import type { Catalogue } from '../../shared/domain/catalogue.ts';
import { formatNumber } from '../../shared/domain/numbering.ts';
import { evidenceKinds, evidenceMethods, grades, keysOf, type Verdict } from '../../shared/domain/vocabulary.ts';
import type { Words } from './words.ts';

export interface AuditSizes {
  answers: number;
  findings: number;
  evidence: number;
  notes: number;
}

/** A store with one writer and the shipped catalogue: the product's own write path without the engine around it. */
export function openWriting(workspace: string): { db: Store; writer: Writer; catalogue: Catalogue; hash: string } {
  mkdirSync(workspace, { recursive: true });
  const db = openStore(path.join(workspace, 'workbench.sqlite'));
  const device = randomUUID();
  const writer = createWriter(db, { device, actor: () => 'Ines Example', now: () => new Date() }, () => undefined);
  return { db, writer, ...createCatalogues(db).keep(undefined, localTime(new Date())) };
}

const verdictOf = (chance: number): Verdict =>
  chance < 0.8 ? 'conforms' : chance < 0.88 ? 'improvement' : chance < 0.95 ? 'nonconforming' : 'not-audited';

const systemNames = ['Claims triage', 'Broker assist', 'Fraud flag', 'Photo damage estimate'];

/** Makes one audit of an invented organisation in two steps: the audit with its checklist, then everything said in it. */
export function makeAudit(
  { writer, catalogue, hash }: ReturnType<typeof openWriting>,
  words: Words,
  sizes: AuditSizes,
  position: number,
): string {
  const { questions, requirements, standard } = catalogue;
  const made = writer.write(null, undefined, (outer) => {
    const organization = outer.create('organization', { name: `Invented Works ${position} Ltd` }).id;
    const audit = outer.create('audit', {
      ref: `2026-${String(position).padStart(3, '0')}`,
      title: `Invented audit ${position}`,
      type: 'internal',
      status: 'fieldwork',
      organization,
      standard: standard.name,
      edition: standard.edition,
      catalogue: hash,
      scope: words.text(40),
    });
    const step = outer.into(audit.id);
    step.create('conclusion', {});
    step.create('soa', { version: '2.1', approver: 'Chief risk officer (role)' });
    for (const { id: control, title, kind } of requirements)
      if (kind === 'control') step.create('soaEntry', { control, title, stated: true, justification: words.text(12) });
    step.create('teamMember', { name: 'Ines Example', role: 'lead-auditor', independence: 'Declared.' });
    const systems = systemNames.map((name) => step.create('aiSystem', { name, purpose: words.text(20) }).id);
    const items = Array.from({ length: sizes.answers }, (_, place) => {
      const question = questions[place % questions.length];
      const round = Math.floor(place / questions.length);
      return step.create('checklistItem', {
        requirement: question?.requirement ?? '',
        questionId: question?.id ?? '',
        position: place,
        aiSystem: round === 0 ? null : (systems[(round - 1) % systems.length] ?? null),
      });
    });
    return { id: audit.id, items, systems };
  });
  writer.write(made.id, undefined, (step) => {
    for (const { id } of made.items) {
      step.set('checklistItem', id, {
        verdict: verdictOf(words.random()),
        notes: words.text(36),
        reason: words.random() < 0.2 ? words.text(12) : '',
        interviewees: ['Head of claims (role)'],
        sampled: '3 of 9 records, drawn by impact',
      });
    }
    for (let number = 1; number <= sizes.notes; number += 1)
      step.create('note', { text: words.text(12), at: step.at, by: 'Ines Example' });
    for (let number = 1; number <= sizes.evidence; number += 1) makeEvidence(step, words, position, number);
    for (let number = 1; number <= sizes.findings; number += 1) makeFinding(step, words, made.items, number);
  });
  return made.id;
}

function makeEvidence(step: Step, words: Words, audit: number, number: number): void {
  step.create('evidence', {
    number: formatNumber('E', '', number),
    title: words.text(6),
    kind: words.pick(keysOf(evidenceKinds)),
    method: words.pick(keysOf(evidenceMethods)),
    source: 'Head of claims (role)',
    place: 'Room 2',
    collectedAt: step.at,
    collectedBy: 'Ines Example',
    sha256: (audit * 100_000 + number).toString(16).padStart(64, '0'),
    size: 120_000 + number,
    originalName: `AIP-${number} ${words.word()}.pdf`,
    mediaType: 'application/pdf',
  });
}

function makeFinding(step: Step, words: Words, items: readonly { id: string; requirement: string }[], number: number) {
  const { id, requirement } = words.pick(items);
  step.create('finding', {
    number: formatNumber('F', '', number),
    grade: words.pick(keysOf(grades)),
    requirement: `[${requirement}] ${words.text(30)}`,
    evidence: `${words.text(48)} [E-${String(1 + Math.floor(words.random() * 99)).padStart(3, '0')}]`,
    nature: words.text(36),
    gradeReason: words.text(18),
    requirements: [requirement],
    item: id,
    raisedAt: step.at,
    raisedBy: 'Ines Example',
  });
}
