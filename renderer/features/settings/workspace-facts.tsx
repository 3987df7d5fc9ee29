// Where the workspace is and what is to be known about it.
import { Button } from '@mantine/core';
import { useAppActions } from '../../api/app-actions.tsx';
import { useEngine, useWorkspace } from '../../api/engine-context.tsx';
import styles from './settings.module.css';
import { texts } from './texts.ts';

/** Shows a path of this computer in its file manager. */
export function useReveal(): (path: string) => Promise<void> {
  const { api } = useEngine();
  const { say } = useAppActions();
  return async (path) => {
    try {
      await api.call('host.reveal', { path });
    } catch (error) {
      say(error instanceof Error ? error.message : String(error), { isAlarm: true });
    }
  };
}

/** The facts about the workspace. */
export function WorkspaceFacts() {
  const info = useWorkspace((state) => state.info);
  const canReveal = useWorkspace(({ host }) => host.canReveal);
  const { say } = useAppActions();
  const reveal = useReveal();
  const facts = [
    [texts.workspaceName, info.name],
    [texts.place, info.path],
    [texts.version, info.version],
    [texts.device, info.device],
  ] as const;
  return (
    <>
      <dl className={styles.facts}>
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        {info.notices.length === 0 ? null : (
          <div>
            <dt>{texts.notices}</dt>
            <dd>
              {info.notices.map((notice) => (
                <p key={notice}>{notice}</p>
              ))}
            </dd>
          </div>
        )}
      </dl>
      {canReveal ? (
        <Button variant="default" onClick={() => void reveal(info.path)}>
          {texts.show}
        </Button>
      ) : (
        <Button
          variant="default"
          onClick={() =>
            void navigator.clipboard.writeText(info.path).then(
              () => say(texts.copied),
              () => undefined,
            )
          }
        >
          {texts.copy}
        </Button>
      )}
    </>
  );
}
