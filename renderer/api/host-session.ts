// A browser comes with a token in the address's fragment; it is traded for a cookie and taken out of the address.
import { AppError } from '../../shared/errors.ts';

export const strangerSentence =
  'This page belongs to a Plumbline that has ended. Start Plumbline again and open the address it prints.';

// Kept in memory only: a Plumbline that died and was started again with the same token knows this page again.
let token: string | null = null;

async function tradeToken(): Promise<boolean> {
  const response = await fetch('session', { method: 'POST', headers: { Authorization: `Bearer ${token}` } });
  return response.ok;
}

/** Trades the token of the address, if there is one. Throws `unauthorised` where the host does not know it. */
export async function openHostSession(): Promise<void> {
  const given = new URLSearchParams(location.hash.slice(1)).get('token');
  if (given === null) return;
  token = given;
  history.replaceState(null, '', `${location.pathname}${location.search}`);
  if (!(await tradeToken())) throw new AppError('unauthorised', strangerSentence);
}

/** What the host makes of this page: knows it, does not know it nor its token, or does not answer. */
export async function askHost(): Promise<'known' | 'stranger' | 'away'> {
  try {
    const body = JSON.stringify({ method: 'host.info', input: {} });
    const response = await fetch('rpc', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body });
    if (response.status !== 401 && response.status !== 403) return 'known';
    return token !== null && (await tradeToken()) ? 'known' : 'stranger';
  } catch {
    return 'away';
  }
}
