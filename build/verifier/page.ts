// The page that checks a sealed audit file: offline, in any browser, without asking anybody.
import { type SealedCheck, checkSealed, findKnown } from '../../shared/proof/check-sealed.ts';
import { answerOfSeal, sayKnown } from '../../shared/proof/words.ts';
import { hashFile, sourceOf, webTools } from './web-tools.ts';

function find<T extends Element>(selector: string, kind: new () => T): T {
  const element = document.querySelector(selector);
  if (!(element instanceof kind)) throw new Error(`The page has no ${selector}.`);
  return element;
}

const input = find('#files', HTMLInputElement);
const place = find('#place', HTMLElement);
const progress = find('progress', HTMLProgressElement);
const result = find('#result', HTMLElement);

function make(tag: string, text: string, className = ''): HTMLElement {
  const element = document.createElement(tag);
  element.textContent = text;
  if (className !== '') element.className = className;
  return element;
}

function list(title: string, items: readonly HTMLElement[]): HTMLElement[] {
  if (items.length === 0) return [];
  const all = document.createElement('ul');
  all.append(...items);
  return [make('h2', title), all];
}

/** What is said of files that came along, such as an issued report or an original that was left out. */
async function checkOthers(others: readonly File[], check: SealedCheck): Promise<HTMLElement[]> {
  const said: HTMLElement[] = [];
  for (const file of others) {
    const known = check.manifest && findKnown(check.manifest, await hashFile(file));
    said.push(make('li', sayKnown(file.name, known, check), known && check.ok ? 'good' : 'bad'));
  }
  return said;
}

function show(check: SealedCheck, others: readonly HTMLElement[]): void {
  const { ok, headline, problems, trusts, statement } = answerOfSeal(check);
  result.dataset.state = ok ? 'unchanged' : 'changed';
  const found = problems.slice(0, 500).map(({ code, record, message }) => {
    const item = make('li', message);
    item.dataset.code = code;
    item.dataset.record = record;
    return item;
  });
  if (problems.length > found.length) found.push(make('li', `${problems.length - found.length} more.`));
  const inside = check.manifest?.entries.filter(({ kind }) => kind === 'document') ?? [];
  const out = check.manifest?.leftOut ?? [];
  const key = check.publicKey === undefined ? [] : [make('h2', 'Key that signed it'), make('code', check.publicKey)];
  result.replaceChildren(
    make('p', headline, ok ? 'headline good' : 'headline bad'),
    ...list('What was found', found),
    ...list('Files beside it', others),
    ...list(
      'What this goes by',
      trusts.map((sentence) => make('li', sentence)),
    ),
    ...key,
    ...list(
      'Issued documents in it',
      inside.map(({ of, originalName }) => make('li', `${originalName} (${of})`)),
    ),
    ...list(
      'Left out, listed by hash',
      out.map(({ of, originalName, sha256 }) => make('li', `${of}, ${originalName}: ${sha256}`)),
    ),
    make('p', statement, 'faint'),
  );
  result.focus();
}

function refuse(sentence: string): void {
  result.dataset.state = 'refused';
  result.replaceChildren(make('p', sentence, 'headline bad'));
  result.focus();
}

async function checkFiles(files: readonly File[]): Promise<void> {
  const sealed = files.find(({ name }) => name.toLowerCase().endsWith('.plumb'));
  if (!sealed) return refuse('Choose a sealed audit file: its name ends with .plumb.');
  result.dataset.state = 'working';
  progress.hidden = false;
  input.disabled = true;
  try {
    const answer = await checkSealed(sourceOf(sealed), webTools, {
      onProgress: (done, total) => {
        progress.value = done / total;
      },
    });
    show(
      answer,
      await checkOthers(
        files.filter((file) => file !== sealed),
        answer,
      ),
    );
  } catch (error) {
    refuse(`It could not be checked. ${error instanceof Error ? error.message : String(error)}`);
  } finally {
    progress.hidden = true;
    input.disabled = false;
  }
}

input.addEventListener('change', () => {
  const files = [...(input.files ?? [])];
  input.value = '';
  if (files.length > 0) void checkFiles(files);
});
for (const name of ['dragover', 'drop'] as const) {
  document.addEventListener(name, (event) => {
    event.preventDefault();
    place.classList.toggle('over', name === 'dragover');
    const files = [...(event.dataTransfer?.files ?? [])];
    if (name === 'drop' && files.length > 0 && !input.disabled) void checkFiles(files);
  });
}
document.addEventListener('dragleave', () => place.classList.remove('over'));
if (globalThis.crypto?.subtle === undefined)
  refuse('This browser offers no way to check hashes here. Open the page as a file, or use the script.');
