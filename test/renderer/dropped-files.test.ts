import { describe, expect, it } from 'vitest';
import { mostDropped, walkEntries } from '../../renderer/ui/dropped-files.ts';

const file = (name: string): FileSystemEntry =>
  ({
    isFile: true,
    isDirectory: false,
    name,
    file: (done: (file: File) => void) => done(new File(['x'], name)),
  }) as unknown as FileSystemEntry;

/** A folder that gives its entries a hundred at a time, as browsers do. */
const folder = (name: string, entries: readonly FileSystemEntry[]): FileSystemEntry =>
  ({
    isFile: false,
    isDirectory: true,
    name,
    createReader() {
      let from = 0;
      return {
        readEntries(done: (some: FileSystemEntry[]) => void) {
          const some = entries.slice(from, from + 100);
          from += some.length;
          done(some);
        },
      };
    },
  }) as unknown as FileSystemEntry;

const unreadable = (name: string): FileSystemEntry =>
  ({
    isFile: true,
    isDirectory: false,
    name,
    file: (_: unknown, fail: (error: Error) => void) => fail(new Error('gone')),
  }) as unknown as FileSystemEntry;

const names = (files: readonly File[]) => files.map(({ name }) => name);

describe('dropped files and folders', () => {
  it('brings the files of folders, however many there are at a time', async () => {
    const many = Array.from({ length: 250 }, (_, place) => file(`${place}.txt`));
    const { files, left } = await walkEntries([file('a.txt'), folder('f', [folder('g', many), file('.DS_Store')])]);
    expect(names(files)).toEqual(['a.txt', ...many.map(({ name }) => name)]);
    expect(left).toEqual([]);
  });

  it('leaves out what is too much, too deep or unreadable, by name, and brings the rest', async () => {
    const tooMany = folder(
      'all',
      Array.from({ length: mostDropped + 1 }, (_, place) => file(`${place}`)),
    );
    let deep = folder('inner', [file('x')]);
    for (let depth = 0; depth < 20; depth += 1) deep = folder(`deep ${depth}`, [deep]);
    const { files, left } = await walkEntries([tooMany, deep, unreadable('gone.txt'), file('good.txt')]);
    expect(names(files)).toEqual(['good.txt']);
    expect(left.map(({ reason }) => reason)).toEqual(['too-many', 'too-deep', 'unreadable']);
  });
});
