// The layout of the house that an audit is printed with, and the way to those there are.
import { NativeSelect } from '@mantine/core';
import { useEffect, useId, useState } from 'react';
import type { HouseLayoutRecord } from '../../shared/contract/house-layouts.ts';
import { isIssued } from '../../shared/domain/issue-lock.ts';
import { hrefTo } from '../api/addresses.ts';
import { useEngine } from '../api/engine-context.tsx';
import { useRecordEdit } from '../api/record-edit.ts';
import { useAudit } from '../api/session-context.tsx';
import { FieldRow } from '../ui/field-row.tsx';
import styles from './layout-choice.module.css';

const texts = {
  label: 'Layout',
  usual: 'The usual look',
  hint: 'Logo, colours, fonts, cover and order of the report.',
  gone: 'A layout that is no longer there',
  manage: 'Make or change layouts',
  audit: 'the audit',
  field: 'layout',
};

/** The layouts of the workspace, as they are when the field is opened and after every change of one. */
function useLayoutNames(): readonly HouseLayoutRecord[] | undefined {
  const { api, connection } = useEngine();
  const [list, setList] = useState<readonly HouseLayoutRecord[]>();
  useEffect(() => {
    let isWanted = true;
    const read = () =>
      api.call('houseLayouts.list', {}).then(
        (all) => isWanted && setList(all),
        // The field then offers what the audit has already.
        () => isWanted && setList([]),
      );
    void read();
    const end = connection.subscribe((event) => {
      if (event.type === 'changes' && event.changes.some(({ noun }) => noun === 'houseLayout')) void read();
    });
    return () => {
      isWanted = false;
      end();
    };
  }, [api, connection]);
  return list;
}

interface ChoiceProps {
  id: string;
  describedBy?: string | undefined;
}

/** The field itself, with the way to the layouts there are. */
function Choice({ id: field, describedBy }: ChoiceProps) {
  const { id, status, houseLayout } = useAudit((state) => state.open.audit);
  const edit = useRecordEdit('audit', id, texts.audit);
  const layouts = useLayoutNames();
  const isKnown = houseLayout === null || layouts === undefined || layouts.some((one) => one.id === houseLayout);
  return (
    <>
      <NativeSelect
        id={field}
        aria-describedby={describedBy}
        disabled={isIssued(status) || layouts === undefined}
        value={houseLayout ?? ''}
        onChange={(event) => edit.choose({ houseLayout: event.currentTarget.value || null }, texts.field)}
      >
        <option value="">{texts.usual}</option>
        {isKnown ? null : <option value={houseLayout ?? ''}>{texts.gone}</option>}
        {layouts?.map(({ id: key, name }) => (
          <option key={key} value={key}>
            {name}
          </option>
        ))}
      </NativeSelect>
      <a className={styles.manage} href={hrefTo({ place: 'settings' })}>
        {texts.manage}
      </a>
    </>
  );
}

/** One row of a form: which layout the reports of the open audit have. */
export function LayoutRow() {
  return (
    <FieldRow label={texts.label} hint={texts.hint}>
      {({ id, describedBy }) => <Choice id={id} describedBy={describedBy} />}
    </FieldRow>
  );
}

/** The same in a narrow pane. */
export function LayoutChoice() {
  const id = useId();
  return (
    <div className={styles.narrow}>
      <label htmlFor={id}>{texts.label}</label>
      <Choice id={id} />
    </div>
  );
}
