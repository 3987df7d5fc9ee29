// The words of the capture bar.
export const texts = {
  label: 'Running notes: write a line and press Enter',
  placeholder: 'Type as you listen: #8.4 @person !kind :method …',
  keep: 'keep',
  lines: (count: number) => `${count} ${count === 1 ? 'line' : 'lines'}`,
  show: 'Show the last lines',
  hide: 'Hide the last lines',
  list: 'Last lines of the running notes, newest at the bottom',
  none: 'No line yet. Press c anywhere, write what you hear, press Enter. A line is time-stamped and never changes.',
  corrected: 'Corrected by a later line',
  waiting: 'waiting to be saved',
} as const;
