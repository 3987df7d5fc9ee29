import { describe, expect, it, vi } from 'vitest';
import { describeAdded } from '../../renderer/features/evidence/describe-added.ts';
import {
  createIntake,
  type IntakeBatch,
  type IntakeParts,
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
    expect(await intake.start()).toHaveLength(2);
    expect(register).toHaveBeenCalledTimes(1);
    const [batch] = register.mock.calls[0] ?? [];
    expect(batch).toMatchObject({
      files: [{ staging: 'staged Access_log 2026.txt' }, { staging: 'staged b.png' }],
      ids: state().files.map(({ id }) => id),
      fields: { place: 'Ellmouth', kind: 'photo', method: 'examine', confidentiality: 'confidential' },
    });
    expect([...(batch?.titles.values() ?? [])]).toEqual(['The board room']);
  });

  it('leaves the kind to the type of the file unless somebody says it', async () => {
    const { intake, register } = anIntake();
    intake.addFiles([aFile('a.txt')]);
    await intake.start();
    expect(register.mock.calls[0]?.[0].fields).not.toHaveProperty('kind');
  });

  it('names every refused file, adds none, and goes on without them', async () => {
    const { intake, register, state } = anIntake({
      stage: async (file) => {
        if (file.name === 'bad.bin') throw new AppError('refused', 'bad.bin is not welcome.');
        return { staging: file.name };
      },
    });
    intake.addFiles([aFile('good.txt'), aFile('bad.bin'), aFile('empty.txt', ''), aFile('big.txt', 'x'.repeat(1_001))]);
    expect(await intake.start()).toBeUndefined();
    expect(register).not.toHaveBeenCalled();
    expect(state().files.map(({ refusal }) => refusal)).toEqual([
      undefined,
      'bad.bin is not welcome.',
      'empty.txt is empty and cannot be evidence.',
      expect.stringContaining('big.txt is larger than'),
    ]);
    expect(await intake.startWithoutRefused()).toHaveLength(1);
    expect(register.mock.calls[0]?.[0].files).toEqual([{ staging: 'good.txt' }]);
  });

  it('marks the file that the engine names, keeps the list, and sends all again', async () => {
    const stage = vi.fn<IntakeParts['stage']>(async (file) => ({ staging: file.name }));
    const register = vi
      .fn<IntakeParts['register']>()
      .mockRejectedValueOnce(new AppError('not-found', 'This upload is no longer there.', { staging: 'b.txt' }))
      .mockImplementation(async (batch) => added(batch));
    const { intake, state } = anIntake({ stage, register });
    intake.addFiles([aFile('a.txt'), aFile('b.txt')]);
    expect(await intake.start()).toBeUndefined();
    expect(state()).toMatchObject({ phase: 'choosing', failure: undefined });
    expect(state().files.map(({ refusal }) => refusal)).toEqual([undefined, 'This upload is no longer there.']);
    expect(await intake.start()).toHaveLength(2);
    expect(stage).toHaveBeenCalledTimes(4);
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
