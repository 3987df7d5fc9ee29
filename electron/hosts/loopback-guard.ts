import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { type Answer, errorAnswer } from './answer.ts';

/** A new secret: 32 random bytes in letters that an address may hold. */
export function createToken(): string {
  return randomBytes(32).toString('base64url');
}

const digest = (text: string) => createHash('sha256').update(text).digest();

/** Compares secrets in a time that says nothing about them. */
function isSameSecret(given: string, expected: string): boolean {
  return timingSafeEqual(digest(given), digest(expected));
}

function readCookie(request: IncomingMessage, name: string): string | undefined {
  for (const pair of (request.headers.cookie ?? '').split(';')) {
    const [key, value] = pair.trim().split('=', 2);
    if (key === name) return value;
  }
  return undefined;
}

// A page on another port of this computer is "same site": the strict cookie alone would not keep it out.
const isFromOtherPage = ({ headers }: IncomingMessage) =>
  headers['sec-fetch-site'] === 'cross-site' || headers['sec-fetch-site'] === 'same-site';

export interface Guard {
  /** Why a request is refused whoever sends it: a foreign address or page. Undefined when it may go on. */
  refuseForeign(request: IncomingMessage): Answer | undefined;
  /** Why a request is refused without the token or the cookie. Undefined when it may go on. */
  refuseStranger(request: IncomingMessage): Answer | undefined;
  /** The same for the one call that trades the token for a cookie: only the token counts. */
  refuseWithoutToken(request: IncomingMessage): Answer | undefined;
  /** The `Set-Cookie` header of the session. */
  readonly cookie: string;
}

const foreign = errorAnswer(
  { code: 'refused', message: 'This address answers only to its own page and to programs on this computer.' },
  403,
);
const stranger = errorAnswer({
  code: 'unauthorised',
  message: 'The token is missing or wrong. Open the address that Plumbline printed when it started.',
});

/** The checks of the loopback host. `port` is the one it is bound to. */
export function createGuard(port: number, token: string): Guard {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  // Cookies know no port: the name keeps two workbenches on one computer apart.
  const cookieName = `plumbline-${port}`;
  const session = createToken();

  const hasToken = ({ headers: { authorization = '' } }: IncomingMessage) =>
    /^bearer /i.test(authorization) && isSameSecret(authorization.slice(7).trim(), token);
  const hasCookie = (request: IncomingMessage) => isSameSecret(readCookie(request, cookieName) ?? '', session);

  return {
    refuseForeign(request) {
      const { host, origin } = request.headers;
      const isOurs = host !== undefined && hosts.includes(host.toLowerCase());
      return isOurs && (origin === undefined || origin === `http://${host.toLowerCase()}`) ? undefined : foreign;
    },
    refuseStranger(request) {
      if (hasToken(request)) return undefined;
      if (!hasCookie(request)) return stranger;
      return isFromOtherPage(request) ? foreign : undefined;
    },
    refuseWithoutToken: (request) => (hasToken(request) ? undefined : stranger),
    cookie: `${cookieName}=${session}; Path=/; HttpOnly; SameSite=Strict`,
  };
}
