import { describe, expect, it } from 'vitest';
import { findPlanConflicts } from '../../shared/domain/plan-conflicts.ts';
import { anEngine } from '../support/workspace.ts';

describe('the sample audit', () => {
  it('asks some questions for each sampled AI system, with answers that agree with its findings', async () => {
    const { api } = await anEngine();
    const { id } = await api.call('sample.create', {});
    const { checklist, aiSystems, findings } = await api.call('audits.open', { audit: id });
    const nameOf = new Map(aiSystems.map((system) => [system.id, system.name]));
    const asked = checklist.filter(({ aiSystem }) => aiSystem !== null);
    expect(new Set(asked.map(({ aiSystem }) => aiSystem)).size).toBe(aiSystems.length);
    const nonconforming = asked.filter(({ verdict }) => verdict === 'nonconforming');
    expect(nonconforming.map((item) => `${item.requirement} ${nameOf.get(item.aiSystem ?? '')}`)).toEqual([
      '8.4 Claims triage',
      'A.6.2.4 Broker assist',
    ]);
    for (const item of nonconforming) {
      const finding = findings.find((one) => one.item === item.id);
      expect(finding?.requirements).toContain(item.requirement);
      expect(finding?.aiSystems).toEqual([item.aiSystem]);
    }
    expect(asked.filter(({ verdict }) => verdict === 'not-started')).toEqual([]);
  });

  it('has a finding that was graded minor first and raised to major', async () => {
    const { api } = await anEngine();
    const { id } = await api.call('sample.create', {});
    const { gradeDecisions, findings } = await api.call('audits.open', { audit: id });
    expect(gradeDecisions.map(({ from, grade }) => [from, grade])).toEqual([
      ['', 'minor'],
      ['minor', 'major'],
    ]);
    expect(findings.find((finding) => finding.id === gradeDecisions[0]?.finding)?.grade).toBe('major');
  });

  it('has a plan in which nobody is in two places at once', async () => {
    const { api } = await anEngine();
    const { id } = await api.call('sample.create', {});
    const { audit, planSlots, meetings, team } = await api.call('audits.open', { audit: id });
    expect(findPlanConflicts({ audit, planSlots, meetings, team })).toEqual([]);
  });
});
