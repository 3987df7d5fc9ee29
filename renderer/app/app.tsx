// From nothing to the page: connect, open the workspace, then the frame. Each failure has its sentence.
import { Button, MantineProvider, useMantineColorScheme } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { useEffect, useState } from 'react';
import { isAppError } from '../../shared/errors.ts';
import { createApi } from '../../shared/rpc/client.ts';
import { connect } from '../api/connection.ts';
import { type Engine, EngineProvider, useWorkspace } from '../api/engine-context.tsx';
import { openWorkspace } from '../api/workspace-store.ts';
import { cssVariables, theme } from '../styles/theme.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { keepAppearance } from './appearance.ts';
import { Frame } from './frame.tsx';
import { listenToKeys } from './key-presses.ts';
import { loadRoomAhead } from './rooms.tsx';
import { texts } from './texts.ts';
import { recallWorkspace } from './use-kept-places.ts';
import { Waiting } from './waiting.tsx';

async function start(): Promise<Engine> {
  loadRoomAhead();
  const connection = await connect();
  const api = createApi(connection.transport);
  const workspace = await openWorkspace(api, (listener) => connection.subscribe(listener));
  keepAppearance(workspace);
  recallWorkspace(workspace.store.getState().info.device);
  return { api, connection, workspace };
}

/** Keeps light and dark as the settings say; high contrast has both. */
function ColorScheme() {
  const wanted = useWorkspace((state) => state.settings.theme);
  const { setColorScheme } = useMantineColorScheme();
  useEffect(() => setColorScheme(wanted === 'light' || wanted === 'dark' ? wanted : 'auto'), [wanted, setColorScheme]);
  return null;
}

function Page() {
  const [engine, setEngine] = useState<Engine>();
  const [failure, setFailure] = useState<string>();
  useEffect(() => {
    let isWanted = true;
    start().then(
      (started) => isWanted && setEngine(started),
      (error: unknown) => isWanted && setFailure(isAppError(error) ? error.message : String(error)),
    );
    return () => {
      isWanted = false;
    };
  }, []);
  useEffect(() => listenToKeys(document), []);

  if (failure !== undefined) {
    return (
      <EmptyState
        title={texts.startFailed}
        actions={<Button onClick={() => location.reload()}>{texts.tryAgain}</Button>}
      >
        <p role="alert">{failure}</p>
      </EmptyState>
    );
  }
  if (!engine) return <Waiting words={texts.starting} />;
  return (
    <EngineProvider engine={engine}>
      <ColorScheme />
      <Frame />
    </EngineProvider>
  );
}

/** The page. `nonce` is what the host allows our styles by. */
export function App({ nonce }: { nonce: string }) {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme="auto"
      getStyleNonce={() => nonce}
    >
      <Notifications position="bottom-center" limit={4} />
      <Page />
    </MantineProvider>
  );
}
