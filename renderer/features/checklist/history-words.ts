import { sampleMethods, type Verdict, verdicts } from '../../../shared/domain/vocabulary.ts';
import { type HistoryOfParts, type HistoryWords, textOf } from '../../api/record-history.ts';
import { texts } from './texts.ts';

const shortText = 40;

/** How changes of a checklist item are put into words. */
export function itemHistoryWords(systems: readonly { id: string; name: string }[]): HistoryWords {
  return {
    ...texts.historyWords,
    show(field, value) {
      if (field === 'verdict') return (verdicts[value as Verdict] ?? '').toLowerCase();
      if (field === 'aiSystem') return systems.find(({ id }) => id === value)?.name ?? '';
      if (field === 'parked') return value === true ? texts.yes : texts.no;
      if (Array.isArray(value)) return value.join(', ');
      const text = textOf(value).trim();
      return text.length > shortText ? undefined : text;
    },
  };
}

/** The samples of a checklist item, as a part of its history. */
export const sampleHistory: HistoryOfParts = {
  noun: 'sample',
  field: 'item',
  words: {
    ...texts.sampleHistory,
    show(field, value) {
      if (field === 'method') return (sampleMethods[value as keyof typeof sampleMethods] ?? '').toLowerCase();
      if (Array.isArray(value)) return value.join(', ');
      if (typeof value === 'number') return String(value);
      const text = textOf(value).trim();
      return text.length > shortText ? undefined : text;
    },
  },
};
