// Facts about a record that can be changed where they stand: a label, and a field that looks like text until it is used.
import { type ReactNode, useId } from 'react';
import styles from './property.module.css';

/** The class of a field in a property: no frame until it is pointed at or in use. */
export const quietField = styles.quiet ?? '';

/** A list of properties. */
export function PropertyList({ children }: { children: ReactNode }) {
  return <div className={styles.list}>{children}</div>;
}

interface Props {
  label: string;
  /** Draws the field with the id that ties it to its label. */
  children: (id: string) => ReactNode;
}

/** A label and its field in one line. */
export function Property({ label, children }: Props) {
  const id = useId();
  return (
    <div className={styles.row}>
      <label htmlFor={id}>{label}</label>
      <div className={styles.value}>{children(id)}</div>
    </div>
  );
}
