import { describe, expect, it } from 'vitest';
import { commandNames } from '../../renderer/api/commands.ts';
import { sheetGroups } from '../../renderer/app/key-sheet.tsx';
import { keyTable } from '../../renderer/app/keys.ts';
import {
  findCommands,
  findElsewhere,
  findPasted,
  findPlaces,
  findRecords,
} from '../../renderer/app/palette-entries.ts';
import { aRecord, anOpenAudit, smallCatalogue } from '../support/open-audit.ts';

const always = () => true;
const never = () => false;

const state = {
  open: anOpenAudit({
    findings: [
      aRecord('finding', 'f', { number: 'F-003', grade: 'minor', requirement: 'Roles are named', nature: 'No owner' }),
    ],
    evidence: [aRecord('evidence', 'e', { number: 'E-012', title: 'Model card' })],
    notes: [aRecord('note', 'n', { text: 'the owner left in May', at: '2026-01-01T10:00:00+00:00' })],
  }),
  catalogue: smallCatalogue,
  save: { kind: 'saved' as const, at: undefined },
  engineAway: undefined,
  conflicts: [],
  refusals: [],
  waitingLines: [],
  draft: '',
  undoable: [],
  redoable: [],
};

describe('the palette', () => {
  it('reaches every command of the key table by its words', () => {
    for (const name of commandNames) {
      const { about } = keyTable[name];
      const found = [...findPlaces(about, always, []), ...findCommands(about, always, [])];
      expect(
        found.map(({ command }) => command),
        about,
      ).toContain(name);
    }
  });

  it('offers small steps only by words, and what was chosen lately first', () => {
    const offered = findCommands('', always, ['app.redo', 'app.undo']).map(({ command }) => command);
    expect(offered.slice(0, 2)).toEqual(['app.redo', 'app.undo']);
    expect(offered).not.toContain('list.next');
  });

  it('leads to the room of a command that nobody does here, without doing it', () => {
    const [entry] = findElsewhere('import a statement', never, (group) =>
      group === 'Applicability' ? '/there' : undefined,
    );
    expect(entry).toMatchObject({ address: '/there', hint: 'in Applicability', keys: 'i' });
    expect(entry).not.toHaveProperty('command');
    expect(findElsewhere('import a statement', always, () => '/there')).toEqual([]);
  });

  it('finds records by number and by words', () => {
    expect(findRecords('f-003', state).map(({ address }) => address)).toEqual(['/a/2026-001/findings/f']);
    expect(findRecords('012', state).map(({ address }) => address)).toEqual(['/a/2026-001/evidence/e']);
    expect(findRecords('left may', state).map(({ address }) => address)).toEqual(['/a/2026-001/notes/n']);
    expect(findRecords('', state)).toEqual([]);
  });

  it('opens a link that was pasted', () => {
    expect(findPasted('http://127.0.0.1:4000/#/a/2026-001/findings/F-003')).toMatchObject([
      { address: '/a/2026-001/findings/F-003' },
    ]);
    expect(findPasted('#8.4 @person')).toEqual([]);
    expect(findPasted('x#/%E0%A4%A')).toEqual([]);
  });
});

describe('the key sheet', () => {
  it('has every command once, those of the room first', () => {
    const groups = sheetGroups('Report');
    expect(groups[0]?.[0]).toBe('Report');
    expect(groups.flatMap(([, rows]) => rows.map(([name]) => name)).toSorted()).toEqual([...commandNames].toSorted());
  });
});
