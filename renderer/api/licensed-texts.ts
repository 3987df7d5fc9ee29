// Text of a standard that the person at this machine has a licence for. Read once while the page is open, shared by all
// who show it, never part of an audit. What was typed stays here until it is kept, whatever happens.
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { longestLicensedText } from '../../shared/contract/licensed-texts.ts';
import { isAppError } from '../../shared/errors.ts';
import type { Api } from '../../shared/rpc/client.ts';
import { useEngine } from './engine-context.tsx';

const quietMs = 1_000;

export interface LicensedState {
  isRead: boolean;
  holder: string;
  /** By requirement, with what is typed and not kept yet. */
  texts: Readonly<Record<string, string>>;
  /** Whether something is typed and not kept yet. */
  isWaiting: boolean;
  /** Why it could not be read or kept, in words. */
  failure: string | undefined;
}

export interface LicensedTexts {
  store: StoreApi<LicensedState>;
  /** Reads them; again only where that failed. */
  read(): Promise<void>;
  type(requirement: string, text: string): void;
  typeHolder(holder: string): void;
  /** Keeps what was typed. */
  keep(): Promise<void>;
}

/** By how many characters a text is longer than what can be kept. */
export const lengthOver = (text: string) => Math.max(0, text.length - longestLicensedText);

/** The texts of one edition of a standard. */
export function createLicensedTexts(api: Api, standard: string, edition: string): LicensedTexts {
  const store = createStore<LicensedState>(() => ({
    isRead: false,
    holder: '',
    texts: {},
    isWaiting: false,
    failure: undefined,
  }));
  const typed = new Map<string, string>();
  let typedHolder: string | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let reading: Promise<void> | undefined;
  let keeping: Promise<void> | undefined;

  const fail = (error: unknown) =>
    store.setState({ failure: isAppError(error) ? error.message : 'Plumbline did not answer.' });
  const isWaiting = () => typed.size > 0 || typedHolder !== undefined;

  const read = async () => {
    try {
      const { holder, texts } = await api.call('licensedTexts.read', { standard, edition });
      store.setState({
        isRead: true,
        holder: typedHolder ?? holder,
        texts: { ...texts, ...Object.fromEntries(typed) },
        failure: undefined,
      });
    } catch (error) {
      reading = undefined;
      fail(error);
    }
  };

  const send = async () => {
    for (const [requirement, text] of typed) {
      if (lengthOver(text) > 0) continue;
      await api.call('licensedTexts.write', { standard, edition, requirement, text });
      if (typed.get(requirement) === text) typed.delete(requirement);
    }
    if (typedHolder === undefined) return;
    const holder = typedHolder;
    await api.call('licensedTexts.write', { standard, edition, holder });
    if (typedHolder === holder) typedHolder = undefined;
  };
  const keep = async () => {
    clearTimeout(timer);
    await keeping;
    if (!isWaiting()) return;
    keeping = send().then(
      () => store.setState({ failure: undefined }),
      (error: unknown) => fail(error),
    );
    await keeping;
    store.setState({ isWaiting: isWaiting() });
  };
  const keepSoon = () => {
    store.setState({ isWaiting: true });
    clearTimeout(timer);
    timer = setTimeout(() => void keep(), quietMs);
  };

  return {
    store,
    read: () => (reading ??= read()),
    type(requirement, text) {
      typed.set(requirement, text);
      store.setState(({ texts }) => ({ texts: { ...texts, [requirement]: text } }));
      keepSoon();
    },
    typeHolder(holder) {
      typedHolder = holder;
      store.setState({ holder });
      keepSoon();
    },
    keep,
  };
}

const known = new WeakMap<Api, Map<string, LicensedTexts>>();

function licensedTextsOf(api: Api, standard: string, edition: string): LicensedTexts {
  const byEdition = known.get(api) ?? new Map<string, LicensedTexts>();
  known.set(api, byEdition);
  const key = `${standard}\n${edition}`;
  const texts = byEdition.get(key) ?? createLicensedTexts(api, standard, edition);
  byEdition.set(key, texts);
  return texts;
}

/** The licensed texts of an edition, read when they are first shown. */
export function useLicensedTexts(standard: string, edition: string): LicensedState & LicensedTexts {
  const { api } = useEngine();
  const texts = licensedTextsOf(api, standard, edition);
  useEffect(() => {
    void texts.read();
    const leave = () => void texts.keep();
    document.addEventListener('visibilitychange', leave);
    window.addEventListener('pagehide', leave);
    return () => {
      leave();
      document.removeEventListener('visibilitychange', leave);
      window.removeEventListener('pagehide', leave);
    };
  }, [texts]);
  return { ...useStore(texts.store), ...texts };
}
