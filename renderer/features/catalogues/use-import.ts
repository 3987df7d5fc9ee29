// The steps of an import: a file is sent and read, its name may be changed, and only then is it kept.
import { useCallback, useEffect, useRef, useState } from 'react';
import type { CatalogueReading, CatalogueRow } from '../../../shared/contract/catalogues.ts';
import type { IncomingFile } from '../../../shared/contract/files.ts';
import { useEngine } from '../../api/engine-context.tsx';
import { isNameless, proposeName } from './proposed-name.ts';
import { texts } from './texts.ts';

export type Names = Partial<Record<'title' | 'id' | 'version', string>>;

export type ImportPhase =
  | { kind: 'choosing' }
  | { kind: 'waiting'; words: string }
  | { kind: 'read'; file: IncomingFile; reading: CatalogueReading }
  | { kind: 'refused'; title: string; sentence: string };

export interface CatalogueImport {
  phase: ImportPhase;
  /** What was changed of the name. */
  names: Names;
  /** True where the name was made from that of the file. */
  isProposed: boolean;
  /** True while a changed name is looked at. */
  isChecking: boolean;
  choose: (file: File) => void;
  rename: (names: Names) => void;
  /** Answers with what was kept, undefined where it was not. */
  keep: () => Promise<CatalogueRow | undefined>;
}

const typingMs = 350;
const sentenceOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

/** The names that differ from those in the file, as the engine takes them. */
function asOf(names: Names): { as?: Names } {
  const changed = Object.entries(names).filter(([, name]) => name.trim() !== '');
  return changed.length === 0 ? {} : { as: Object.fromEntries(changed) };
}

/** An import. `first` is a file that was dropped already, `rows` are the catalogues that are here. */
export function useImport(first: File | undefined, rows: readonly CatalogueRow[]): CatalogueImport {
  const { api, connection } = useEngine();
  const [phase, setPhase] = useState<ImportPhase>({ kind: 'choosing' });
  const [names, setNames] = useState<Names>({});
  const [isProposed, setProposed] = useState(false);
  const [isChecking, setChecking] = useState(false);
  const known = useRef(rows);
  const attempt = useRef(new AbortController());
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  /** Ends what goes on and answers with the signal of the next attempt. */
  const begin = useCallback(() => {
    attempt.current.abort();
    clearTimeout(timer.current);
    attempt.current = new AbortController();
    return attempt.current.signal;
  }, []);

  const read = useCallback(
    async (given: File) => {
      const signal = begin();
      const show = (next: ImportPhase) => {
        if (!signal.aborted) setPhase(next);
      };
      try {
        show({ kind: 'waiting', words: texts.sending(given.name) });
        const file = await connection.stageFile(given, { signal });
        show({ kind: 'waiting', words: texts.readingFile(given.name) });
        const reading = await api.call('catalogues.preview', { file });
        if (signal.aborted) return;
        if (isNameless(reading.problems)) {
          const proposed = proposeName(given.name, known.current);
          const named = await api.call('catalogues.preview', { file, as: proposed });
          if (signal.aborted) return;
          setNames(proposed);
          setProposed(true);
          show({ kind: 'read', file, reading: named });
        } else show({ kind: 'read', file, reading });
      } catch (error) {
        show({ kind: 'refused', title: texts.refused(given.name), sentence: sentenceOf(error) });
      }
    },
    [api, connection, begin],
  );

  useEffect(() => {
    if (first) void read(first);
    return () => {
      attempt.current.abort();
      clearTimeout(timer.current);
    };
  }, [first, read]);

  const choose = (file: File) => {
    setNames({});
    setProposed(false);
    setChecking(false);
    void read(file);
  };

  const look = async (file: IncomingFile, next: Names, signal: AbortSignal) => {
    try {
      const reading = await api.call('catalogues.preview', { file, ...asOf(next) });
      if (signal.aborted) return;
      setPhase({ kind: 'read', file, reading });
      setChecking(false);
    } catch (error) {
      if (signal.aborted) return;
      setPhase({ kind: 'refused', title: texts.refused(texts.thisFile), sentence: sentenceOf(error) });
    }
  };
  const rename = (changed: Names) => {
    if (phase.kind !== 'read') return;
    const next = { ...names, ...changed };
    const { file } = phase;
    const signal = begin();
    setNames(next);
    setChecking(true);
    timer.current = setTimeout(() => void look(file, next, signal), typingMs);
  };

  const keep = async () => {
    if (phase.kind !== 'read') return undefined;
    const { file } = phase;
    setPhase({ kind: 'waiting', words: texts.importing });
    try {
      return await api.call('catalogues.import', { file, ...asOf(names) });
    } catch (error) {
      setPhase({ kind: 'refused', title: texts.importFailed, sentence: sentenceOf(error) });
      return undefined;
    }
  };

  return { phase, names, isProposed, isChecking, choose, rename, keep };
}
