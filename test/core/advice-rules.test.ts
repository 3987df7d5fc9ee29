// Rules of the advice that a workspace switches off: they say nothing any more, and every report says so.
import { beforeAll, describe, expect, it } from 'vitest';
import { adviceRules } from '../../shared/domain/advice/advise.ts';
import { composeReport } from '../../electron/exports/sections/compose.ts';
import { auditSheet } from '../../electron/exports/xlsx/sheets/audit-sheet.ts';
import { aReportModel, modelSizes } from '../support/report-model.ts';
import { anAudit, anEngine } from '../support/workspace.ts';

const off = { rule: 'no-evidence-number', isOn: false, reason: 'Evidence is numbered in our file plan.' };

async function aFinding() {
  const { api } = await anEngine();
  const { ref } = await anAudit(api, ['Q-8.4-01']);
  const texts = { requirement: '8.4: redo.', evidence: 'Seen in three of three files.', nature: 'Not redone.' };
  const fields = { grade: 'minor' as const, requirements: ['8.4'], gradeReason: 'Isolated.', ...texts };
  const { number } = await api.call('findings.create', { audit: ref, fields });
  const said = async () => {
    const { warnings } = await api.call('reports.check', { audit: ref });
    return warnings.filter(({ record }) => record === number).map(({ message }) => message);
  };
  return { api, ref, said };
}

describe('a rule of the advice', () => {
  it('is switched off with a reason, says nothing then, and speaks again once it is on', async () => {
    const { api, ref, said } = await aFinding();
    const before = await said();
    expect(await api.call('adviceRules.set', off)).toMatchObject(off);
    expect((await api.call('audits.open', { audit: ref })).switchedRules).toMatchObject([
      { rule: off.rule, reason: off.reason },
    ]);
    const without = await said();
    expect(without).toHaveLength(before.length - 1);
    await api.call('adviceRules.set', { ...off, isOn: true });
    expect(await said()).toEqual(before);
    expect((await api.call('adviceRules.list', {})).every(({ isOn }) => isOn)).toBe(true);
  });

  it('is not switched off without a reason, nor where no report is issued against it, nor one that is not there', async () => {
    const { api } = await anEngine();
    const refusal = (rule: string, reason: string) =>
      api.call('adviceRules.set', { rule, isOn: false, reason }).catch((error: unknown) => error);
    expect(await refusal(off.rule, '  ')).toMatchObject({ code: 'refused' });
    expect(await refusal('empty-part', 'We know better.')).toMatchObject({ code: 'refused' });
    expect(await refusal('no-such-rule', 'Why not.')).toMatchObject({ code: 'not-found' });
    const rules = await api.call('adviceRules.list', {});
    expect(rules.filter(({ mayBeOff }) => mayBeOff).length).toBeGreaterThanOrEqual(9);
    expect(rules.every(({ isOn }) => isOn)).toBe(true);
  });
});

describe('the report', () => {
  let printed = '';
  beforeAll(() => {
    const title = adviceRules.find(({ key }) => key === off.rule)?.title ?? '';
    const model = { ...aReportModel(modelSizes.small), switchedRules: [{ rule: off.rule, title, reason: off.reason }] };
    printed = JSON.stringify([composeReport(model).document.blocks, auditSheet(model)]);
  });

  it('says in Word and in Excel which rules are off, and why', () => {
    expect(printed.split(off.reason)).toHaveLength(3);
    expect(printed.split('Rules switched off')).toHaveLength(3);
  });
});
