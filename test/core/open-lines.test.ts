import { describe, expect, it } from 'vitest';
import { anAudit, anEngine } from '../support/workspace.ts';

describe('a line of the notes that says what is to do', () => {
  it('is an open point until it is corrected or became something', async () => {
    const { api } = await anEngine();
    const { id: audit } = await anAudit(api, ['Q-8.4-01']);
    const add = (text: string, corrects?: string) =>
      api.call('notes.add', { audit, text, ...(corrects === undefined ? {} : { corrects }) });
    const open = async () =>
      (await api.call('reports.check', { audit })).warnings
        .filter(({ record }) => record.startsWith('Line'))
        .map(({ message }) => message);
    await add('Roles are named. !strength');
    const todo = await add('Ask for CHG-102 #8.4 !todo');
    const question = await add('Who may stop it? !question');
    expect(await open()).toEqual([
      'Line 2 of the notes is still to do: “Ask for CHG-102”',
      'Line 3 of the notes is a question that is still open: “Who may stop it?”',
    ]);
    const correction = await add('Asked; it was never made. Look at CHG-105, too !todo', todo.id);
    expect(await open()).toEqual([
      'Line 3 of the notes is a question that is still open: “Who may stop it?”',
      'Line 4 of the notes is still to do: “Asked; it was never made. Look at CHG-105, too”',
    ]);
    await api.call('notes.toEvidence', { audit, notes: [question.id] });
    await api.call('findings.create', { audit, fields: { grade: 'minor' }, notes: [correction.id] });
    expect(await open()).toEqual([]);
  });
});
