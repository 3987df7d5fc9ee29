// Fields that an issued report printed: to be read and copied, but not to be changed as long as the report stands.
import { createTheme, MantineThemeProvider } from '@mantine/core';
import { createContext, type ReactNode, use } from 'react';
import type { Noun } from '../../shared/domain/nouns.ts';
import { useLocked } from '../api/issue-lock.ts';
import styles from './kept-as-printed.module.css';

const Kept = createContext(false);

/** Whether the fields here are kept as they were printed. Fields that are not the library's ask this. */
export const useKept = (): boolean => use(Kept);

const readOnly = { defaultProps: { readOnly: true } };
const off = { defaultProps: { disabled: true } };
const fields = {
  TextInput: readOnly,
  Textarea: readOnly,
  NumberInput: readOnly,
  Select: readOnly,
  MultiSelect: readOnly,
  TagsInput: readOnly,
  Autocomplete: readOnly,
  SegmentedControl: readOnly,
  NativeSelect: off,
  Checkbox: off,
};
const openTheme = createTheme({});
const keptTheme = createTheme({ components: fields });
const sealedTheme = createTheme({ components: { ...fields, Button: off, ActionIcon: off } });

interface Props {
  noun: Noun;
  /** One record, where others of the noun may be open, and one field that stands for those here. */
  id?: string;
  field?: string;
  /** Whether every button here changes something. Where some only show, all stay and say why they do nothing. */
  isSealed?: boolean;
  children: ReactNode;
}

/** Its fields can be changed until the report is issued. Why not any more stands at the top of the page. */
export function KeptAsPrinted({ noun, id, field, isSealed = false, children }: Props) {
  const isLocked = useLocked(noun, { id, field });
  return (
    <Kept value={isLocked}>
      <MantineThemeProvider inherit theme={isLocked ? (isSealed ? sealedTheme : keptTheme) : openTheme}>
        <div className={styles.kept} data-kept={isLocked || undefined}>
          {children}
        </div>
      </MantineThemeProvider>
    </Kept>
  );
}
