import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { closureState } from '../../shared/domain/closure.ts';
import { actionStatuses, keysOf } from '../../shared/domain/vocabulary.ts';

const action = (fields: object = {}) => ({
  status: 'open' as const,
  dueOn: null,
  effective: '' as const,
  effectivenessDueOn: null,
  ...fields,
});
const state = (...actions: object[]) => closureState({ grade: 'minor' }, actions.map(action), '2026-12-01');
const status = fc.constantFrom(...keysOf(actionStatuses));

describe('the state of a finding on its way to closure', () => {
  it('awaits a response where one is due, and is only as far as its slowest action', () => {
    expect(state()).toBe('awaiting');
    expect(closureState({ grade: 'strength' }, [], '2026-12-01')).toBe('stated');
    expect(state({ status: 'closed' }, { status: 'accepted' })).toBe('accepted');
    expect(state({ status: 'closed' }, { status: 'closed' })).toBe('closed');
  });

  it('is overdue from the day after the due date until it is done, and while an effect waits to be checked', () => {
    expect(state({ dueOn: '2026-12-01' })).toBe('open');
    expect(state({ dueOn: '2026-11-30', status: 'accepted' })).toBe('overdue');
    expect(state({ dueOn: '2026-11-30', status: 'done' })).toBe('done');
    expect(state({ status: 'verified', effectivenessDueOn: '2026-11-30' })).toBe('overdue');
    expect(state({ status: 'verified', effectivenessDueOn: '2026-11-30', effective: 'no' })).toBe('verified');
  });

  it('does not depend on the order of the actions, and a closed action is never overdue', () => {
    fc.assert(
      fc.property(fc.array(status, { minLength: 1 }), (all) => {
        const actions = all.map((one) => ({ status: one, dueOn: one === 'closed' ? '2020-01-01' : null }));
        expect(state(...actions)).toBe(state(...actions.toReversed()));
        expect(state(...actions)).not.toBe('overdue');
      }),
    );
  });
});
