// What rooms reach the engine with, offered through React.
import { createContext, type ReactNode, use } from 'react';
import { useStore } from 'zustand';
import type { Api } from '../../shared/rpc/client.ts';
import type { Connection } from './connection.ts';
import type { Workspace, WorkspaceState } from './workspace-store.ts';

export interface Engine {
  api: Api;
  connection: Connection;
  workspace: Workspace;
}

const EngineContext = createContext<Engine | undefined>(undefined);

/** Offers the engine to everything inside. */
export function EngineProvider({ engine, children }: { engine: Engine; children: ReactNode }) {
  return <EngineContext value={engine}>{children}</EngineContext>;
}

/** Calls, connection and workspace. */
export function useEngine(): Engine {
  const engine = use(EngineContext);
  if (!engine) throw new Error('useEngine outside of EngineProvider');
  return engine;
}

/** A part of what is known above the audits. */
export function useWorkspace<T>(select: (state: WorkspaceState) => T): T {
  return useStore(useEngine().workspace.store, select);
}
