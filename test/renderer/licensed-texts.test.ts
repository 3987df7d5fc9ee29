import { describe, expect, it, vi } from 'vitest';
import { createLicensedTexts } from '../../renderer/api/licensed-texts.ts';
import { longestLicensedText } from '../../shared/contract/licensed-texts.ts';
import type { ErrorCode } from '../../shared/errors.ts';
import { createApi } from '../../shared/rpc/client.ts';
import { anEngine } from '../support/workspace.ts';

async function aSlot() {
  // What is kept is kept for every workspace of the user: each test has an edition of its own.
  const edition = { standard: 'Invented standard', edition: crypto.randomUUID() };
  const engine = await anEngine();
  const line: { trouble: ErrorCode | undefined; calls: string[] } = { trouble: undefined, calls: [] };
  const api = createApi(async (method, input) => {
    line.calls.push(method);
    if (line.trouble) return { ok: false, error: { code: line.trouble, message: `No: ${line.trouble}.` } };
    return engine.call(method, input);
  });
  const texts = createLicensedTexts(api, edition.standard, edition.edition);
  const stored = () => engine.api.call('licensedTexts.read', edition);
  return { texts, line, stored, state: () => texts.store.getState() };
}

describe('licensed texts on the page', () => {
  it('are read once, shown while they are typed, and kept a moment later or when the field is left', async () => {
    const { texts, line, stored, state } = await aSlot();
    await Promise.all([texts.read(), texts.read()]);
    await texts.read();
    expect(line.calls).toEqual(['licensedTexts.read']);
    texts.type('8.4', 'Words');
    expect(state()).toMatchObject({ texts: { '8.4': 'Words' }, isWaiting: true });
    await vi.waitFor(async () => expect((await stored()).texts).toEqual({ '8.4': 'Words' }), 3_000);
    texts.type('9.1', 'Other words');
    texts.typeHolder('Ada');
    await texts.keep();
    expect(state()).toMatchObject({ isWaiting: false, failure: undefined });
    expect(await stored()).toEqual({ holder: 'Ada', texts: { '8.4': 'Words', '9.1': 'Other words' } });
  });

  it('stay on the page where they cannot be kept, which is said, and are kept later', async () => {
    const { texts, line, stored, state } = await aSlot();
    await texts.read();
    line.trouble = 'disk-full';
    texts.type('8.4', 'Words');
    await texts.keep();
    expect(state()).toMatchObject({ texts: { '8.4': 'Words' }, isWaiting: true, failure: 'No: disk-full.' });
    line.trouble = undefined;
    await texts.keep();
    expect(state()).toMatchObject({ isWaiting: false, failure: undefined });
    expect((await stored()).texts).toEqual({ '8.4': 'Words' });
  });

  it('are not cut where they are too long, and the others are kept', async () => {
    const { texts, stored, state } = await aSlot();
    await texts.read();
    texts.type('8.4', 'x'.repeat(longestLicensedText + 3));
    texts.type('9.1', 'Words');
    await texts.keep();
    expect(state().texts['8.4']).toHaveLength(longestLicensedText + 3);
    expect(state().isWaiting).toBe(true);
    expect((await stored()).texts).toEqual({ '9.1': 'Words' });
  });

  it('are read again where that failed', async () => {
    const { texts, line, state } = await aSlot();
    line.trouble = 'damaged';
    await texts.read();
    expect(state()).toMatchObject({ isRead: false, failure: 'No: damaged.' });
    line.trouble = undefined;
    await texts.read();
    expect(state()).toMatchObject({ isRead: true, failure: undefined });
  });
});
