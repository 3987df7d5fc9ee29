import { describe, expect, it, vi } from 'vitest';
import { describeAdded } from '../../renderer/features/evidence/describe-added.ts';
import {
  createIntake,
  type IntakeBatch,
  type IntakeParts,
  mostFiles,
  titleOfFile,
} from '../../renderer/features/evidence/intake-store.ts';
import type { Output } from '../../shared/contract/contract.ts';
import { AppError } from '../../shared/errors.ts';
import { aRecord } from '../support/open-audit.ts';

const noRefusal = () => undefined;
const aFile = (name: string, content = 'content') => new File([content], name);
const added = (batch: IntakeBatch): Output<'evidence.add'> =>
  batch.ids.map((id, place) => ({ ...aRecord('evidence', id, { number: `E-00${place + 1}` }), name: 'a file' }));

function anIntake(parts: Partial<IntakeParts> = {}) {
  const register = vi.fn<IntakeParts['register']>(async (batch) => added(batch));
  const intake = createIntake({
    stage: async (file) => ({ staging: `staged ${file.name}` }),
    register,
    cancelJob: async () => undefined,
    discard: async () => undefined,
    hash: async (file) => `hash of ${file.name}`,
    maximumFileSize: 1_000,
    ...parts,
  });
  return { intake, register, state: () => intake.store.getState() };
}

