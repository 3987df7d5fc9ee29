import { Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx';

const inputs = [
  ['1', 'Actions of MR-2026-01', 'Six of seven done; late: test bench for Polish, new date 15 August 2026.'],
  [
    '2',
    'Changes outside and inside',
    'Dates of the European AI law for high-risk systems moved to December 2027 and August 2028; takeover talks of a broker; storm season longer than planned.',
  ],
  [
    '3',
    'Needs of parties',
    'Policyholder council asks for plain reasons in special review; supervisory authority asks for the inventory by 30 September.',
  ],
  ['4', 'Nonconformities', 'Four since January: NCR-2026-01 to -04; two closed with effect, one closed, one open.'],
  [
    '5',
    'Measurements',
    'Correct queue at first proposal 94.1 % (goal 93 %); waiting in special review 12 days (goal 10, missed); overrides 1.9 %.',
  ],
  ['6', 'Internal audits', 'IA-2026-01 and IA-2026-02 done as planned: one nonconformity, five improvements.'],
  ['7', 'Ideas for improvement', 'Eleven on the list, three picked, see decisions.'],
];

const decisions = [
  ['D1', 'Half a post for testing of broker systems', 'Head of broker services', '1 September 2026'],
  [
    'D2',
    'Retire Mail sorter by the end of the year; plan to the board in August',
    'Head of operations',
    '31 December 2026',
  ],
  [
    'D3',
    'Two more specialists for special review until waiting is below 10 days',
    'Head of claims',
    '1 September 2026',
  ],
  ['D4', 'Take Broker assist into the scope statement (SCO-01 v1.3)', 'AIMS manager', '20 July 2026'],
  ['D5', 'Awareness session for both shifts in Sandvale', 'Head of people', '30 September 2026'],
];

function composeGrid(rows: string[][], widths: number[]): Table {
  const cells = (row: string[], bold: boolean) =>
    row.map(
      (text, column) =>
        new TableCell({
          width: { size: widths[column] ?? 10, type: WidthType.PERCENTAGE },
          margins: { top: 60, bottom: 60, left: 80, right: 80 },
          children: [new Paragraph({ children: [new TextRun({ text, bold })] })],
        }),
    );
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: rows.map((row, index) => new TableRow({ tableHeader: index === 0, children: cells(row, index === 0) })),
  });
}

function writeText(text: string): Paragraph {
  return new Paragraph({ text, spacing: { after: 120 } });
}

function writeHeading(text: string): Paragraph {
  return new Paragraph({ text, heading: HeadingLevel.HEADING_2, spacing: { before: 240, after: 120 } });
}

/** The minutes of the client's last management review as a Word file. */
export async function composeReviewMinutes(): Promise<Buffer> {
  const document = new Document({
    creator: 'Brackenfjord Mutual (invented sample organisation)',
    title: 'MR-2026-02 Management review of the AI management system',
    styles: { default: { document: { run: { font: 'Calibri', size: 22 } } } },
    sections: [
      {
        children: [
          new Paragraph({ text: 'Management review of the AI management system', heading: HeadingLevel.HEADING_1 }),
          writeText('Minutes MR-2026-02, 9 July 2026, 10:00 to 11:35, Ellmouth, board room'),
          writeText(
            'Present: Chief executive (chair), Chief risk officer, Head of claims, Head of operations, Head of broker services, Head of people, Data protection officer, Head of internal audit, AIMS manager (minutes). Absent: none.',
          ),
          writeHeading('What was looked at'),
          composeGrid([['No.', 'Input', 'What was said'], ...inputs], [8, 26, 66]),
          writeHeading('View of the board of management'),
          writeText(
            'The system fits the present use of AI. It is adequate for Claims triage and Mail sorter. For Broker assist the means for testing are short (D1). It has the wanted effect, waiting in special review excepted (D3).',
          ),
          writeHeading('Decisions'),
          composeGrid([['No.', 'Decision', 'Owner', 'By'], ...decisions], [8, 48, 24, 20]),
          writeText(''),
          writeText('Approved by the Chief executive on 16 July 2026. Next review: January 2027.'),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}
