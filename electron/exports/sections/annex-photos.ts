import type { Block, Figure, Run } from '../blocks.ts';
import type { ReportModel } from '../report-model.ts';
import { type Composing, paragraph, sectionHeading, words } from './composing.ts';
import { counted, formatInstant } from './wording.ts';

/** Annex: photographs and screenshots, each with number, caption, place and time. */
export function composePhotos(composing: Composing): Block[] {
  const { model } = composing;
  const items: Figure[] = [];
  const notDrawn: string[] = [];
  for (const piece of model.evidence) {
    const place = `figure:${piece.number}`;
    const number = composing.figures.get(place);
    if (piece.picture && number !== undefined) {
      const text = piece.caption.trim() || piece.title || piece.originalName;
      items.push({
        picture: piece.picture,
        number,
        place,
        caption: captionRuns(composing, piece, text),
        note: [words(noteOf(piece), 'muted')],
        alt: `${piece.number}: ${text}`,
      });
    } else if (piece.mediaType.startsWith('image/')) {
      notDrawn.push(piece.number);
    }
  }
  const blocks: Block[] = [sectionHeading(composing, 'photos')];
  if (items.length > 0) blocks.push({ kind: 'figures', items });
  else blocks.push(paragraph('There are no photographs or screenshots to show.'));
  if (notDrawn.length > 0) {
    blocks.push(
      paragraph([
        words(`${counted(notDrawn.length, 'picture', 'pictures')} could not be drawn and can be looked up by hash: `),
        ...composing.referAll(notDrawn, model.audit.ref),
        words('.'),
      ]),
    );
  }
  return blocks;
}

function captionRuns(composing: Composing, piece: ReportModel['evidence'][number], text: string): Run[] {
  const runs = composing.write(text, piece.number).flat();
  return [composing.refer(piece.number, piece.number), words(' '), ...runs];
}

/** Characters of a hash that are enough to find it in the register, where the whole stands. */
const hashStart = 16;

function noteOf({ place, collectedAt, sha256 }: ReportModel['evidence'][number]): string {
  const hash = sha256 && `SHA-256 ${sha256.slice(0, hashStart)}…`;
  return [[place, formatInstant(collectedAt)].filter(Boolean).join(', '), hash].filter(Boolean).join(' · ');
}
