// One of a few, side by side: radio buttons in the shape of a row of segments.
import { useId } from 'react';
import { GroupRow } from '../../ui/field-row.tsx';
import styles from './settings.module.css';

interface Props<T extends string> {
  label: string;
  hint?: string;
  options: Readonly<Record<T, string>>;
  value: T;
  onChange: (value: T) => void;
}

/** A choice that counts at once. */
export function Choice<T extends string>({ label, hint, options, value, onChange }: Props<T>) {
  const name = useId();
  return (
    <GroupRow label={label} hint={hint} role="radiogroup">
      <div className={styles.choice}>
        {(Object.entries(options) as [T, string][]).map(([key, words]) => (
          <label key={key}>
            <input type="radio" name={name} checked={key === value} onChange={() => onChange(key)} />
            <span>{words}</span>
          </label>
        ))}
      </div>
    </GroupRow>
  );
}
