// The words of the settings.
export const texts = {
  title: 'Settings',
} as const;
