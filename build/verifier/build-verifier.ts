// node build/verifier/build-verifier.ts: makes the two programs in assets/verifier that check a sealed file without
// Plumbline, a page and a script, both from the rules in shared/proof. What they check is left readable on purpose.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build, type Rolldown } from 'vite';

const project = path.resolve(import.meta.dirname, '..', '..');
const source = (name: string) => path.join(import.meta.dirname, name);
const read = (file: string) => readFileSync(file, 'utf8');

async function bundle(entry: string, platform: 'browser' | 'node'): Promise<string> {
  const made = (await build({
    configFile: false,
    root: project,
    publicDir: false,
    logLevel: 'warn',
    ...(platform === 'node' ? { ssr: { noExternal: true } } : {}),
    build: {
      write: false,
      ssr: platform === 'node',
      target: platform === 'node' ? 'node22' : 'es2022',
      minify: false,
      modulePreload: false,
      rolldownOptions: {
        input: source(entry),
        output: { format: platform === 'node' ? 'es' : 'iife', codeSplitting: false },
      },
    },
  })) as Rolldown.RolldownOutput;
  const [chunk] = made.output;
  return chunk.code.replaceAll(/^\/\/#(end)?region.*\n/gm, '');
}

/** The custom properties of the product that the page uses, light and dark, with those that they refer to. */
function tokens(styles: string): string {
  const all = read(path.join(project, 'renderer/styles/tokens.css'));
  const blockAfter = (selector: string) => {
    const from = all.indexOf('{', all.indexOf(selector)) + 1;
    const found = all.slice(from, all.indexOf('\n}', from)).matchAll(/^\s*(--[\w-]+):\s*([^;]+);/gm);
    return new Map(
      [...found].map(([, name = '', value = '']): [string, string] => [name, value.replaceAll(/\s+/g, ' ')]),
    );
  };
  const [light, dark] = [blockAfter(':root'), blockAfter('[data-mantine-color-scheme="dark"]')];
  const used = new Set<string>();
  const use = (text: string): void => {
    for (const [, name = ''] of text.matchAll(/var\((--[\w-]+)\)/g)) {
      if (used.has(name)) continue;
      used.add(name);
      use(light.get(name) ?? '');
    }
  };
  use(styles);
  const write = (values: ReadonlyMap<string, string>) =>
    [...values].flatMap(([name, value]) => (used.has(name) ? [`${name}:${value}`] : [])).join(';');
  return `:root{${write(light)}}@media (prefers-color-scheme:dark){:root{${write(dark)}}}`;
}

const sourceHash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** The page, with a policy that lets in nothing but its own script and style. */
async function makePage(): Promise<string> {
  const css = read(source('page.css'));
  const styles = `${tokens(css)}\n${css}`;
  // A script that stands in a page may not contain its own end.
  const script = `\n${(await bundle('page.ts', 'browser')).replaceAll('</script', '<\\/script')}`;
  const policy = `default-src 'none'; script-src ${sourceHash(script)}; style-src ${sourceHash(styles)}; base-uri 'none'; form-action 'none'`;
  const parts: Record<string, string> = { policy, styles, script };
  return read(source('page.html')).replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => parts[name] ?? '');
}

/** Both programs, by the names of their files. */
export async function makeVerifiers(): Promise<Record<string, string>> {
  return {
    'plumbline-verify.html': await makePage(),
    'plumbline-verify.mjs': await bundle('script.ts', 'node'),
  };
}

if (process.argv[1] === import.meta.filename) {
  const folder = path.join(project, 'assets', 'verifier');
  mkdirSync(folder, { recursive: true });
  for (const [name, content] of Object.entries(await makeVerifiers())) writeFileSync(path.join(folder, name), content);
}
