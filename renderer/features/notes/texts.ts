// The words of the running notes.
export const texts = {
  title: 'Notes',
} as const;
