import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { aFolder, anEngine } from '../support/workspace.ts';
import { describeContract } from './suite.ts';

describeContract('a direct call', async () => {
  const engine = await anEngine();
  return {
    transport: engine.call,
    upload(name, content) {
      const file = path.join(aFolder(), name);
      writeFileSync(file, content);
      return Promise.resolve({ path: file });
    },
  };
});

it('refuses calls once the engine is closing', async () => {
  const engine = await anEngine();
  await engine.close();
  expect(await engine.call('audits.list', {})).toMatchObject({ ok: false, error: { code: 'unavailable' } });
});
