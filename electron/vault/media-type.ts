import path from 'node:path';
import { fileTypeFromFile } from 'file-type';

// Types that have no signature of their own go by their ending.
const byEnding: Record<string, string> = {
  '.txt': 'text/plain',
  '.md': 'text/markdown',
  '.log': 'text/plain',
  '.csv': 'text/csv',
  '.tsv': 'text/tab-separated-values',
  '.json': 'application/json',
  '.jsonl': 'application/jsonl',
  '.xml': 'application/xml',
  '.html': 'text/html',
  '.htm': 'text/html',
  '.svg': 'image/svg+xml',
  '.eml': 'message/rfc822',
  '.yaml': 'application/yaml',
  '.yml': 'application/yaml',
};

/** The media type of a file: by its content first, by its ending where the content has no signature. */
export async function detectMediaType(file: string, name: string): Promise<string> {
  const detected = await fileTypeFromFile(file).catch(() => undefined);
  const ending = byEnding[path.extname(name).toLowerCase()];
  if (detected && !(detected.mime === 'application/xml' && ending)) return detected.mime;
  return ending ?? 'application/octet-stream';
}
