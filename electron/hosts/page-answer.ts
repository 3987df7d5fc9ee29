import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { disk } from '../files.ts';
import { type Answer, textAnswer, withCommonHeaders } from './answer.ts';

const contentTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.pfb': 'application/octet-stream',
  '.bcmap': 'application/octet-stream',
};

/** What a script may do that runs as a worker: it has a policy of its own, not that of the page. */
const workerPolicy = "default-src 'none'; script-src 'self'; connect-src 'self'";

/** The page's Content-Security-Policy. `connect` names what it may reach besides its own origin. */
export function pagePolicy(nonce: string, connect = ''): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${connect && ` ${connect}`}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** The headers of an HTML page of ours, with a nonce that is used once. */
export function pageHeaders(nonce: string, connect?: string): Record<string, string> {
  return withCommonHeaders({
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': pagePolicy(nonce, connect),
    'Cross-Origin-Opener-Policy': 'same-origin',
  });
}

/** A nonce for one load of the page. */
export function createNonce(): string {
  return randomBytes(16).toString('base64');
}

/** The HTML with the nonce where the page looks for it. */
export function putNonce(html: string, nonce: string): string {
  const tag = `<meta name="csp-nonce" content="${nonce}">`;
  const place = /<meta\s+name="csp-nonce"[^>]*>/i;
  return place.test(html) ? html.replace(place, tag) : html.replace(/<head[^>]*>/i, (head) => head + tag);
}

/** The parts of a request's path. Undefined for a path that could leave a folder or that nobody of ours would send. */
export function splitPath(target: string): string[] | undefined {
  const [pathname = ''] = target.split(/[?#]/, 1);
  if (!pathname.startsWith('/')) return undefined;
  if (pathname === '/') return [];
  try {
    const parts = pathname.slice(1).split('/').map(decodeURIComponent);
    return parts.every((part) => part !== '' && !part.startsWith('.') && !/[/\\:\0]/.test(part)) ? parts : undefined;
  } catch {
    return undefined;
  }
}

// The build gives these a new name whenever their content changes.
const hashed = /^assets\/.+-[\w-]{8,}\.\w+$/;

/** A file of the built page; its first page with a fresh nonce. `parts` come from `splitPath`. */
export async function answerPage(pageFolder: string, parts: readonly string[], connect?: string): Promise<Answer> {
  const name = parts.length === 0 ? 'index.html' : parts.join('/');
  const type = contentTypes[path.extname(name).toLowerCase()];
  const file = path.join(pageFolder, name);
  const content = type ? await disk.readFile(file).catch(() => undefined) : undefined;
  if (!content || !type) return textAnswer(404, 'There is nothing at this address.');
  if (name.endsWith('.html')) {
    const nonce = createNonce();
    return { status: 200, headers: pageHeaders(nonce, connect), body: putNonce(content.toString('utf8'), nonce) };
  }
  const headers = withCommonHeaders({ 'Content-Type': type });
  if (type.startsWith('text/javascript')) headers['Content-Security-Policy'] = workerPolicy;
  if (hashed.test(name)) headers['Cache-Control'] = 'private, max-age=31536000, immutable';
  return { status: 200, headers, body: content };
}
