// An audit with far too much in it, made through the contract: how do rooms look when nothing fits? All of it is invented.
import type { Api } from '../../shared/rpc/client.ts';
import type { Verdict } from '../../shared/domain/vocabulary.ts';
import { longNote, longTitle, rightToLeft, systemNames } from './overfull-words.ts';

const systems = 40;
const members = 14;
const slots = 60;
const pieces = 400;
const lines = 80;

const at = (list: readonly string[], place: number) => list[place % list.length] ?? '';
const two = (number: number) => String(number).padStart(2, '0');

type Stage = (name: string, content: string) => Promise<string>;

/** The verdicts in turn, with those that need no reason first. */
const verdicts: readonly Verdict[] = [
  'conforms',
  'nonconforming',
  'improvement',
  'conforms',
  'in-progress',
  'conforms',
];

async function fillChecklist(api: Api, audit: string): Promise<void> {
  const { checklist } = await api.call('audits.open', { audit });
  for (const [turn, verdict] of verdicts.entries()) {
    const items = checklist.filter((_, place) => place % (verdicts.length + 1) === turn).map(({ id }) => id);
    await api.call('checklist.updateMany', { audit, items, fields: { verdict } });
  }
  for (const [place, item] of checklist.slice(0, 40).entries()) {
    const notes = place % 3 === 1 ? rightToLeft : longNote;
    const interviewees = systemNames.slice(0, 8).map((name) => `Owner of ${name}`);
    await api.call('checklist.update', { audit, item: item.id, fields: { notes, interviewees, sampled: longTitle } });
  }
}

async function fillPlan(api: Api, audit: string): Promise<void> {
  const { planSlots, checklist } = await api.call('audits.open', { audit });
  const requirements = [...new Set(checklist.map(({ requirement }) => requirement))];
  for (let place = planSlots.length; place < slots; place++) {
    const fields = {
      title: place % 4 === 0 ? longTitle : '',
      on: `2026-10-${two(12 + Math.floor(place / 12))}`,
      startsAt: `${two(8 + (place % 11))}:${place % 2 === 0 ? '00' : '30'}`,
      minutes: 30 + (place % 5) * 15,
      place: place % 5 === 0 ? longTitle : `Room ${place}`,
      requirements: requirements.slice(place % 50, (place % 50) + 1 + (place % 9)),
      auditee: place % 3 === 0 ? at(rightToLeft.split('\n'), place) : `Owner of ${at(systemNames, place)}`,
      auditor: `Auditor ${(place % members) + 1} (invented)`,
      position: place,
    };
    await api.call('planSlots.create', { audit, fields });
  }
}

async function fillEvidence(api: Api, audit: string, stage: Stage): Promise<string[]> {
  const names = Array.from({ length: pieces }, (_, place) => {
    const words = [longTitle, at(rightToLeft.split('\n'), place), `Log ${place + 1}`];
    return `${at(words, place)} ${place + 1}.txt`;
  });
  const files: { staging: string }[] = [];
  for (const [place, name] of names.entries())
    files.push({ staging: await stage(name, `Invented, piece ${place + 1}\n${longNote}`) });
  const added = await api.call('evidence.add', { audit, files, items: ['8.4', 'A.6.2.4'] });
  return added.map(({ id }) => id);
}

async function fillFindings(api: Api, audit: string, evidenceIds: readonly string[]): Promise<void> {
  const { aiSystems } = await api.call('audits.open', { audit });
  const grades = ['major', 'minor', 'improvement', 'observation', 'strength', 'concern'] as const;
  for (let place = 0; place < 48; place++) {
    await api.call('findings.create', {
      audit,
      fields: {
        title: place % 3 === 0 ? longTitle : place % 3 === 1 ? at(rightToLeft.split('\n'), place) : '',
        grade: grades[place % grades.length] ?? 'minor',
        requirement: longTitle,
        evidence: longNote,
        nature: place % 2 === 0 ? longNote : rightToLeft,
        gradeReason: longTitle,
        requirements: ['8.4', 'A.6.2.4', '6.1.2', '9.1'],
        aiSystems: aiSystems.slice(0, 12).map(({ id }) => id),
      },
      evidenceIds: evidenceIds.slice(place, place + 9),
    });
  }
}

/** Makes the overfull audit. `stage` takes in a file and answers with its staging id. */
export async function makeOverfullAudit(api: Api, stage: Stage): Promise<string> {
  const { id: audit } = await api.call('audits.create', {
    title: longTitle,
    type: 'recertification',
    organization: { name: `${longTitle} (invented)`, sites: systemNames.join('\n') },
    startsOn: '2026-10-12',
    endsOn: '2026-10-16',
    scope: longNote,
    aiSystems: Array.from({ length: systems }, (_, place) => ({
      name: place % 6 === 5 ? `${longTitle} ${place + 1}` : `${at(systemNames, place)} ${place + 1}`,
      purpose: place % 4 === 0 ? longNote : place % 4 === 1 ? rightToLeft : longTitle,
      owner: `Owner of ${at(systemNames, place)}`,
      supplier: longTitle,
      sampled: place < 3,
      samplingReason: longTitle,
    })),
    team: Array.from({ length: members }, (_, place) => ({
      name: `Auditor ${place + 1} (invented)`,
      role: place === 0 ? ('lead-auditor' as const) : ('auditor' as const),
      competence: longNote,
    })),
  });
  await fillChecklist(api, audit);
  await fillPlan(api, audit);
  for (let place = 0; place < lines; place++) {
    const text =
      place % 5 === 4 ? rightToLeft : `#8.4 @Owner !fact :interview ${place % 3 === 0 ? longNote : longTitle}`;
    await api.call('notes.add', { audit, text });
  }
  await fillFindings(api, audit, await fillEvidence(api, audit, stage));
  return audit;
}
