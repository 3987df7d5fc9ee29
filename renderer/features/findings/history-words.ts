import { auditeePositions, grades } from '../../../shared/domain/vocabulary.ts';
import { type HistoryWords, textOf } from '../../api/record-history.ts';
import { texts } from './texts.ts';

const longTexts = new Set(['requirement', 'evidence', 'nature', 'gradeReason', 'auditeeComment']);
const lists: Record<string, Readonly<Record<string, string>>> = { grade: grades, auditeePosition: auditeePositions };

/** How changes of a finding are put into words. */
export const findingHistoryWords: HistoryWords = {
  ...texts.historyWords,
  fields: texts.historyFields,
  show(field, value) {
    if (longTexts.has(field)) return undefined;
    // The ids of AI systems say nothing to people; how many there are does.
    if (field === 'aiSystems') return String((value as readonly unknown[]).length);
    if (Array.isArray(value)) return value.join(', ');
    const text = textOf(value);
    return lists[field]?.[text] ?? text;
  },
};
