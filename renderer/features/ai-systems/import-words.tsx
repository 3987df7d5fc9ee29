// Words of the file that are on no list: what each of them means is said once and holds for every row.
import { NativeSelect } from '@mantine/core';
import { type ImportChoices, importChoices, type ReadSystem } from '../../../shared/domain/ai-system-import.ts';
import { impacts, lifecycleStages, systemRoles } from '../../../shared/domain/vocabulary.ts';
import { optionsOf } from '../../ui/options.ts';
import styles from './system-preview.module.css';
import { texts } from './texts.ts';

const yesNo = [
  { value: 'true', label: texts.yes },
  { value: 'false', label: texts.no },
];
const options: Readonly<Record<string, { value: string; label: string }[]>> = {
  role: optionsOf(systemRoles),
  lifecycle: optionsOf(lifecycleStages),
  impact: optionsOf(impacts),
  inScope: yesNo,
  sampled: yesNo,
};

interface Props {
  systems: readonly ReadSystem[];
  choices: ImportChoices;
  onChoices: (choices: ImportChoices) => void;
}

/** What the unknown words mean. */
export function ImportWords({ systems, choices, onChoices }: Props) {
  const words = [
    ...new Map(
      systems.flatMap(({ unread }) => unread.map((word) => [`${word.field} ${word.said}`, word] as const)),
    ).values(),
  ];
  if (words.length === 0) return null;
  const choose = (field: string, said: string, value: string) => {
    const others = choices.words.filter((one) => one.field !== field || one.said !== said);
    const meant = value === 'true' || value === 'false' ? value === 'true' : value;
    const added = value === '' ? [] : [{ field, said, value: meant }];
    onChoices(importChoices.parse({ ...choices, words: [...others, ...added] }));
  };
  return (
    <section>
      <h3>{texts.wordsTitle}</h3>
      <ul className={styles.words}>
        {words.map(({ field, said }) => {
          const chosen = choices.words.find((one) => one.field === field && one.said === said);
          return (
            <li key={`${field} ${said}`}>
              <NativeSelect
                label={texts.meaningOf(texts.fields[field], said)}
                data={[{ value: '', label: texts.leaveOpen }, ...(options[field] ?? [])]}
                value={chosen === undefined ? '' : String(chosen.value)}
                onChange={(event) => choose(field, said, event.currentTarget.value)}
              />
            </li>
          );
        })}
      </ul>
    </section>
  );
}
