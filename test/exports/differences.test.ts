import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareModels } from '../../electron/exports/differences.ts';
import { aReportModel, modelSizes } from '../support/report-model.ts';

const aModel = () => aReportModel({ ...modelSizes.small, accepted: true });
/** As a version that was kept: through JSON. */
const kept = (model: unknown) => JSON.parse(JSON.stringify(model)) as unknown;

describe('the differences between two versions', () => {
  it('are none where nothing was changed, whenever it was printed', () => {
    const after = { ...aModel(), generatedAt: '2026-12-01T10:00:00+01:00', generatedBy: 'Somebody else' };
    expect(compareModels(kept(aModel()), after)).toEqual([]);
  });

  it('name each record, what was said before and what is said now', () => {
    const after = aModel();
    const [finding, other] = after.findings;
    const question = after.requirements
      .flatMap(({ questions }) => questions)
      .find(({ verdict }) => verdict === 'conforms');
    if (!finding || !other || !question) throw new Error('the model is too small');
    const earlier = kept(after);
    finding.grade = 'minor';
    finding.nature = 'For two of three changes the assessment was not redone.';
    question.verdict = 'improvement';
    after.conclusion.recommendation = '';
    after.audit.endsOn = '2026-11-19';
    after.organization.name = 'Northwind Claims plc';
    const entry = after.soa.entries.find(({ control }) => control === 'A.7.2');
    if (entry) entry.applicable = false;
    after.findings.pop();
    after.evidence.push({
      ...(after.evidence[0] as never as object),
      id: 'new',
      number: 'E-007',
      title: 'Log',
    } as never);
    expect(compareModels(earlier, after)).toEqual([
      'The audit: last day was “2026-11-18” and is “2026-11-19”.',
      expect.stringMatching(/^The organisation: name was “Northwind.*” and is “Northwind Claims plc”\.$/),
      'A.7.2: applicable was “yes” and is “no”.',
      `${question.id}: verdict was “Conforms” and is “Improvement”.`,
      'F-001: grade was “Major nonconformity” and is “Minor nonconformity”; nature was reworded.',
      'E-007 is new: Log.',
      'Conclusions: recommendation was emptied.',
      `${other.number} was withdrawn.`,
      ...other.actions.map(() => expect.stringMatching(/was taken out\.$/)),
    ]);
  });

  it('are read from a version that an older product kept, and from anything without breaking', () => {
    expect(compareModels({}, aModel()).length).toBeGreaterThan(10);
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom('audit', 'notes', 'team'), fc.constant(undefined)), (before) => {
        expect(() => compareModels(before, aModel())).not.toThrow();
      }),
      { numRuns: 5 },
    );
  });

  it('stay readable where everything is different', () => {
    const sentences = compareModels({}, aReportModel(modelSizes.large));
    expect(sentences.length).toBe(2_001);
    expect(sentences.at(-1)).toMatch(/^\d+ more records differ\.$/);
    expect(Math.max(...sentences.map((sentence) => sentence.length))).toBeLessThan(2_000);
  });
});
