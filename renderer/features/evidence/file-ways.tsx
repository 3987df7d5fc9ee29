// The ways to the file of a piece of evidence: in its own program where this host may, and a copy to save.
import { Button } from '@mantine/core';
import { IconDownload, IconExternalLink } from '@tabler/icons-react';
import { useRef } from 'react';
import type { EvidenceRecord } from '../../../shared/contract/records.ts';
import { useAppActions } from '../../api/app-actions.tsx';
import { type CommandName, useCommands } from '../../api/commands.ts';
import { useEngine, useWorkspace } from '../../api/engine-context.tsx';
import { fileUrl } from '../../api/files.ts';
import { texts } from './texts.ts';

interface Props {
  record: EvidenceRecord;
  /** The command that takes the first way. */
  command: CommandName;
  /** Whether the names of the buttons say which file it is, where the same stand elsewhere, too. */
  isNamed?: boolean;
}

/** Buttons for the file. */
export function FileWays({ record: { sha256, originalName }, command, isNamed = false }: Props) {
  const { api } = useEngine();
  const { say } = useAppActions();
  const canOpen = useWorkspace(({ host }) => host.canReveal);
  const link = useRef<HTMLAnchorElement>(null);
  const open = async () => {
    try {
      const { shown } = await api.call('host.openEvidence', { sha256, name: originalName });
      if (!shown) link.current?.click();
    } catch (error) {
      say(error instanceof Error ? error.message : String(error), { isAlarm: true });
    }
  };
  useCommands({ [command]: () => (canOpen ? void open() : link.current?.click()) });
  return (
    <>
      {canOpen ? (
        <Button
          variant="default"
          leftSection={<IconExternalLink size={14} aria-hidden />}
          title={texts.outsideTitle}
          aria-label={isNamed ? texts.outsideAbout(originalName) : undefined}
          onClick={() => void open()}
        >
          {texts.outside}
        </Button>
      ) : null}
      <Button
        ref={link}
        component="a"
        variant="default"
        leftSection={<IconDownload size={14} aria-hidden />}
        href={fileUrl(sha256)}
        download={originalName}
        aria-label={isNamed ? texts.downloadAbout(originalName) : undefined}
      >
        {texts.download}
      </Button>
    </>
  );
}
