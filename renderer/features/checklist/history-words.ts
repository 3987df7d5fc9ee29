import { type Verdict, verdicts } from '../../../shared/domain/vocabulary.ts';
import type { HistoryWords } from '../../api/record-history.ts';
import { texts } from './texts.ts';

const shortText = 40;

/** How changes of a checklist item are put into words. */
export const itemHistoryWords: HistoryWords = {
  ...texts.historyWords,
  show(field, value) {
    if (field === 'verdict') return (verdicts[value as Verdict] ?? '').toLowerCase();
    if (Array.isArray(value)) return value.join(', ');
    const text = (typeof value === 'string' ? value : '').trim();
    return text.length > shortText ? undefined : text;
  },
};
