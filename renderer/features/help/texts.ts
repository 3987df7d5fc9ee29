// The words of the help pages.
export const texts = {
  title: 'Help',
} as const;
