import { confidentialityLevels, evidenceKinds, evidenceMethods } from '../../../shared/domain/vocabulary.ts';
import { type HistoryWords, textOf } from '../../api/record-history.ts';
import { formatInstant } from '../../ui/format.ts';
import { texts } from './texts.ts';

const lists: Record<string, Readonly<Record<string, string>>> = {
  kind: evidenceKinds,
  method: evidenceMethods,
  confidentiality: confidentialityLevels,
};

/** How changes of evidence are put into words. */
export const evidenceHistoryWords: HistoryWords = {
  ...texts.historyWords,
  fields: texts.fields,
  show(field, value) {
    if (field === 'caption') return undefined;
    const text = textOf(value);
    return field === 'collectedAt' ? formatInstant(text) : (lists[field]?.[text] ?? text);
  },
};
