import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SessionState } from '../../renderer/api/session-state.ts';
import { placeCard } from '../../renderer/features/tour/place-card.ts';
import { lastPlace, steps } from '../../renderer/features/tour/steps.ts';
import { readPlace } from '../../renderer/features/tour/use-tour.ts';
import { isSampleOrganization } from '../../shared/domain/organizations.ts';
import sample from '../../assets/sample/audit.json' with { type: 'json' };
import { aRecord, anItem, anOpenAudit, smallCatalogue } from '../support/open-audit.ts';

function aState(parts: Parameters<typeof anOpenAudit>[0] = {}, waiting: string[] = []): SessionState {
  return {
    open: anOpenAudit(parts),
    catalogue: smallCatalogue,
    save: { kind: 'saved', at: undefined },
    engineAway: undefined,
    conflicts: [],
    refusals: [],
    waitingLines: waiting.map((text) => ({ id: text, text })),
    draft: '',
    undoable: [],
    redoable: [],
  };
}
const isDone = (id: string, before: SessionState, after: SessionState) =>
  steps.find((step) => step.id === id)?.isDone(before, after);
const item = (verdict: 'not-started' | 'in-progress' | 'conforms' | 'improvement', notes = '') =>
  aState({ checklist: [anItem('one', { requirement: '8.4', verdict, notes })] });

describe('the steps of the tour', () => {
  it('see an answer in the audit, and only an answer', () => {
    expect(isDone('answer', item('not-started'), item('conforms'))).toBe(true);
    expect(isDone('answer', item('conforms'), item('improvement'))).toBe(true);
    expect(isDone('answer', item('not-started'), item('in-progress', 'a note'))).toBe(false);
    expect(isDone('answer', item('conforms'), item('not-started'))).toBe(false);
    expect(isDone('answer', item('conforms'), item('conforms', 'more words'))).toBe(false);
  });

  it('see a line as soon as it is shown, and not again when it is stored', () => {
    const stored = aState({ notes: [aRecord('note', 'n', { text: 'heard', at: '2026-01-01T10:00:00+00:00' })] });
    expect(isDone('capture', aState(), aState({}, ['heard']))).toBe(true);
    expect(isDone('capture', aState({}, ['heard']), stored)).toBe(false);
  });

  it('see evidence, links and findings that came, not those that went', () => {
    const finding = aState({ findings: [aRecord('finding', 'f', { number: 'F-001', grade: 'minor' })] });
    expect(isDone('finding', aState(), finding)).toBe(true);
    expect(isDone('finding', finding, aState())).toBe(false);
    const linked = aState({
      links: [aRecord('link', 'l', { evidence: 'e', noun: 'checklistItem', target: 'one' })],
    });
    expect(isDone('evidence', aState(), linked)).toBe(true);
  });
});

describe('the place of the tour', () => {
  it('is the offer where something else was kept', () => {
    expect([3, lastPlace].map(readPlace)).toEqual([3, lastPlace]);
    expect([undefined, 'two', -1, 2.5, lastPlace + 1].map(readPlace)).toEqual([0, 0, 0, 0, 0]);
  });

  it('is the sample audit, which says so in its name', () => {
    expect(isSampleOrganization(sample.organization.name)).toBe(true);
    expect(isSampleOrganization('Brackenfjord Mutual')).toBe(false);
  });
});

describe('the card', () => {
  const size = { width: 300, height: 150 };

  it('stands on the page whatever it points at', () => {
    const box = fc.record({
      left: fc.integer({ min: -500, max: 2_000 }),
      top: fc.integer({ min: -500, max: 2_000 }),
      width: fc.integer({ min: 1, max: 1_400 }),
      height: fc.integer({ min: 1, max: 900 }),
    });
    const window = fc.record({
      width: fc.integer({ min: 340, max: 2_000 }),
      height: fc.integer({ min: 220, max: 1_200 }),
    });
    fc.assert(
      fc.property(window, fc.option(box, { nil: undefined }), (page, target) => {
        const { left, top } = placeCard(size, page, target);
        expect(left).toBeGreaterThanOrEqual(0);
        expect(top).toBeGreaterThanOrEqual(0);
        expect(left + size.width).toBeLessThanOrEqual(page.width);
        expect(top + size.height).toBeLessThanOrEqual(page.height);
      }),
    );
  });

  it('does not cover a control that leaves room beside it', () => {
    const page = { width: 1366, height: 768 };
    for (const target of [
      { left: 500, top: 200, width: 400, height: 60 },
      { left: 1000, top: 80, width: 120, height: 30 },
      { left: 190, top: 730, width: 1000, height: 38 },
    ]) {
      const { left, top } = placeCard(size, page, target);
      const isApart =
        left >= target.left + target.width ||
        left + size.width <= target.left ||
        top >= target.top + target.height ||
        top + size.height <= target.top;
      expect(isApart).toBe(true);
    }
  });
});
