// A browser comes with a token in the address's fragment; it is traded for a cookie and taken out of the address.
import { AppError } from '../../shared/errors.ts';

/** Trades the token, if there is one. Throws `unauthorised` where the host does not know it. */
export async function openHostSession(): Promise<void> {
  const token = new URLSearchParams(location.hash.slice(1)).get('token');
  if (token === null) return;
  history.replaceState(null, '', `${location.pathname}${location.search}`);
  const response = await fetch('session', { method: 'POST', headers: { Authorization: `Bearer ${token}` } });
  if (!response.ok) {
    throw new AppError(
      'unauthorised',
      'This address belongs to a Plumbline that has ended. Start Plumbline again and open the address it prints.',
    );
  }
}
