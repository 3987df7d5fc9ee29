// Colours of documents as six hex digits, and whether words in them can be read on white paper.

/** The contrast that words need on their ground (WCAG 2.2, 1.4.3). */
export const readableContrast = 4.5;

const channels = (colour: string) => [0, 2, 4].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));

/** Relative luminance (WCAG 2.2) of a colour: 0 is black, 1 is white. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** How much a colour stands out from white: 1 not at all, 21 is black. */
export const contrastOnWhite = (colour: string): number => 1.05 / (luminance(colour) + 0.05);

/** A colour in which words can be read on white: itself, or the same hue as much darker as is needed. */
export function readableOnWhite(colour: string): string {
  for (let share = 1; share > 0; share -= 0.02) {
    const darker = channels(colour)
      .map((value) =>
        Math.round(value * share)
          .toString(16)
          .padStart(2, '0'),
      )
      .join('');
    if (contrastOnWhite(darker) >= readableContrast) return darker;
  }
  return '000000';
}
