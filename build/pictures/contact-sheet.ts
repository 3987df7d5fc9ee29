import path from 'node:path';
import sharp from 'sharp';

export interface Picture {
  file: string;
  label: string;
}

/** How pictures lie on a sheet: columns and rows, and the size of one picture in pixels. */
export interface SheetLayout {
  columns: number;
  rows: number;
  width: number;
  height: number;
}

export const roomLayout: SheetLayout = { columns: 2, rows: 2, width: 960, height: 540 };
export const uprightLayout: SheetLayout = { columns: 4, rows: 2, width: 480, height: 680 };
export const landscapeLayout: SheetLayout = { columns: 2, rows: 2, width: 960, height: 680 };

const gap = 12;
const labelHeight = 26;
const background = '#d9dce1';
const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

function drawLabel(text: string, width: number): Buffer {
  const escaped = text.replaceAll(/[&<>]/g, (sign) => escapes[sign] ?? sign);
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${labelHeight}">` +
      `<text x="2" y="18" font-family="sans-serif" font-size="15" fill="#1d2330">${escaped}</text></svg>`,
  );
}

async function drawSheet(pictures: readonly Picture[], layout: SheetLayout, target: string): Promise<void> {
  const { columns, width, height } = layout;
  const rows = Math.ceil(pictures.length / columns);
  const layers = await Promise.all(
    pictures.map(async ({ file, label }, place) => {
      const left = gap + (place % columns) * (width + gap);
      const top = gap + Math.floor(place / columns) * (height + labelHeight + gap);
      const small = await sharp(file).resize(width, height, { fit: 'inside', withoutEnlargement: true }).toBuffer();
      return [
        { input: drawLabel(label, width), left, top },
        { input: small, left, top: top + labelHeight },
      ];
    }),
  );
  const canvas = {
    width: gap + columns * (width + gap),
    height: gap + rows * (height + labelHeight + gap),
    channels: 3 as const,
    background,
  };
  await sharp({ create: canvas }).composite(layers.flat()).png().toFile(target);
}

/** Puts pictures on as many sheets as they need: `sheet-NAME-1.png` and so on in the folder. Answers with the files. */
export async function drawSheets(
  pictures: readonly Picture[],
  layout: SheetLayout,
  folder: string,
  name: string,
): Promise<string[]> {
  const onOne = layout.columns * layout.rows;
  const sheets: string[] = [];
  for (let from = 0; from < pictures.length; from += onOne) {
    const target = path.join(folder, `sheet-${name}-${sheets.length + 1}.png`);
    await drawSheet(pictures.slice(from, from + onOne), layout, target);
    sheets.push(target);
  }
  return sheets;
}
