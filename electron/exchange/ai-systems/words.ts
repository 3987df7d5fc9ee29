// The words by which an inventory of AI systems is read, as they are compared.
import words from '../../../assets/importers/ai-system-words.json' with { type: 'json' };
import type { AiSystemFields } from '../../../shared/domain/ai-systems.ts';
import { impacts, lifecycleStages, systemRoles } from '../../../shared/domain/vocabulary.ts';
import { plain } from '../plain-words.ts';

export type InventoryField = keyof AiSystemFields;

/** The headings of each field, the surest first. */
export const headingWords = Object.entries(words.headings).map(([field, lists]) => ({
  field: field as InventoryField,
  phrases: Object.values(lists).flat().map(plain),
}));
export const notHeadings: readonly string[] = words.notHeadings;
export const totals: readonly string[] = words.totals;
export const nothing = new Set(words.nothing);

/** The values of a closed list by every word that stands for one: keys and labels of the product, and what clients say. */
function valuesOf(labels: Readonly<Record<string, string>>, said: Readonly<Record<string, readonly string[]>>) {
  return new Map(
    Object.entries(labels).flatMap(([key, label]) =>
      [key, label, ...(said[key] ?? [])].map((word): [string, string] => [plain(word), key]),
    ),
  );
}

export const closedValues = {
  role: valuesOf(systemRoles, words.values.role),
  lifecycle: valuesOf(lifecycleStages, words.values.lifecycle),
  impact: valuesOf(impacts, words.values.impact),
} as const;

export const yesNo = new Map<string, boolean>([
  ...words.values.yesNo.yes.map((word): [string, boolean] => [plain(word), true]),
  ...words.values.yesNo.no.map((word): [string, boolean] => [plain(word), false]),
  ...words.ticks.map((sign): [string, boolean] => [sign, true]),
  ...words.crosses.map((sign): [string, boolean] => [sign, false]),
]);
