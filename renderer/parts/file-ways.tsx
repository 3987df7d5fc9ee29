// The ways to a file that was exported: open or show it where this program may, else save it from the page.
import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useAppActions } from '../api/app-actions.tsx';
import { useEngine, useWorkspace } from '../api/engine-context.tsx';
import { exportUrl } from '../api/files.ts';

const texts = {
  save: 'Save',
  saveFile: (name: string) => `Save ${name}`,
  open: 'Open',
  openFile: (name: string) => `Open ${name}`,
  show: 'Show in folder',
  showFile: (name: string) => `Show ${name} in folder`,
  notShown: (name: string) => `${name} could not be opened. It lies in the folder “exports” of the workspace.`,
};

interface Props {
  file: { path: string; name: string };
  /** Whether another program opens it. */
  isOpened?: boolean;
}

/** Buttons for one exported file. */
export function FileWays({ file: { path, name }, isOpened = true }: Props) {
  const { api } = useEngine();
  const { say } = useAppActions();
  const canReveal = useWorkspace(({ host }) => host.canReveal);
  const call = async (method: 'host.openFile' | 'host.reveal') => {
    try {
      const { shown } = await api.call(method, { path });
      if (!shown) say(texts.notShown(name), { isAlarm: true });
    } catch (error) {
      say(error instanceof Error ? error.message : String(error), { isAlarm: true });
    }
  };
  if (canReveal) {
    return (
      <>
        {isOpened ? (
          <Button aria-label={texts.openFile(name)} onClick={() => void call('host.openFile')}>
            {texts.open}
          </Button>
        ) : null}
        <Button
          variant="default"
          aria-label={isOpened ? undefined : texts.showFile(name)}
          onClick={() => void call('host.reveal')}
        >
          {texts.show}
        </Button>
      </>
    );
  }
  return (
    <Button
      component="a"
      variant="default"
      leftSection={<IconDownload size={14} aria-hidden />}
      href={exportUrl(name)}
      download={name}
      aria-label={texts.saveFile(name)}
    >
      {texts.save}
    </Button>
  );
}
