// Which lines were written on another computer. Asked of the history only where a workspace has seen several.
import { useEffect, useState } from 'react';
import { useEngine, useWorkspace } from '../../api/engine-context.tsx';
import { useAuditSession } from '../../api/session-context.tsx';

/** The device a line was written on, shortened, if that is not this one. Read when the line is looked at. */
export function useOtherDevice(note: string | undefined): string | undefined {
  const { api } = useEngine();
  const { id } = useAuditSession();
  const own = useWorkspace((state) => state.info.device);
  const [found, setFound] = useState<{ note: string; device: string }>();
  useEffect(() => {
    if (note === undefined) return undefined;
    let isWanted = true;
    const read = async () => {
      const changes = await api.call('changes.list', { audit: id, record: note, limit: 20 });
      const device = changes.at(-1)?.device;
      if (isWanted && device !== undefined) setFound({ note, device });
    };
    // Where a line was written is a detail: while the engine is away it is not shown.
    void read().catch(() => undefined);
    return () => {
      isWanted = false;
    };
  }, [api, id, note]);
  return found && found.note === note && found.device !== own ? found.device.slice(0, 8) : undefined;
}
