import { useCallback } from 'react';
import type { PersonalSettings } from '../../../shared/contract/workspace.ts';
import { useAppActions } from '../../api/app-actions.tsx';
import { useEngine } from '../../api/engine-context.tsx';
import { texts } from './texts.ts';

/** Keeps personal settings, and says so where that is not possible. */
export function useSaveSettings(): (patch: Partial<PersonalSettings>) => void {
  const { workspace } = useEngine();
  const { say } = useAppActions();
  return useCallback(
    (patch) => {
      workspace.saveSettings(patch).catch((error: unknown) => {
        say(texts.notKept(error instanceof Error ? error.message : String(error)), { isAlarm: true });
      });
    },
    [workspace, say],
  );
}
