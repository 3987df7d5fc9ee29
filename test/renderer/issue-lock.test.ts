// The page asks the lock of an issued report before the engine does, and gets the same answer.
import { v7 as uuidv7 } from 'uuid';
import { expect, it } from 'vitest';
import { isLocked } from '../../renderer/api/issue-lock.ts';
import { anOpenAudit, aRecord } from '../support/open-audit.ts';

const issuedAt = Date.parse('2026-11-20T16:00:00+01:00');
const madeOn = (minutes: number) => uuidv7({ msecs: issuedAt + minutes * 60_000 });
const [printed, later] = [madeOn(-60), madeOn(60)];
const auditIn = (status: 'reporting' | 'issued' | 'closed') =>
  anOpenAudit({
    audit: aRecord('audit', 'audit', { ref: '2026-001', title: 'An audit', type: 'internal', status }),
    evidence: [printed, later].map((id) => aRecord('evidence', id, { number: 'E-001' })),
    findings: [aRecord('finding', madeOn(-50), { grade: 'minor' })],
    reportIssues: [aRecord('reportIssue', madeOn(0), { version: 1, issuedAt: '2026-11-20T16:00:00+01:00' })],
  });

it('keeps what was printed and leaves open what comes after', () => {
  const [draft, issued, closed] = [auditIn('reporting'), auditIn('issued'), auditIn('closed')];
  const answer = { noun: 'checklistItem', fields: { notes: '' } } as const;
  expect([draft, issued, closed].map((open) => isLocked(open, answer))).toEqual([false, true, true]);
  const title = (id: string) => ({ noun: 'evidence', id, fields: { title: '' } }) as const;
  expect([printed, later].map((id) => isLocked(issued, title(id)))).toEqual([true, false]);
  expect(isLocked(issued, { noun: 'evidence', kind: 'create' })).toBe(false);
  expect(isLocked(issued, { noun: 'finding', fields: { nature: '' } })).toBe(true);
  expect(isLocked(issued, { noun: 'finding', fields: { auditeeComment: '' } })).toBe(false);
  expect(isLocked(issued, { noun: 'action', fields: { text: '' } })).toBe(false);
  expect(isLocked(closed, { noun: 'action', fields: { text: '' } })).toBe(true);
  // The audit itself may be closed, or opened again with the reason for a correction.
  expect(isLocked(issued, { noun: 'audit', fields: { status: 'closed' } })).toBe(false);
  expect(isLocked(issued, { noun: 'audit', fields: { title: 'Another' } })).toBe(true);
});
