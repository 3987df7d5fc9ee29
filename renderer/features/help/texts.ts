// The words around the pages of help.
export const texts = {
  title: 'Help',
  index: 'Pages',
  search: 'Search in the help',
  none: 'No page has these words.',
  page: 'Page',
  back: (room: string, audit: string | undefined) =>
    audit === undefined ? `Back to ${room}` : `Back to ${room}, ${audit}`,
  doings: 'Five things you do here',
  keys: 'Keys',
  kept: 'What happens to it',
  report: 'In the report',
  next: 'Next page',
  previous: 'Previous page',
  tourTitle: 'The tour',
  tourWords:
    'Five steps inside the sample audit: answer, capture, evidence, finding, report. You can leave it at any point.',
  tourStart: 'Take the tour',
  tourMake: 'Make the sample audit and take the tour',
  makingSample: 'Making the sample audit',
  sampleStep: (label: string, done: number, total: number) => `${label} (${done} of ${total})`,
  sampleFailed: (sentence: string) => `The sample was not made: ${sentence}`,
} as const;
