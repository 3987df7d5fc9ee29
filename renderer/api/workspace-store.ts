// What the page knows before and beside any audit: the workspace, the person, the list of audits.
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AuditRow } from '../../shared/contract/audits.ts';
import type { PersonalSettings, WorkspaceInfo } from '../../shared/contract/workspace.ts';
import type { Api } from '../../shared/rpc/client.ts';
import type { Output } from '../../shared/contract/contract.ts';

export interface WorkspaceState {
  info: WorkspaceInfo;
  host: Output<'host.info'>;
  settings: PersonalSettings;
  audits: readonly AuditRow[];
}

export interface Workspace {
  store: StoreApi<WorkspaceState>;
  /** Reads the list of audits again. */
  loadAudits(): Promise<void>;
  /** Changes personal settings. */
  saveSettings(patch: Partial<PersonalSettings>): Promise<void>;
}

/** Reads what stands above the audits and keeps it. */
export async function openWorkspace(api: Api): Promise<Workspace> {
  const [info, host, settings, audits] = await Promise.all([
    api.call('workspace.info', {}),
    api.call('host.info', {}),
    api.call('settings.read', {}),
    api.call('audits.list', {}),
  ]);
  const store = createStore<WorkspaceState>(() => ({ info, host, settings, audits }));
  let saves = 0;
  return {
    store,
    async loadAudits() {
      store.setState({ audits: await api.call('audits.list', {}) });
    },
    async saveSettings(patch) {
      saves += 1;
      const turn = saves;
      store.setState({ settings: { ...store.getState().settings, ...patch } });
      const stored = await api.call('settings.write', patch);
      // An answer to an older save would put back what a newer one has changed since.
      if (turn === saves) store.setState({ settings: stored });
    },
  };
}
