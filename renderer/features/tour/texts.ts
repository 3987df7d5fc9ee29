// The words of the tour. Keys stand in them as `{command}`.
export const texts = {
  title: 'Tour',
  offer: 'A tour of five steps',
  offerWords:
    'Answer a question, capture a line, attach evidence, raise a finding, export the report. About five minutes, in this invented audit. You do each step yourself; {app.tour} reaches this card, {app.back} leaves it.',
  start: 'Begin',
  notNow: 'Not now',
  place: (step: number, all: number) => `Step ${step} of ${all}`,
  back: 'Back',
  next: 'Next',
  skip: 'Skip the tour',
  done: {
    answer: 'Answered.',
    capture: 'The line is kept, with its time.',
    evidence: 'The evidence is in.',
    finding: 'The finding is raised.',
    export: 'The report is made.',
  },
  steps: {
    answer: {
      title: 'Answer a question',
      words:
        'Press a digit to give another verdict: {checklist.conforms} conforms, {checklist.improvement} improvement, {checklist.nonconforming} nonconforming. {app.undo} takes it back.',
      elsewhere: 'Questions are answered in the checklist. Press {go.checklist} to go there.',
    },
    capture: {
      title: 'Capture a line',
      words: 'Press {app.capture}, type what somebody just said, and press Enter. This works in every room.',
      elsewhere: '',
    },
    evidence: {
      title: 'Attach evidence',
      words: 'Press {checklist.evidence} to add a file to this question, or drop one anywhere on the page.',
      elsewhere:
        'Go to a question with {go.checklist}, then press {checklist.evidence}. Dropping a file works anywhere.',
    },
    finding: {
      title: 'Raise a finding',
      words: 'Press {checklist.finding}. Requirement, note and evidence of this question are filled in for you.',
      elsewhere: 'A finding is raised from a question. Press {go.checklist} to go there.',
    },
    export: {
      title: 'Export the report',
      words:
        'Press {report.word} for the Word report. It is made from everything you see, and checked before you get it.',
      elsewhere: 'Press {go.report} to go to the report.',
    },
  },
  end: 'That is the whole way',
  endWords: 'From question to report. {go.help} explains the room you are in, {app.keys} shows its keys.',
  finish: 'Finish',
} as const;
