// The words of review, sign-off and issue in the report room.
import { formatCount } from '../../ui/format.ts';

export const issueTexts = {
  review: 'Independent review',
  reviewWords:
    'Somebody who took no part in the audit reads the report before it is issued, comments on it and releases it.',
  reviewer: 'Reviewer',
  reviewerPlaceholder: 'Name of somebody outside the audit team',
  reviewerField: 'reviewer',
  withoutReview: 'This internal audit goes without a review',
  withoutReviewWords: 'Only internal audits may. The report says nothing of a reviewer then.',
  reviewStepField: 'review',
  auditName: 'the audit',
  handOver: 'Hand over to review',
  handOverWords: 'The audit moves to the stage “in review”. Texts can still be mended there.',
  handOverStep: 'stage in review',
  release: 'Release the report',
  releaseStep: 'release of the report',
  releaseWords: (reviewer: string) => `Released by ${reviewer}, at work on this computer under that name.`,
  notReviewer: (reviewer: string, me: string) =>
    `Only ${reviewer} releases it. You are at work as ${me === '' ? 'nobody yet' : me}; the name is changed at the lower left.`,
  released: (when: string, by: string) => `Released ${when} by ${by}`,
  takeReleaseBack: 'Take the release back',
  takeReleaseBackStep: 'taking back the release',
  comments: (count: number, open: number) =>
    count === 0 ? 'No comments yet.' : `${formatCount(count, 'comment')}, ${open === 0 ? 'none open' : `${open} open`}`,
  about: 'About',
  wholeReport: 'The whole report',

  signOff: 'Sign-off',
  signOffWords: (version: number) =>
    `Signatures of version ${version}. Whoever has not signed here finds a line to sign on in the Word report.`,
  sign: 'Sign',
  signature: (name: string) => `Signature of ${name}`,
  signedBy: (role: string, side: string, when: string) => [role, side.toLowerCase(), when].filter(Boolean).join(' · '),
  typed: 'signed with the typed name',
  removeSignature: (name: string) => `Take back the signature of ${name}`,
  signStep: 'signature',
  removeSignStep: 'taking back a signature',
  name: 'Name',
  role: 'Role',
  side: 'Signs for',
  drawing: 'Drawn signature',
  drawingWords: 'Draw with the mouse, a pen or a finger. Without a drawing the typed name stands for it.',
  clear: 'Clear the drawing',
  tooLong: 'The drawing is as long as it may be. Clear it to draw anew.',
  keepSignature: 'Sign with this',
  cancel: 'Cancel',

  issue: 'Issue',
  issueWords:
    'Issuing makes Word, Excel and PDF, keeps them with their hashes, and locks what they print. Actions stay open until the audit is closed.',
  pattern: 'File name',
  patternField: 'pattern of file names',
  patternHint: (example: string, parts: string) => `${example} · parts: ${parts}`,
  unknownParts: (parts: string) => `${parts} stands for nothing and is printed as it is.`,
  issueVersion: (version: number) => `Issue version ${version}`,
  standing: (count: number) =>
    `${formatCount(count, 'point stands', 'points stand')} in the way, marked “must” at the right.`,
  nothingStands: 'Nothing stands in the way.',
  correcting: (version: number, reason: string) => `Correction of version ${version}: ${reason}`,
  confirmTitle: (version: number, ref: string) => `Issue version ${version} of ${ref}?`,
  confirmWords: (rest: number) => [
    'This cannot be undone. Checklist, statement, notes, evidence, findings, conclusions, team and plan are kept as they are from then on; a correction makes the next version.',
    rest === 0
      ? 'No open point is left.'
      : `${formatCount(rest, 'point')} that a reader should know of ${rest === 1 ? 'stays' : 'stay'} open.`,
  ],
  unsaved: 'Not issued: something on this page is not saved yet. Your text is kept; issue again once it is saved.',
  cancelled: 'Cancelled. Nothing was issued.',
  failed: (sentence: string) => `${sentence} Nothing was issued.`,

  versions: 'Issued versions',
  version: (version: number) => `Version ${version}`,
  issuedBy: (when: string, by: string, released: string) =>
    `${when} by ${by}${released === '' ? '' : `, released by ${released}`}`,
  word: 'Word',
  pdf: 'PDF',
  excel: 'Excel',
  saveFile: (words: string, name: string) => `${words}: save ${name}`,
  openFile: (words: string, name: string) => `${words}: open ${name}`,
  differences: (count: number) =>
    formatCount(count, 'difference from the version before', 'differences from the version before'),
  noDifferences: 'No differences from the version before',
  correct: 'Start a correction',
  correctTitle: (version: number) => `Correct version ${version}`,
  correctWords:
    'The audit goes back to reporting and can be changed. The issued version stays as it is; what is issued next says why and what changed.',
  reason: 'Reason',
  reasonPlaceholder: 'What is wrong in the issued report, and who noticed',
  correctStep: 'start of a correction',
  closeAudit: 'Close the audit',
  closeWords: 'Close the audit once everything about its actions is done. It can be opened again.',
  closeStep: 'closing the audit',
  openAgain: 'Open the audit again',
  openStep: 'opening the audit again',
  closed: 'The audit is closed. Nothing in it can be changed.',
  dismiss: 'Close',
} as const;
