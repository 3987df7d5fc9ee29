// The words of the activity.
export const texts = {
  title: 'Activity',
} as const;
