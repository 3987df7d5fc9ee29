import { beforeEach, describe, expect, it, vi } from 'vitest';
import { remember, rememberNow, rememberWorkspace } from '../../renderer/api/browser-memory.ts';
import {
  noteCommand,
  notePlace,
  noteRecent,
  placeIn,
  placesStore,
  recallPlaces,
} from '../../renderer/api/kept-places.ts';
import { withKept } from '../../renderer/api/room-view.ts';

const kept = new Map<string, string>();
vi.stubGlobal('localStorage', {
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, value: string) => void kept.set(key, value),
  removeItem: (key: string) => void kept.delete(key),
});

const start = (workspace: string) => {
  rememberWorkspace(workspace);
  recallPlaces();
};

beforeEach(() => {
  kept.clear();
  start('one');
});

describe('the places somebody was at', () => {
  it('are kept for each audit, beyond a reload', () => {
    notePlace({ place: 'audit', audit: '2026-001', room: 'findings', record: 'F-002' }, { id: 'a', ref: '2026-001' });
    notePlace({ place: 'audit', audit: '2026-002', room: 'plan', record: undefined }, { id: 'b', ref: '2026-002' });
    rememberNow();
    start('one');
    expect(placeIn('2026-001')).toEqual({ room: 'findings', record: 'F-002' });
    expect(placeIn('2026-002')).toEqual({ room: 'plan', record: undefined });
    expect(placeIn('2026-003')).toEqual({ room: 'checklist', record: undefined });
  });

  it('belong to a workspace: the same reference elsewhere starts anew', () => {
    notePlace({ place: 'audit', audit: '2026-001', room: 'report', record: undefined }, { id: 'a', ref: '2026-001' });
    start('two');
    expect(placeIn('2026-001').room).toBe('checklist');
    start('one');
    expect(placeIn('2026-001').room).toBe('report');
  });

  it('remember where help was asked for, not the pages of help', () => {
    notePlace({ place: 'catalogues', record: undefined }, undefined);
    notePlace({ place: 'help', record: 'plan' }, undefined);
    expect(placesStore.getState().beforeHelp).toBe('/catalogues');
  });

  it('keep what was chosen last at the front, once', () => {
    for (const address of ['/audits', '/new', '/audits']) noteRecent({ address, label: address });
    expect(placesStore.getState().recent.map(({ address }) => address)).toEqual(['/audits', '/new']);
    noteCommand('app.undo');
    noteCommand('app.keys');
    noteCommand('app.undo');
    expect(placesStore.getState().commands).toEqual(['app.undo', 'app.keys']);
  });

  it('start anew where what was kept cannot be read', () => {
    remember('places', { audits: 'nonsense' });
    rememberNow();
    start('one');
    expect(placesStore.getState().audits).toEqual([]);
    kept.set('plumbline.memory.one.places', '{"audits":');
    start('one');
    expect(placesStore.getState().audits).toEqual([]);
  });
});

describe('the view of a room', () => {
  const initial = { filter: { text: '', kinds: [] as string[] }, chosen: undefined as string | undefined, open: false };

  it('goes on as it was left', () => {
    const view = { filter: { text: 'log', kinds: ['photo'] }, chosen: 'E-004', open: true };
    expect(withKept(initial, JSON.parse(JSON.stringify(view)))).toEqual(view);
  });

  it('takes nothing that has another shape than it starts with', () => {
    expect(withKept(initial, { filter: { text: 1, kinds: [] }, open: 'yes', strange: 1 })).toEqual(initial);
    expect(withKept(initial, { filter: { text: 'log' } })).toEqual(initial);
    expect(withKept(initial, 'nonsense')).toBe(initial);
  });
});