describe('the intake of evidence', () => {
  it('sends every file and registers all of them at once', async () => {
    const { intake, register, state } = anIntake();
    intake.addFiles([aFile('Access_log 2026.txt'), aFile('b.png')]);
    intake.retitle(state().files[1]?.id ?? '', 'The board room');
    intake.describe({ place: 'Ellmouth', kind: 'photo' });
    const ids = state().files.map(({ id }) => id);
    expect(await intake.start()).toHaveLength(2);
    expect(register).toHaveBeenCalledTimes(1);
    const [batch] = register.mock.calls[0] ?? [];
    expect(batch).toMatchObject({
      files: [{ staging: 'staged Access_log 2026.txt' }, { staging: 'staged b.png' }],
      ids,
      fields: { place: 'Ellmouth', kind: 'photo', method: 'examine', confidentiality: 'confidential' },
    });
    expect(batch?.titles).toEqual(['', 'The board room']);
  });

  it('leaves the kind to the type of the file unless somebody says it', async () => {
    const { intake, register } = anIntake();
    intake.addFiles([aFile('a.txt')]);
    await intake.start();
    expect(register.mock.calls[0]?.[0].fields).not.toHaveProperty('kind');
  });

  it('says at once which files cannot be taken in, and adds the others', async () => {
    const { intake, register, state } = anIntake();
    const folder = aFile('folder');
    folder.slice = () => ({ arrayBuffer: () => Promise.reject(new Error('is a directory')) }) as unknown as Blob;
    intake.addFiles([aFile('good.txt'), folder, aFile('empty.txt', ''), aFile('big.txt', 'x'.repeat(1_001))]);
    const refusals = () => state().files.map(({ refusal }) => refusal);
    await vi.waitFor(() => expect(refusals().filter(Boolean)).toHaveLength(3));
    expect(refusals()).toEqual([
      undefined,
      expect.stringContaining('folder is a folder or can no longer be read'),
      'empty.txt is empty and cannot be evidence.',
      expect.stringContaining('big.txt is larger than'),
    ]);
    expect(await intake.start()).toHaveLength(1);
    expect(register.mock.calls[0]?.[0].files).toEqual([{ staging: 'staged good.txt' }]);
  });

  it('adds none where one turns out bad on its way, and goes on without it when asked again', async () => {
    const { intake, register, state } = anIntake({
      stage: async (file) => {
        if (file.name === 'bad.bin') throw new AppError('refused', 'bad.bin is not welcome.');
        return { staging: file.name };
      },
    });
    intake.addFiles([aFile('good.txt'), aFile('bad.bin')]);
    expect(await intake.start()).toBeUndefined();
    expect(register).not.toHaveBeenCalled();
    expect(state().files.map(({ refusal }) => refusal)).toEqual([undefined, 'bad.bin is not welcome.']);
    expect(await intake.start()).toHaveLength(1);
    expect(register.mock.calls[0]?.[0].files).toEqual([{ staging: 'good.txt' }]);
  });

  it('refuses a file that has gone since it was chosen', async () => {
    const gone = aFile('gone.txt');
    const { intake, state } = anIntake({
      stage: () => {
        gone.slice = () => ({ arrayBuffer: () => Promise.reject(new Error('gone')) }) as unknown as Blob;
        return Promise.reject(new AppError('unavailable', 'It did not reach Plumbline.'));
      },
    });
    intake.addFiles([gone]);
    expect(await intake.start()).toBeUndefined();
    expect(state().failure).toBeUndefined();
    expect(state().files[0]?.refusal).toContain('can no longer be read');
  });

  it('sends all again after the engine was started anew in between', async () => {
    const stage = vi.fn<IntakeParts['stage']>(async (file) => ({ staging: file.name }));
    const register = vi
      .fn<IntakeParts['register']>()
      .mockRejectedValueOnce(new AppError('not-found', 'This upload is no longer there.', { staging: 'b.txt' }))
      .mockImplementation(async (batch) => added(batch));
    const { intake, state } = anIntake({ stage, register });
    intake.addFiles([aFile('a.txt'), aFile('b.txt')]);
    expect(await intake.start()).toBeUndefined();
    expect(state().failure).toBe('This upload is no longer there. None of the files was added.');
    expect(await intake.start()).toHaveLength(2);
    expect(stage).toHaveBeenCalledTimes(4);
  });

  it('marks the file that the engine names', async () => {
    const register = vi
      .fn<IntakeParts['register']>()
      .mockRejectedValueOnce(new AppError('unsupported-file', 'b.txt is not a regular file and was not taken in.'));
    const { intake, state } = anIntake({ register });
    intake.addFiles([aFile('a.txt'), aFile('b.txt')]);
    expect(await intake.start()).toBeUndefined();
    expect(state()).toMatchObject({ phase: 'choosing', failure: undefined });
    expect(state().files.map(({ refusal }) => refusal)).toEqual([undefined, expect.stringContaining('b.txt is not')]);
  });

  it('lets go of what was sent when it is left, and of what is taken out', async () => {
    const discard = vi.fn<IntakeParts['discard']>(async () => undefined);
    const { intake, state } = anIntake({
      discard,
      register: () => Promise.reject(new AppError('cancelled', 'Cancelled.')),
      stage: async (file) => {
        if (file.name === 'c.txt') throw new AppError('refused', 'No.');
        return { staging: file.name };
      },
    });
    intake.addFiles([aFile('a.txt'), aFile('b.txt'), aFile('c.txt')]);
    await intake.start();
    intake.takeOut(state().files[0]?.id ?? '');
    intake.leave();
    expect(discard.mock.calls).toEqual([[['a.txt']], [['b.txt']]]);
  });

  it('takes no more than one call may bring, and says what is left out', () => {
    const { intake, state } = anIntake();
    const many = Array.from({ length: mostFiles + 3 }, (_, place) => aFile(`${place}.txt`));
    intake.addFiles(many, [{ name: 'Folder', sentence: 'Too much.' }]);
    expect(state().files).toHaveLength(mostFiles);
    expect(state().left.map(({ name }) => name)).toEqual(['Folder', '3 files more']);
  });

  it('says what went wrong with the whole', async () => {
    const { intake, state } = anIntake({
      register: () => Promise.reject(new AppError('disk-full', 'The disk is full.')),
    });
    intake.addFiles([aFile('a.txt')]);
    expect(await intake.start()).toBeUndefined();
    expect(state().failure).toBe('The disk is full. None of the files was added.');
    expect(state().files).toHaveLength(1);
  });

  it('can be stopped while files are sent, and while they are taken in', async () => {
    const { intake, state } = anIntake({
      stage: (_, { signal }) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => reject(new AppError('cancelled', 'Cancelled.')));
        }),
    });
    intake.addFiles([aFile('a.txt')]);
    const sending = intake.start();
    await vi.waitFor(() => expect(state().phase).toBe('sending'));
    await new Promise((resolve) => setTimeout(resolve, 20));
    intake.stop();
    expect(await sending).toBeUndefined();
    expect(state()).toMatchObject({ phase: 'choosing', failure: expect.stringContaining('None of the files') });

    let refuse: (error: unknown) => void = noRefusal;
    const cancelJob = vi.fn<IntakeParts['cancelJob']>(async () => refuse(new AppError('cancelled', 'Cancelled.')));
    const second = anIntake({ register: () => new Promise((_resolve, reject) => (refuse = reject)), cancelJob });
    second.intake.addFiles([aFile('a.txt')]);
    const storing = second.intake.start();
    await vi.waitFor(() => expect(second.state().phase).toBe('storing'));
    second.intake.stop();
    expect(await storing).toBeUndefined();
    expect(cancelJob).toHaveBeenCalledTimes(1);
    expect(second.state().failure).toContain('None of the files');
  });

  it('takes the same file once and lets one be taken out', () => {
    const { intake, state } = anIntake();
    const file = aFile('a.txt');
    intake.addFiles([file]);
    intake.addFiles([file, aFile('b.txt')]);
    expect(state().files.map(({ file: { name } }) => name)).toEqual(['a.txt', 'b.txt']);
    intake.takeOut(state().files[0]?.id ?? '');
    expect(state().files.map(({ file: { name } }) => name)).toEqual(['b.txt']);
  });
});

const piece = (number: string, duplicateOf?: string) => ({
  ...aRecord('evidence', number, { number }),
  name: number,
  ...(duplicateOf === undefined ? {} : { duplicateOf }),
});

describe('the words of the intake', () => {
  it('makes titles from names', () => {
    expect(titleOfFile('Access_log 2026.tar.gz')).toBe('Access log 2026.tar');
    expect(titleOfFile('.gitignore')).toBe('.gitignore');
  });

  it('says what was added and what was here before', () => {
    expect(describeAdded([piece('E-003')])).toBe('Added as E-003.');
    expect(describeAdded([piece('E-003'), piece('E-004', 'E-001')])).toBe(
      '2 files added: E-003 to E-004. E-004 has the same content as E-001.',
    );
    expect(describeAdded([piece('E-003', 'E-001'), piece('E-004', 'E-001')])).toContain('2 of them');
  });
});
