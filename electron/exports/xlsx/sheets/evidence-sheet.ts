import { confidentialityLevels, evidenceKinds, evidenceMethods } from '../../../../shared/domain/vocabulary.ts';
import type { ReportEvidence, ReportModel, ReportQuestion } from '../../report-model.ts';
import { amount, type Column, instant, linkCount, references, type Sheet, tableSheet, words } from '../cells.ts';
import { looks } from '../theme.ts';
import { questionPlace } from './checklist-sheet.ts';

interface Row {
  piece: ReportEvidence;
  /** Places and ids of the questions that it is evidence for. */
  questions: string[];
  questionIds: string[];
  findings: string[];
  users: string[];
}

const columns: Column<Row>[] = [
  {
    title: 'Number',
    width: 10,
    about: 'The number of the piece of evidence in this audit; it is never used again.',
    cell: ({ piece }) => words(piece.number, looks.strong),
  },
  { title: 'Title', width: 30, about: 'What it is.', cell: ({ piece }) => words(piece.title) },
  {
    title: 'Kind',
    width: 13,
    about: 'What kind of thing it is.',
    list: 'evidenceKind',
    cell: ({ piece }) => words(evidenceKinds[piece.kind]),
  },
  {
    title: 'Method',
    width: 11,
    about: 'How it was gained.',
    list: 'evidenceMethod',
    cell: ({ piece }) => words(evidenceMethods[piece.method]),
  },
  { title: 'Source', width: 18, about: 'Who or what it comes from.', cell: ({ piece }) => words(piece.source) },
  { title: 'Place', width: 14, about: 'Where it was gained.', cell: ({ piece }) => words(piece.place) },
  {
    title: 'Collected at',
    width: 23,
    about: 'When it was gained, with the clock of the place.',
    kind: 'moment',
    cell: ({ piece }) => instant(piece.collectedAt),
  },
  {
    title: 'Collected by',
    width: 15,
    about: 'Who of the audit team gained it.',
    cell: ({ piece }) => words(piece.collectedBy),
  },
  {
    title: 'Permitted by',
    width: 14,
    about: 'Who allowed it to be taken.',
    cell: ({ piece }) => words(piece.permittedBy),
  },
  {
    title: 'Confidentiality',
    width: 15,
    about: 'How it has to be treated.',
    list: 'confidentiality',
    cell: ({ piece }) => words(confidentialityLevels[piece.confidentiality]),
  },
  {
    title: 'AI systems',
    width: 13,
    about: 'The AI systems that it is about.',
    from: 'Links between evidence and AI systems',
    cell: ({ piece }) => words(piece.systemNames.join(', ')),
  },
  {
    title: 'Original name',
    width: 21,
    about: 'The name of the file when it was taken in.',
    from: 'The file',
    cell: ({ piece }) => words(piece.originalName),
  },
  {
    title: 'Size in bytes',
    width: 11,
    about: 'The size of the file.',
    from: 'The file',
    kind: 'amount',
    cell: ({ piece }) => amount(piece.size),
  },
  {
    title: 'SHA-256',
    width: 36,
    about: 'The hash of the file when it was taken in: proof that it has not changed since.',
    from: 'The file',
    cell: ({ piece }) => words(piece.sha256),
  },
  {
    title: 'Used in',
    width: 20,
    about: 'The requirements and findings that it is used for.',
    from: 'Links, and numbers in the texts of findings',
    cell: ({ piece }) => words(piece.usedIn.join(', ')),
  },
  {
    title: 'Questions',
    width: 15,
    about: 'The questions that it answers; leads to the checklist.',
    from: 'Links between evidence and questions',
    cell: ({ questions, questionIds }) => references(questions, questionIds),
  },
  {
    title: 'Findings',
    width: 15,
    about: 'The findings that rest on it; leads to them.',
    from: 'Links, and numbers in the texts of findings',
    cell: ({ findings }) => references(findings),
  },
  {
    title: 'Uses',
    width: 8,
    about: 'How many questions and findings use it; leads to them one by one where they are many.',
    from: 'Counted',
    kind: 'amount',
    // One question and one finding are a click away already.
    cell: ({ questions, findings, users }) =>
      questions.length > 1 || findings.length > 1 ? linkCount(users) : amount(users.length),
  },
  {
    title: 'Caption',
    width: 30,
    about: 'What a picture shows, as printed below it.',
    cell: ({ piece }) => words(piece.caption),
  },
  {
    title: 'Media type',
    width: 16,
    about: 'The format of the file.',
    from: 'The file',
    cell: ({ piece }) => words(piece.mediaType),
  },
];

/** The evidence register, one row each, hashes whole. */
export function evidenceSheet(model: ReportModel): Sheet {
  const answering = new Map<string, ReportQuestion[]>();
  for (const question of model.requirements.flatMap((requirement) => requirement.questions)) {
    for (const number of question.evidence) {
      const known = answering.get(number);
      if (known) known.push(question);
      else answering.set(number, [question]);
    }
  }
  const known = new Set(model.findings.map(({ number }) => number));
  const rows = model.evidence.map((piece): Row => {
    const own = answering.get(piece.number) ?? [];
    const questions = own.map(questionPlace);
    const findings = piece.usedIn.filter((name) => known.has(name));
    return { piece, questions, questionIds: own.map(({ id }) => id), findings, users: [...questions, ...findings] };
  });
  return tableSheet('Evidence', rows, columns, ({ piece }) => piece.number, {
    about: 'The register of evidence, with hashes.',
    from: 'The evidence',
    caption: 1,
  });
}
