import { auditeePositions, earlierStatuses, type Grade } from '../../../shared/domain/vocabulary.ts';
import { type HistoryWords, textOf } from '../../api/record-history.ts';
import { texts } from './texts.ts';

const longTexts = new Set(['requirement', 'evidence', 'nature', 'gradeReason', 'auditeeComment', 'earlierReason']);

/** How changes of a finding are put into words, grades as the audit names them. */
export function findingHistoryWords(gradeLabels: Readonly<Record<Grade, string>>): HistoryWords {
  const lists: Record<string, Readonly<Record<string, string>>> = {
    grade: gradeLabels,
    auditeePosition: auditeePositions,
    earlierStatus: earlierStatuses,
  };
  return {
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
}
