// What the page knows before and beside any audit: the workspace, the person, the list of audits.
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AuditRow } from '../../shared/contract/audits.ts';
import type { PersonalSettings, WorkspaceInfo } from '../../shared/contract/workspace.ts';
import type { EngineEvent } from '../../shared/contract/events.ts';
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
export async function openWorkspace(
  api: Api,
  subscribe: (listener: (event: EngineEvent) => void) => unknown,
): Promise<Workspace> {
  const [info, host, settings, audits] = await Promise.all([
    api.call('workspace.info', {}),
    api.call('host.info', {}),
    api.call('settings.read', {}),
    api.call('audits.list', {}),
  ]);
  const store = createStore<WorkspaceState>(() => ({ info, host, settings, audits }));
  let saving = 0;
  // Another page of this workspace may have changed them. While own changes are on their way, word of older ones and
  // their answers would put back what was changed since; the answer to the last one has it all.
  subscribe((event) => {
    if (event.type === 'settings' && saving === 0) store.setState({ settings: event.settings });
  });
  return {
    store,
    async loadAudits() {
      store.setState({ audits: await api.call('audits.list', {}) });
    },
    async saveSettings(patch) {
      store.setState({ settings: { ...store.getState().settings, ...patch } });
      saving += 1;
      const stored = await api.call('settings.write', patch).finally(() => {
        saving -= 1;
      });
      if (saving === 0) store.setState({ settings: stored });
    },
  };
}
