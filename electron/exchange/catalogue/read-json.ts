import { findInconsistencies } from '../../../shared/domain/catalogue-consistency.ts';
import { type Catalogue, catalogueSchema } from '../../../shared/domain/catalogue.ts';
import { refusal } from '../xlsx/rules.ts';
import { type Problems, quote } from './problems.ts';
import { sayIssue, valueAt } from './say-issue.ts';
import { findJsonFault } from './scan-json.ts';

/** The name under which problems with the fields of the whole catalogue are listed. */
const whole = 'catalogue';

interface Where {
  sheet: string;
  row: number | null;
  column: string;
}

/** A path as a place: `questions`, entry 12, `depth`; what lies deeper is in words, such as `slots, entry 3, title`. */
function locate(path: readonly PropertyKey[]): Where {
  const [part, entry, ...rest] = path;
  const words = (keys: readonly PropertyKey[]) =>
    keys.map((key) => (typeof key === 'number' ? `entry ${key + 1}` : String(key))).join(', ');
  if (part === undefined) return { sheet: whole, row: null, column: '' };
  const isField = ['id', 'version', 'title', 'standard'].includes(String(part));
  if (isField) return { sheet: whole, row: null, column: words(path) };
  if (typeof entry === 'number') return { sheet: String(part), row: entry + 1, column: words(rest) };
  return { sheet: String(part), row: null, column: words(path.slice(1)) };
}

const decoders = { utf8: 'utf-8', little: 'utf-16le', big: 'utf-16be' } as const;

function decode(bytes: Uint8Array, name: string): string {
  const [first, second] = bytes;
  const form = first === 0xff && second === 0xfe ? 'little' : first === 0xfe && second === 0xff ? 'big' : 'utf8';
  try {
    return new TextDecoder(decoders[form], { fatal: true }).decode(bytes);
  } catch {
    throw refusal(
      'damaged',
      `“${name}” has bytes that are no text in UTF-8. Save the catalogue as UTF-8 and try again.`,
      {
        entry: name,
      },
    );
  }
}

function parse(text: string, name: string, problems: Problems): unknown {
  const damaged = (what: string) =>
    refusal('damaged', `“${name}” is not sound JSON: ${what}. Write the catalogue again and try with that.`, {
      entry: name,
    });
  const fault = findJsonFault(text);
  if (fault?.kind === 'too-deep') throw damaged(`it is nested too deeply in line ${fault.line}`);
  try {
    const value: unknown = JSON.parse(text);
    if (fault) {
      const what = fault.kind === 'twice' ? 'stands twice in one object' : 'cannot be kept';
      problems.add(whole, null, fault.key, `The field ${quote(fault.key)} ${what}, in line ${fault.line}.`);
    }
    return value;
  } catch (error) {
    const reason = error instanceof Error ? error.message : '';
    const at = /position (\d+)/.exec(reason)?.[1];
    const line = at === undefined ? undefined : text.slice(0, Number(at)).split('\n').length;
    if (reason.includes('end of JSON')) throw damaged('it breaks off');
    if (line !== undefined) throw damaged(`it cannot be read from line ${line} on`);
    // The parser tells either the place or the text around it.
    const near = /, (?:\.\.\.)?"([^]*)"(?:\.\.\.)? is not valid JSON$/.exec(reason)?.[1];
    throw damaged(near === undefined ? 'it cannot be read' : `it cannot be read near ${quote(near)}`);
  }
}

/** Reads a catalogue from JSON. Every problem is named by the part it is in; with one, there is no catalogue. */
export function readJson(
  file: { bytes: Uint8Array; name: string },
  as: { id: string; version: string },
  problems: Problems,
): Catalogue | null {
  const value = parse(decode(file.bytes, file.name), file.name, problems);
  let given = value;
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    const { $schema: _schema, ...rest } = value as Record<string, unknown>;
    const missing = (field: 'id' | 'version') => rest[field] === undefined && as[field] !== '';
    given = {
      ...(missing('id') ? { id: as.id } : {}),
      ...(missing('version') ? { version: as.version } : {}),
      ...rest,
    };
  }
  const add = (where: Where, sentence: string) => problems.add(where.sheet, where.row, where.column, sentence);
  const parsed = catalogueSchema.safeParse(given);
  for (const issue of parsed.error?.issues ?? []) {
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys) {
        const where = issue.path.length === 0 ? { sheet: whole, row: null, column: key } : locate([...issue.path, key]);
        add(where, `There is no field ${quote(key)} here.`);
      }
    } else add(locate(issue.path), sayIssue(issue, valueAt(given, issue.path)));
  }
  if (!parsed.success) return null;
  for (const { path, message } of findInconsistencies(parsed.data)) add(locate(path), message);
  return problems.isEmpty ? parsed.data : null;
}
