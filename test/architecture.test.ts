import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '..');

/** Which folders each folder may import from. The drawing in the README is this table. */
const mayImport: Record<string, string[]> = {
  'shared/errors.ts': [],
  'shared/domain': ['shared/errors.ts'],
  'shared/proof': [],
  'shared/contract': ['shared/domain', 'shared/errors.ts'],
  'shared/rpc': ['shared/contract', 'shared/domain', 'shared/errors.ts'],
  'electron/files.ts': ['shared'],
  'electron/vault': ['electron/files.ts', 'shared'],
  'electron/store': ['shared'],
  'electron/exports': ['electron/files.ts', 'shared'],
  'electron/exchange': ['electron/exports', 'electron/files.ts', 'assets', 'shared'],
  'electron/core': [
    'electron/store',
    'electron/vault',
    'electron/exports',
    'electron/exchange',
    'electron/files.ts',
    'shared',
    'package.json',
  ],
  'electron/hosts': ['electron/files.ts', 'shared'],
  'electron/shell': ['electron/hosts', 'electron/files.ts', 'shared'],
  'electron/commands': ['electron/loopback.ts', 'shared'],
  'renderer/styles': [],
  'renderer/ui': ['renderer/styles'],
  'renderer/api': ['shared'],
  'renderer/parts': ['renderer/ui', 'renderer/api', 'renderer/styles', 'shared'],
  'renderer/features': ['renderer/parts', 'renderer/ui', 'renderer/api', 'renderer/styles', 'shared'],
  'renderer/app': ['renderer/features', 'renderer/parts', 'renderer/ui', 'renderer/api', 'renderer/styles', 'shared'],
};

/** Entry files wire everything on their side. */
const entries = ['main.ts', 'engine.ts', 'preload.ts', 'loopback.ts', 'cli.ts', 'start.ts', 'worker.ts'].map(
  (name) => `electron/${name}`,
);
entries.push('renderer/main.tsx');

