// The words about sealed files.
import { formatCount } from '../../ui/format.ts';

export const sealedTexts = {
  title: 'Sealed file',
  words:
    'One file with every change of this audit, its evidence and its issued documents, signed on this computer. Whoever gets it can check it offline, in a browser or with a script, and needs no Plumbline.',
  leaveOut: 'Leave the files of evidence out',
  leaveOutWords: 'They are listed by their hash: who holds one can still check it.',
  seal: 'Seal the audit',
  made: ({
    changes,
    files,
    documents,
    leftOut,
  }: {
    changes: number;
    files: number;
    documents: number;
    leftOut: number;
  }) =>
    [
      formatCount(changes, 'change'),
      formatCount(files, 'file'),
      formatCount(documents, 'issued document'),
      ...(leftOut === 0 ? [] : [`${formatCount(leftOut, 'file')} left out`]),
    ].join(', '),
  readBack: 'Read back and checked before it got its name. To check it, hand over one of these with it:',
  key: 'Signed with the key',
  cancelled: 'Cancelled. No file was made; what was sealed before is still there.',
  unsaved: 'Not sealed: something on this page is not saved yet. Your text is kept; seal again once it is saved.',
  failed: (sentence: string) => `Nothing was sealed: ${sentence}`,
} as const;
