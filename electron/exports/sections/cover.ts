import { auditTypes, confidentialityLevels } from '../../../shared/domain/vocabulary.ts';
import { isIssued } from '../../../shared/domain/issue-lock.ts';
import { logoHeight } from '../../../shared/domain/house-layouts.ts';
import type { Block, CoverLogo } from '../blocks.ts';
import type { ReportModel } from '../report-model.ts';
import { type Composing, words } from './composing.ts';
import { formatDay, formatSpan } from './wording.ts';

/** What the report is at this stage of the audit: a draft until it is issued. */
export function reportState({ audit }: ReportModel): string {
  return isIssued(audit.status) ? 'issued' : 'draft';
}

/** The version in few words, for the head of each page: `version 2`, `draft of version 1`. */
export function shortVersion(model: ReportModel): string {
  return `${reportState(model) === 'draft' ? 'draft of ' : ''}version ${model.version}`;
}

/** The version in words: `Version 2, issued 1 December 2026`, `Draft of version 1, 23 November 2026`. */
export function versionInWords(model: ReportModel): string {
  const { version, issues, generatedAt } = model;
  const printed = formatDay(generatedAt);
  if (reportState(model) === 'draft') return `Draft of version ${version}, ${printed}`;
  const issued = formatDay(issues.find((one) => one.version === version)?.issuedAt ?? null);
  if (issued === '') return `Version ${version}, issued; printed ${printed}`;
  return issued === printed
    ? `Version ${version}, issued ${issued}`
    : `Version ${version}, issued ${issued}; printed ${printed}`;
}

/** The standard with its edition, as in a title: name, colon, year. */
export function standardName({ audit, catalogue }: ReportModel): string {
  const name = audit.standard || catalogue.standard.name;
  const edition = audit.edition || catalogue.standard.edition;
  return edition ? `${name}:${edition}` : name;
}

/** The Statement of Applicability in words: its version and date. */
export function soaVersion({ soa }: ReportModel): string {
  if (!soa.version && !soa.date) return 'No version recorded';
  return [soa.version && `Version ${soa.version}`, soa.date && `of ${formatDay(soa.date)}`].filter(Boolean).join(' ');
}

/** Where and when: dates and the share of remote work. */
export function auditDates({ audit }: ReportModel): string {
  const span = formatSpan(audit.startsOn, audit.endsOn);
  if (!span) return 'Not recorded';
  if (audit.remoteShare === null) return span;
  if (audit.remoteShare === 0) return `${span}, on site`;
  return audit.remoteShare === 100 ? `${span}, remote` : `${span}, on site and remote (${audit.remoteShare} %)`;
}

const line = (label: string, text: string) => ({ label, paragraphs: [[words(text)]] });

/** The logo of the house with its size on paper: as wide as the layout says, unless that makes it too high. */
export function coverLogo(house: ReportModel['houseLayout']): CoverLogo | undefined {
  if (!house || house.logoFile === '' || house.logoType === '' || house.logoPixelsWide === 0) return undefined;
  const shape = house.logoPixelsHigh / house.logoPixelsWide;
  const width = Math.min(house.logoWidth, logoHeight / shape);
  const { logoFile: file, logoType: mediaType, logo: sha256 } = house;
  return { file, mediaType, sha256, width, height: width * shape, alt: `Logo, ${house.name}` };
}

/** The first page. */
export function composeCover({ model, layout }: Composing): Block[] {
  const { audit, organization } = model;
  const title = model.template.reportTitle;
  const type = auditTypes[audit.type];
  const house = model.houseLayout;
  const logo = coverLogo(house);
  const lines = (house?.coverLines ?? []).map((text) => text.trim()).filter(Boolean);
  const isNamed = title.toLowerCase().includes(type.toLowerCase());
  return [
    {
      kind: 'cover',
      title,
      ...(logo && { logo }),
      ...(lines.length > 0 && { lines }),
      ...(house?.coverNote.trim() && { houseNote: house.coverNote.trim() }),
      subtitles: [`AI management system, ${standardName(model)}`, ...(isNamed ? [] : [type])],
      rows: [
        line('Organisation', organization.name),
        line('Reference', audit.ref),
        line('Dates', auditDates(model)),
        line('Statement of Applicability', soaVersion(model)),
        line('Version', versionInWords(model)),
        line(
          'Classification',
          layout.has('control')
            ? `${confidentialityLevels[audit.confidentiality]}, distribution list in the document control`
            : confidentialityLevels[audit.confidentiality],
        ),
      ],
      note: 'Based on sampling; nonconformities that were not found may exist.',
    },
  ];
}
