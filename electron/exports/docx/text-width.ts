// Widths of letters in Calibri (and Carlito, which has the same), to estimate where lines and pages end.
import type { Run } from '../blocks.ts';
import { hashSize } from './theme.ts';

// Thousandths of the size, for the characters 32 to 126 and 160 to 255.
const regular = [
  226, 326, 401, 498, 507, 715, 682, 221, 303, 303, 498, 498, 250, 306, 252, 386, 507, 507, 507, 507, 507, 507, 507,
  507, 507, 507, 268, 268, 498, 498, 498, 463, 894, 579, 544, 533, 615, 488, 459, 631, 623, 252, 319, 520, 420, 855,
  646, 662, 517, 673, 543, 459, 487, 642, 567, 890, 519, 487, 468, 307, 386, 307, 498, 498, 291, 479, 525, 423, 525,
  498, 305, 471, 525, 229, 239, 455, 229, 799, 525, 527, 525, 525, 349, 391, 335, 525, 452, 715, 433, 453, 395, 314,
  460, 314, 498,
];
const regularLatin = [
  226, 326, 498, 507, 498, 507, 498, 498, 393, 834, 402, 512, 498, 507, 507, 394, 339, 498, 336, 334, 292, 550, 586,
  252, 307, 246, 422, 512, 636, 671, 675, 463, 579, 579, 579, 579, 579, 579, 763, 533, 488, 488, 488, 488, 252, 252,
  252, 252, 625, 646, 662, 662, 662, 662, 662, 498, 664, 642, 642, 642, 642, 487, 517, 527, 479, 479, 479, 479, 479,
  479, 773, 423, 498, 498, 498, 498, 229, 229, 229, 229, 525, 525, 527, 527, 527, 527, 527, 498, 529, 525, 525, 525,
  525, 453, 525, 453,
];
const bold = [
  226, 326, 438, 498, 507, 729, 705, 233, 312, 312, 498, 498, 258, 306, 267, 430, 507, 507, 507, 507, 507, 507, 507,
  507, 507, 507, 276, 276, 498, 498, 498, 463, 898, 606, 561, 529, 630, 488, 459, 637, 631, 267, 331, 547, 423, 874,
  659, 676, 532, 686, 563, 473, 495, 653, 591, 906, 551, 520, 478, 325, 430, 325, 498, 498, 300, 494, 537, 418, 537,
  503, 316, 474, 537, 246, 255, 480, 246, 813, 537, 538, 537, 537, 355, 399, 347, 537, 473, 745, 459, 474, 397, 344,
  475, 344, 498,
];
/** Letters beyond Latin 1, and ideographs, which are as wide as high. */
const otherWidth = 520;
const ideographWidth = 1000;
const monoWidth = 600;

/** Width of every character of Latin 1, by its code. */
function widthsOf(ascii: readonly number[]): Uint16Array {
  const widths = new Uint16Array(256).fill(otherWidth);
  widths.set(ascii, 32);
  widths.set(regularLatin, 160);
  return widths;
}
const regularWidths = widthsOf(regular);
const boldWidths = widthsOf(bold);
const monoWidths = new Uint16Array(256).fill(monoWidth);

const wideWidth = (code: number) => (code >= 0x2e80 && code <= 0xfaff ? ideographWidth : otherWidth);

/** How many lines runs take in a width (points) at a size; `bolder` where the whole paragraph is bold. */
export function countLines(runs: readonly Run[], size: number, width: number, bolder = false): number {
  let lines = 1;
  let used = 0;
  let word = 0;
  for (const run of runs) {
    const look = 'look' in run ? run.look : undefined;
    const isBold = bolder || look === 'bold' || run.kind === 'chip';
    const isHash = look === 'hash';
    const widths = isHash ? monoWidths : isBold ? boldWidths : regularWidths;
    const scale = (isHash ? hashSize : size) / 1000;
    const text = run.kind === 'chip' ? `\u00a0${run.text}\u00a0` : run.text;
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      const letter = (code < 256 ? (widths[code] ?? otherWidth) : wideWidth(code)) * scale;
      const breaks = code === space || code === lineEnd;
      if (!breaks && word + letter <= width) {
        word += letter;
        if (code !== hyphen) continue;
      }
      if (used > 0 && used + word > width) {
        lines += 1;
        used = 0;
      }
      used += word;
      word = 0;
      if (code === space) used += letter;
      else if (code !== hyphen) {
        lines += 1;
        used = 0;
        if (code !== lineEnd) word = letter;
      }
    }
  }
  return used > 0 && used + word > width ? lines + 1 : lines;
}

const space = 32;
const hyphen = 45;
const lineEnd = 10;
