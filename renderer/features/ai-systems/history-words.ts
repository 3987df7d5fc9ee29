import { impacts, lifecycleStages, systemRoles } from '../../../shared/domain/vocabulary.ts';
import { type HistoryWords, textOf } from '../../api/record-history.ts';
import { texts } from './texts.ts';

const lists: Record<string, Readonly<Record<string, string>>> = {
  role: systemRoles,
  lifecycle: lifecycleStages,
  impact: impacts,
};

/** How changes of an AI system are put into words. */
export const systemHistoryWords: HistoryWords = {
  ...texts.historyWords,
  fields: texts.fields,
  show(field, value) {
    if (field === 'purpose' || field === 'samplingReason') return undefined;
    if (typeof value === 'boolean') return value ? texts.yes : texts.no;
    const text = textOf(value);
    return lists[field]?.[text] ?? text;
  },
};
