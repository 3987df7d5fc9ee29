// The words of the AI systems.
export const texts = {
  title: 'AI systems',
} as const;
