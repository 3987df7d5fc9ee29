// A base document of an invented firm, as Word would save it, and the same with one thing done to it.
import { Document, Header, Footer, ImageRun, Packer, PageNumber, Paragraph, TextRun } from 'docx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import sharp from 'sharp';

/** A picture of one colour. */
export const aPicture = (
  { width = 120, height = 40, colour = '#7a1f3d' }: { width?: number; height?: number; colour?: string } = {},
  type: 'png' | 'jpeg' = 'png',
): Promise<Uint8Array<ArrayBuffer>> =>
  sharp({ create: { width, height, channels: 3, background: colour } })
    .toFormat(type)
    .toBuffer()
    .then((bytes) => Uint8Array.from(bytes));

/** The base document: serif text, wine-red headings, a header with a picture, a footer that counts pages. */
export async function aBaseDocument(): Promise<Uint8Array<ArrayBuffer>> {
  const picture = new ImageRun({
    type: 'png',
    data: Buffer.from(await aPicture()),
    transformation: { width: 120, height: 40 },
    altText: { title: 'Firm', name: 'Firm', description: 'The sign of the firm' },
  });
  const document = new Document({
    styles: {
      default: {
        document: { run: { font: 'Georgia', size: 22, color: '202020' }, paragraph: { spacing: { after: 160 } } },
        heading1: {
          run: { font: 'Verdana', size: 36, bold: true, color: '7A1F3D' },
          paragraph: { spacing: { after: 200 } },
        },
        heading2: { run: { font: 'Verdana', size: 26, color: '7A1F3D' } },
        title: { run: { font: 'Verdana', size: 60, color: '7A1F3D' } },
      },
    },
    sections: [
      {
        properties: {
          page: { margin: { top: 2000, bottom: 1500, left: 1400, right: 1400, header: 600, footer: 500 } },
        },
        headers: {
          default: new Header({
            children: [new Paragraph({ children: [picture, new TextRun(' Granite & Reed Assurance')] })],
          }),
        },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                children: [new TextRun({ children: ['Accredited in Nowhere, page ', PageNumber.CURRENT] })],
              }),
            ],
          }),
        },
        children: [new Paragraph('This text is not taken.')],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

/** The document with some parts replaced by what is given for them; null takes a part out. */
export function withParts(
  document: Uint8Array,
  change: Record<string, ((xml: string) => string) | Uint8Array | string | null>,
): Uint8Array<ArrayBuffer> {
  const parts: Record<string, Uint8Array> = unzipSync(document);
  for (const [name, how] of Object.entries(change)) {
    if (how === null) delete parts[name];
    else if (typeof how === 'function') parts[name] = strToU8(how(strFromU8(parts[name] ?? new Uint8Array())));
    else parts[name] = typeof how === 'string' ? strToU8(how) : how;
  }
  return new Uint8Array(zipSync(parts));
}
