// The widths of a room's panes, remembered for the person at this machine.
import { useEngine, useWorkspace } from './engine-context.tsx';

const asUsual: readonly number[] = [];

/** What a room passes to its panes, so that their widths can be changed and are kept. */
export function usePaneWidths(room: string): { widths: readonly number[]; onWidths: (widths: number[]) => void } {
  const kept = useWorkspace((state) => state.settings.paneWidths);
  const { workspace } = useEngine();
  return {
    widths: kept[room] ?? asUsual,
    // The widths are on the page already; where they cannot be kept, nothing of the audit is lost.
    onWidths: (widths) =>
      void workspace.saveSettings({ paneWidths: { ...kept, [room]: widths } }).catch(() => undefined),
  };
}
