// What is known of fonts: how wide their letters are, what stands in for them, and of which kind they are.

interface FontFacts {
  /** Width of running text against that of Calibri, and height of a line as a factor of the size. */
  width: number;
  line: number;
  /** A font of the same widths that free systems have. */
  other?: string;
  serif?: true;
}

const facts: Readonly<Record<string, FontFacts>> = {
  calibri: { width: 1, line: 1.2207, other: 'Carlito' },
  arial: { width: 1.11, line: 1.15, other: 'Liberation Sans' },
  helvetica: { width: 1.11, line: 1.15, other: 'Liberation Sans' },
  cambria: { width: 1.04, line: 1.172, other: 'Caladea', serif: true },
  georgia: { width: 1.12, line: 1.136, other: 'Gelasio', serif: true },
  'segoe ui': { width: 1.09, line: 1.33 },
  tahoma: { width: 1.08, line: 1.207 },
  'times new roman': { width: 0.98, line: 1.15, other: 'Liberation Serif', serif: true },
  'trebuchet ms': { width: 1.07, line: 1.161 },
  verdana: { width: 1.29, line: 1.215 },
  'courier new': { width: 1.3, line: 1.133, other: 'Liberation Mono' },
};

/** Of a font nobody knows, the widths of a common one are taken. */
const unknown: FontFacts = { width: 1.08, line: 1.2 };

/** The facts of a font by its name. */
export const factsOf = (font: string): FontFacts => facts[font.trim().toLowerCase()] ?? unknown;

/** A font for the screen, with what to take where it is missing. */
export function fontStack(font: string): string {
  const { other, serif } = factsOf(font);
  return [`"${font}"`, ...(other ? [`"${other}"`] : []), ...(serif ? ['serif'] : ['"Segoe UI"', 'sans-serif'])].join(
    ',',
  );
}
