import { describe, expect, it, vi } from 'vitest';
import { createExporter, type ExportParts } from '../../renderer/api/exporter.ts';
import { groupPoints } from '../../renderer/api/open-points.ts';
import type { ExportedFile } from '../../renderer/api/last-export.ts';
import { texts } from '../../renderer/features/report/texts.ts';
import type { Wanted } from '../../renderer/features/report/use-exporter.ts';
import { AppError } from '../../shared/errors.ts';

const noRefusal = () => undefined;
const warning = (record: string, message: string) => ({ record, message });

describe('the open points', () => {
  it('stand where they can be dealt with, each once', () => {
    const grouped = groupPoints(
      [
        warning('E-002', 'E-002 is not used.'),
        warning('8.4', '8.4: one question has no verdict yet.'),
        warning('A.7.2', 'A.7.2 is excluded without a justification.'),
        warning('A.7.2', 'A.7.2 is excluded without a justification.'),
        warning('F-001', 'F-001 names no requirement.'),
        warning('Q-8.4-01', 'Refers to E-044, which does not exist.'),
        warning('Line 2', 'Line 2 of the notes is still to do: “ask”'),
        warning('SoA', 'The version is not recorded.'),
        warning('Conclusions', 'Not accepted.'),
        warning('Team', 'No lead auditor.'),
      ],
      {
        requirements: new Set(['8.4', 'A.7.2']),
        items: new Map([['Q-8.4-01', 'item-1']]),
        lines: new Map([['Line 2', 'note-2']]),
      },
    );
    expect(grouped.map(({ place, points }) => [place, points.map(({ record }) => record)])).toEqual([
      ['findings', ['F-001']],
      ['checklist', ['8.4', 'item-1']],
      ['applicability', ['A.7.2', undefined]],
      ['evidence', ['E-002']],
      ['notes', ['note-2']],
      ['conclusions', [undefined]],
      ['audit', [undefined]],
    ]);
    expect(grouped[1]?.points[1]?.message).toBe('Q-8.4-01: Refers to E-044, which does not exist.');
  });
});

describe('an export', () => {
  const file = { path: '/w/a.docx', name: 'a.docx', kind: 'word' as const, sha256: 'ab', size: 1 };
  const kept = { ...file, at: '2026-10-13T12:00:00+02:00', remarks: [], head: null };
  type Parts = ExportParts<Wanted, ExportedFile>;
  function anExporter(parts: Partial<Parts> = {}) {
    const exporter = createExporter<Wanted, ExportedFile>({
      flush: async () => true,
      make: async () => [kept],
      cancel: async () => undefined,
      files: [],
      words: texts,
      ...parts,
    });
    return { exporter, state: () => exporter.store.getState() };
  }

  it('stores what was typed first, then keeps what it made', async () => {
    const order: string[] = [];
    const { exporter, state } = anExporter({
      flush: async () => order.push('flush') > 0,
      make: async () => {
        order.push('make');
        return [kept];
      },
    });
    await exporter.start({ word: true, excel: false, pdf: false, licensedTexts: false });
    expect(order).toEqual(['flush', 'make']);
    expect(state()).toMatchObject({ isRunning: false, failure: undefined, files: [kept] });
  });

  it('makes nothing while something is not saved', async () => {
    const make = vi.fn<Parts['make']>();
    const { exporter, state } = anExporter({ flush: async () => false, make });
    await exporter.start({ word: true, excel: true, pdf: false, licensedTexts: false });
    expect(make).not.toHaveBeenCalled();
    expect(state().failure).toContain('not saved yet');
  });

  it('shows progress of its own job, can be cancelled, and says so', async () => {
    let refuse: (error: unknown) => void = noRefusal;
    let job = '';
    const { exporter, state } = anExporter({
      make: (_, name) => {
        job = name;
        return new Promise((_resolve, reject) => (refuse = reject));
      },
      cancel: async () => refuse(new AppError('cancelled', 'Cancelled.')),
      files: [kept],
    });
    const running = exporter.start({ word: true, excel: false, pdf: false, licensedTexts: false });
    await vi.waitFor(() => expect(job).not.toBe(''));
    exporter.noteProgress('another', 1, 2, 'Elsewhere');
    expect(state()).toMatchObject({ isRunning: true, total: 0 });
    exporter.noteProgress(job, 3, 10, 'Drawing photos');
    expect(state()).toMatchObject({ done: 3, total: 10, label: 'Drawing photos' });
    exporter.cancel();
    await running;
    expect(state()).toMatchObject({ isRunning: false, files: [kept] });
    expect(state().failure).toContain('Cancelled');
  });

  it('says what failed and what is safe', async () => {
    const { exporter, state } = anExporter({
      make: () => Promise.reject(new AppError('disk-full', 'The disk is full.')),
    });
    await exporter.start({ word: false, excel: true, pdf: false, licensedTexts: false });
    expect(state().failure).toBe('The disk is full. No file was made; what was exported before is still there.');
  });
});
