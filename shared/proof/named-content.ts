// The files that a change names by their hash: evidence, and the documents of an issued version.
import type { ProvenRow } from './change-rows.ts';
import { parseShallow } from './parse-json.ts';

/** Content that a change names. `name` is where a document stands in a sealed file; files stand under their hash. */
export interface NamedContent {
  kind: 'file' | 'document';
  sha256: string;
  /** The number of the evidence, or the version of the report. */
  of: string;
  originalName: string;
  name: string;
  mediaType: string;
}

const endings = { word: 'docx', excel: 'xlsx', pdf: 'pdf', model: 'json' } as const;

const wordsOf = (value: unknown) => (typeof value === 'string' ? value : '');
const isHash = (value: unknown): value is string => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);

/** What a change names. Values that were erased name nothing. */
export function contentOf(row: Pick<ProvenRow, 'noun' | 'kind' | 'fields'>): NamedContent[] {
  if (row.kind !== 'create' || row.fields === null) return [];
  if (row.noun !== 'evidence' && row.noun !== 'reportIssue') return [];
  let fields: Record<string, unknown>;
  try {
    fields = parseShallow(row.fields, 8) as Record<string, unknown>;
  } catch {
    return [];
  }
  if (row.noun === 'evidence') {
    const { sha256 } = fields;
    if (!isHash(sha256)) return [];
    const originalName = wordsOf(fields.originalName);
    const mediaType = wordsOf(fields.mediaType);
    return [{ kind: 'file', sha256, of: wordsOf(fields.number), originalName, name: `vault/${sha256}`, mediaType }];
  }
  const version = typeof fields.version === 'number' ? String(fields.version) : '';
  return (Object.keys(endings) as (keyof typeof endings)[]).flatMap((kind) => {
    const sha256 = fields[kind];
    const ending = endings[kind];
    if (!isHash(sha256) || !/^[1-9][0-9]{0,5}$/.test(version)) return [];
    const originalName = `${wordsOf(fields.fileName)}.${ending}`;
    return [
      {
        kind: 'document' as const,
        sha256,
        of: `version ${version}`,
        originalName,
        name: `documents/version-${version}.${ending}`,
        mediaType: '',
      },
    ];
  });
}
