import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { readSettings, writeSettings } from '../../electron/core/settings.ts';
import type { EngineEvent } from '../../shared/contract/events.ts';
import { aFolder, anEngine } from '../support/workspace.ts';

it('starts with what is understood of a settings file, whatever else stands in it', () => {
  const folder = aFolder();
  const file = path.join(folder, 'settings.json');
  const started = (content: string) => {
    writeFileSync(file, content);
    return readSettings(folder);
  };
  const plain = readSettings(folder);
  for (const content of ['', '{', 'null', '[]', '7', '"text"', '{"theme": {}}', '{"__proto__": {"name": "x"}}'])
    expect(started(content)).toEqual(plain);
  expect(started('{"name": "Ada", "theme": "purple", "textSize": "large", "later": 1}')).toEqual({
    ...plain,
    name: 'Ada',
    textSize: 'large',
  });
  writeSettings(folder, { role: 'Lead auditor' });
  expect(readSettings(folder)).toMatchObject({ name: 'Ada', role: 'Lead auditor', theme: 'system' });
});

it('starts where the settings are a folder', () => {
  const folder = aFolder();
  mkdirSync(path.join(folder, 'settings.json'));
  expect(readSettings(folder).theme).toBe('system');
});

it('tells every page what was changed, and the history what this computer is called', async () => {
  const engine = await anEngine();
  const { api } = engine;
  const heard: EngineEvent[] = [];
  engine.subscribe((event) => heard.push(event));
  await api.call('settings.write', { textSize: 'largest', deviceName: 'Meeting room' });
  expect(heard).toMatchObject([{ type: 'settings', settings: { textSize: 'largest', deviceName: 'Meeting room' } }]);
  const { ref } = await api.call('audits.create', { title: 'T', type: 'internal', organization: 'O' });
  const { steps } = await api.call('changes.steps', { audit: ref });
  expect(steps[0]?.deviceName).toBe('Meeting room');
});