/** Packages that only some folders may use. */
const packageRules: { name: RegExp; allowed: RegExp }[] = [
  { name: /^electron$/, allowed: /^electron\/(main\.ts|preload\.ts|engine\.ts|shell\/|hosts\/ipc\.ts)/ },
  { name: /^node:/, allowed: /^(electron|build|test)\// },
  { name: /^better-sqlite3$/, allowed: /^(electron\/store|test)\// },
  { name: /^(docx|exceljs|sharp)$/, allowed: /^(electron\/exports|electron\/exchange|build|test)\// },
  { name: /^(react|react-dom|@mantine|@tabler|@tanstack|zustand|wouter)/, allowed: /^(renderer|build|test)\// },
];

/** Larger than the hard limit for a stated reason. */
const forbiddenNames = /(^|[-/.])(utils?|helpers?|common|misc|manager|service|data)([-/.]|$)/;

function listSources(folder: string): string[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const file = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return ['node_modules', 'fixtures'].includes(entry.name) ? [] : listSources(file);
    return /\.(ts|tsx|cjs|mjs)$/.test(entry.name) ? [file] : [];
  });
}

const product = ['shared', 'electron', 'renderer'].flatMap(listSources);
const everything = [...product, ...['build', 'test'].flatMap(listSources)];

interface Import {
  from: string;
  to: string;
  isType: boolean;
}

function importsOf(file: string): Import[] {
  const text = readFileSync(path.join(root, file), 'utf8').replaceAll(/^\s*\/\/.*$/gm, '');
  const statements = text.matchAll(/(?:^|\n)\s*(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?['"]([^'"]+)['"]/g);
  const dynamic = text.matchAll(/import\(\s*['"]([^'"]+)['"]\s*\)/g);
  const found = [
    ...[...statements].map((match) => ({ target: match[2] ?? '', isType: match[1] !== undefined })),
    ...[...dynamic].map((match) => ({ target: match[1] ?? '', isType: false })),
  ];
  return found.map(({ target, isType }) => ({
    from: file,
    to: target.startsWith('.') ? path.posix.normalize(path.posix.join(path.posix.dirname(file), target)) : target,
    isType,
  }));
}

const imports = everything.flatMap(importsOf);
const isLocal = (to: string) => /^((shared|electron|renderer|build|test|assets)\/|package\.json$)/.test(to);
const layerOf = (file: string) =>
  Object.keys(mayImport).find((layer) => file === layer || file.startsWith(`${layer}/`));
const isWithin = (file: string, layer: string) => file === layer || file.startsWith(`${layer}/`);

describe('the layers', () => {
  it('put every file of the product where the drawing has a place for it', () => {
    expect(product.filter((file) => !layerOf(file) && !entries.includes(file))).toEqual([]);
  });

  it('import only what the drawing allows', () => {
    const wrong = imports.filter(({ from, to, isType }) => {
      const layer = layerOf(from);
      if (!layer || !isLocal(to) || isWithin(to, layer)) return false;
      // Hosts, shell and commands know the engine by its types only; entry files hand it in.
      if (
        isType &&
        ['electron/hosts', 'electron/shell', 'electron/commands'].includes(layer) &&
        isWithin(to, 'electron/core')
      )
        return false;
      return !(mayImport[layer] ?? []).some((allowed) => isWithin(to, allowed));
    });
    expect(wrong.map(({ from, to }) => `${from} imports ${to}`)).toEqual([]);
  });

  it('keep features apart from each other', () => {
    const featureOf = (file: string) => /^renderer\/features\/([^/]+)\//.exec(file)?.[1];
    const wrong = imports.filter(
      ({ from, to }) => featureOf(from) && featureOf(to) && featureOf(from) !== featureOf(to),
    );
    expect(wrong.map(({ from, to }) => `${from} imports ${to}`)).toEqual([]);
  });

  it('keep packages where they belong', () => {
    const wrong = imports.filter(({ from, to }) =>
      packageRules.some(({ name, allowed }) => name.test(to) && !allowed.test(from)),
    );
    expect(wrong.map(({ from, to }) => `${from} imports ${to}`)).toEqual([]);
    const inShared = imports.filter(({ from, to }) => from.startsWith('shared/') && !isLocal(to) && to !== 'zod');
    expect(inShared.map(({ from, to }) => `${from} imports ${to}`)).toEqual([]);
  });

  it('have no cycle among values', () => {
    const next = Map.groupBy(
      imports.filter(({ from, to, isType }) => !isType && isLocal(to) && product.includes(from)),
      ({ from }) => from,
    );
    const done = new Set<string>();
    const cycles: string[] = [];
    const visit = (file: string, trail: string[]): void => {
      if (trail.includes(file)) {
        cycles.push([...trail.slice(trail.indexOf(file)), file].join(' -> '));
        return;
      }
      if (done.has(file)) return;
      for (const { to } of next.get(file) ?? []) visit(to, [...trail, file]);
      done.add(file);
    };
    for (const file of product) visit(file, []);
    expect(cycles).toEqual([]);
  });
});

describe('the files', () => {
  it('are short enough to hold in the head', () => {
    const lines = (file: string) => readFileSync(path.join(root, file), 'utf8').split('\n').length;
    expect(everything.filter((file) => lines(file) > 400)).toEqual([]);
    const long = product.filter((file) => lines(file) > 200);
    expect(long.length / product.length, `over 200 lines: ${long.join(', ')}`).toBeLessThan(0.1);
    expect(entries.filter((file) => lines(file) > 110)).toEqual([]);
  });

  it('are named by what they are for', () => {
    expect(everything.filter((file) => forbiddenNames.test(file))).toEqual([]);
    expect(everything.filter((file) => path.basename(file) !== path.basename(file).toLowerCase())).toEqual([]);
    expect(product.filter((file) => path.basename(file).startsWith('index.ts'))).toEqual([]);
  });

  it('name no standard in code', () => {
    const naming = product.filter((file) => /42001/.test(readFileSync(path.join(root, file), 'utf8')));
    expect(naming).toEqual([]);
  });

  it('stand in the folders of the layout and nowhere else', () => {
    const top = readdirSync(root).filter(
      (name) => !name.startsWith('.') && statSync(path.join(root, name)).isDirectory(),
    );
    const allowed = [
      'assets',
      'build',
      'electron',
      'renderer',
      'shared',
      'test',
      'node_modules',
      'dist',
      'release',
      'pictures',
    ];
    expect(top.filter((name) => !allowed.includes(name))).toEqual([]);
  });

  it('carry no registry addresses in the lock', () => {
    expect(readFileSync(path.join(root, 'package-lock.json'), 'utf8')).not.toMatch(/"resolved"/);
  });
});
