import { Readable } from 'node:stream';
import { protocol } from 'electron';
import type { Log } from '../../shared/rpc/dispatch.ts';
import { type Answer, replyAnswer, textAnswer } from '../hosts/answer.ts';
import { pageOrigin } from '../hosts/channels.ts';
import type { EngineLink } from '../hosts/engine-link.ts';
import { answerWorkspaceFile } from '../hosts/file-answer.ts';
import { answerPage, splitPath } from '../hosts/page-answer.ts';
import { answerFailure } from './failure-page.ts';
import { isPageUrl } from './request-policy.ts';
import { takePaste } from './take-paste.ts';

/** Where the failure of the engine is shown. */
export const failureUrl = `${pageOrigin}/failure`;

/** Makes `app:` a proper, secure scheme. Once, and before the app is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
  ]);
}

export interface Bundle {
  pageFolder: string;
  workspace: string;
  link: EngineLink;
  log: Log;
}

const isFromPage = (request: Request) => (request.headers.get('origin') ?? pageOrigin) === pageOrigin;

async function answer(request: Request, { pageFolder, workspace, link }: Bundle): Promise<Answer> {
  if (request.method === 'POST' && request.url === `${pageOrigin}/files` && isFromPage(request)) {
    return replyAnswer(200, await takePaste(workspace, request.body));
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') return textAnswer(405, 'Only GET is answered here.');
  if (!isPageUrl(request.url)) return textAnswer(404, 'There is nothing at this address.');
  const parts = splitPath(request.url.slice(pageOrigin.length));
  if (!parts) return textAnswer(400, 'This is not an address of Plumbline.');
  const failure = link.failure();
  if (failure && parts.join('/') === 'failure') return answerFailure(failure, workspace);
  // Loading the page anew is how the user tries again.
  if (parts.length === 0) link.start();
  const range = request.headers.get('range') ?? undefined;
  const asked = { method: request.method, range, ifRange: request.headers.get('if-range') ?? undefined };
  return (await answerWorkspaceFile(asked, parts, link)) ?? answerPage(pageFolder, parts);
}

function toResponse({ status, headers, body }: Answer): Response {
  const content = body instanceof Readable ? Readable.toWeb(body) : (body ?? null);
  return new Response(content as ConstructorParameters<typeof Response>[0], { status, headers });
}

/** Serves the page, the files of the vault and the exports at `app://bundle/`. */
export function serveBundle(bundle: Bundle): void {
  protocol.handle('app', async (request) => {
    try {
      return toResponse(await answer(request, bundle));
    } catch (error) {
      bundle.log(error, 'app-protocol');
      return toResponse(textAnswer(500, 'This could not be read.'));
    }
  });
}
