// What was read from a list of AI systems: what was matched, what is new, what differs, and what the words mean.
import { Checkbox, NativeSelect } from '@mantine/core';
import { useMemo } from 'react';
import { inventoryIssueCodes } from '../../../shared/contract/ai-systems.ts';
import type { Output } from '../../../shared/contract/contract.ts';
import {
  changedFields,
  type ImportChoices,
  type ImportPlan,
  planImport,
} from '../../../shared/domain/ai-system-import.ts';
import type { AiSystemFields } from '../../../shared/domain/ai-systems.ts';
import { impacts, lifecycleStages, systemRoles } from '../../../shared/domain/vocabulary.ts';
import { useAudit } from '../../api/session-context.tsx';
import { rowPlace, withoutRow } from '../../parts/import-places.ts';
import { ImportChanges, ImportFacts, ImportIssues, ImportNumbers } from '../../parts/import-preview.tsx';
import { ImportWords } from './import-words.tsx';
import styles from './system-preview.module.css';
import { texts } from './texts.ts';

type Preview = Output<'aiSystems.preview'>;
type Field = keyof AiSystemFields;
const lists: Partial<Record<Field, Readonly<Record<string, string>>>> = {
  role: systemRoles,
  lifecycle: lifecycleStages,
  impact: impacts,
};

/** A value of a field as people read it. */
function shown(field: Field, value: unknown): string {
  if (typeof value === 'boolean') return value ? texts.yes : texts.no;
  const text = typeof value === 'string' ? value : '';
  return lists[field]?.[text] ?? text;
}

interface Props {
  name: string;
  preview: Preview;
  choices: ImportChoices;
  onChoices: (choices: ImportChoices) => void;
  onSheet: (sheet: string) => void;
}

function Matched({ preview, onSheet }: Pick<Props, 'preview' | 'onSheet'>) {
  const matched = preview.columns.filter(({ field }) => field !== null);
  const others = preview.columns.filter(({ field }) => field === null);
  return (
    <section>
      {preview.otherSheets.length > 0 ? (
        <NativeSelect
          className={styles.sheet}
          label={texts.facts.sheet}
          value={preview.sheet}
          data={[
            { value: preview.sheet, label: texts.sheetChoice(preview.sheet, preview.systems.length) },
            ...preview.otherSheets.map(({ name, systems }) => ({
              value: name,
              label: texts.sheetChoice(name, systems),
            })),
          ]}
          onChange={(event) => onSheet(event.currentTarget.value)}
        />
      ) : null}
      <h3>{texts.columnsTitle}</h3>
      <ul className={styles.columns}>
        {matched.map(({ column, heading, field }) => (
          <li key={column}>
            <span className={styles.place}>{column}</span> {heading} → <b>{field ? texts.fields[field] : ''}</b>
          </li>
        ))}
      </ul>
      {others.length > 0 ? (
        <p className={styles.faint}>
          {texts.notMatched}: {others.map(({ column, heading }) => `${column} ${heading}`).join(', ')}
        </p>
      ) : null}
    </section>
  );
}

function Fresh({
  fresh,
  choices,
  onChoices,
  systems,
}: Pick<Props, 'choices' | 'onChoices'> & Pick<ImportPlan, 'fresh'> & { systems: Preview['systems'] }) {
  const leftOut = new Set(choices.leaveOut);
  const taken = new Map(fresh.map((one) => [one.row, one.fields]));
  const rows = systems.filter(({ row }) => taken.has(row) || leftOut.has(row));
  const title = texts.freshTitle(fresh.length);
  return (
    <section>
      <h3>{title}</h3>
      {rows.length === 0 ? null : (
        <ImportChanges label={title}>
          <table>
            <tbody>
              {rows.map(({ row, fields }) => {
                const told = taken.get(row) ?? fields;
                const facts = (['role', 'lifecycle', 'impact', 'owner', 'supplier'] as const).flatMap((field) =>
                  told[field] === undefined ? [] : [shown(field, told[field])],
                );
                return (
                  <tr key={row}>
                    <td className={styles.check}>
                      <Checkbox
                        size="xs"
                        aria-label={texts.takeRow(fields.name)}
                        checked={taken.has(row)}
                        onChange={() =>
                          onChoices({
                            ...choices,
                            leaveOut: taken.has(row)
                              ? [...choices.leaveOut, row]
                              : choices.leaveOut.filter((one) => one !== row),
                          })
                        }
                      />
                    </td>
                    <th scope="row" dir="auto">
                      {fields.name}
                    </th>
                    <td>{facts.join(' · ')}</td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </ImportChanges>
      )}
    </section>
  );
}

function Known({ known, choices, onChoices }: Pick<Props, 'choices' | 'onChoices'> & Pick<ImportPlan, 'known'>) {
  const rows = known.filter(({ fills, differs }) => differs.length + Object.keys(fills).length > 0);
  const title = texts.knownTitle(rows.length);
  const take = (aiSystem: string, field: Field, isTaken: boolean) => {
    const before = choices.take.find((one) => one.aiSystem === aiSystem)?.fields ?? [];
    const fields = isTaken ? [...before, field] : before.filter((one) => one !== field);
    onChoices({ ...choices, take: [...choices.take.filter((one) => one.aiSystem !== aiSystem), { aiSystem, fields }] });
  };
  const takeAll = rows.map(({ aiSystem, differs }) => ({ aiSystem, fields: differs.map(({ field }) => field) }));
  const hasDifferences = rows.some(({ differs }) => differs.length > 0);
  return (
    <section>
      <h3>{title}</h3>
      {hasDifferences ? (
        <p className={styles.ways}>
          <button type="button" onClick={() => onChoices({ ...choices, take: takeAll })}>
            {texts.takeAll}
          </button>
          <button type="button" onClick={() => onChoices({ ...choices, take: [] })}>
            {texts.keepAll}
          </button>
        </p>
      ) : null}
      {rows.length === 0 ? null : (
        <ImportChanges label={title}>
          <table>
            <thead>
              <tr>
                <th scope="col">{texts.columns.name}</th>
                <th scope="col">{texts.here}</th>
                <th scope="col">{texts.inFile}</th>
              </tr>
            </thead>
            <tbody>
              {rows.flatMap(({ aiSystem, name, fills, differs }) => [
                ...Object.entries(fills).map(([field, value]) => (
                  <tr key={`${aiSystem} ${field}`}>
                    <th scope="row">
                      {name} <span className={styles.faint}>{texts.fields[field as Field]}</span>
                    </th>
                    <td className={styles.faint}>–</td>
                    <td>
                      {shown(field as Field, value)} <span className={styles.faint}>{texts.fills}</span>
                    </td>
                  </tr>
                )),
                ...differs.map(({ field, before, after, isTaken }) => (
                  <tr key={`${aiSystem} ${field}`}>
                    <th scope="row">
                      {name} <span className={styles.faint}>{texts.fields[field]}</span>
                    </th>
                    <td data-kept={!isTaken || undefined}>{shown(field, before)}</td>
                    <td data-kept={isTaken || undefined}>
                      <Checkbox
                        size="xs"
                        label={shown(field, after)}
                        aria-label={texts.takeFile(texts.fields[field], name)}
                        checked={isTaken}
                        onChange={(event) => take(aiSystem, field, event.currentTarget.checked)}
                      />
                    </td>
                  </tr>
                )),
              ])}
            </tbody>
          </table>
        </ImportChanges>
      )}
    </section>
  );
}

/** The preview of an import. */
export function SystemPreview({ name, preview, choices, onChoices, onSheet }: Props) {
  const stored = useAudit((state) => state.open.aiSystems);
  const plan = useMemo(() => planImport(preview.systems, stored, choices), [preview, stored, choices]);
  const changed = plan.known.filter((system) => Object.keys(changedFields(system)).length > 0).length;
  const groups = inventoryIssueCodes.flatMap((code) => {
    const issues = preview.issues.filter((issue) => issue.code === code);
    if (issues.length === 0) return [];
    const shownIssues = issues.map(({ row, column, message }) => ({
      place: rowPlace(row, column),
      message: withoutRow(message, row),
    }));
    return [{ code, title: texts.issueKinds[code], issues: shownIssues }];
  });
  return (
    <div className={styles.preview}>
      <ImportFacts
        facts={[
          [texts.facts.file, name],
          [texts.facts.sheet, preview.sheet],
          [texts.facts.headerRow, String(preview.headerRow)],
        ]}
      />
      <ImportNumbers
        numbers={[
          [preview.systems.length, texts.numbers.read],
          [plan.fresh.length, texts.numbers.fresh],
          [changed, texts.numbers.changed],
          [plan.known.length - changed, texts.numbers.same],
        ]}
      />
      <Matched preview={preview} onSheet={onSheet} />
      <ImportIssues title={texts.issuesTitle(preview.issues.length)} groups={groups} />
      <ImportWords systems={preview.systems} choices={choices} onChoices={onChoices} />
      <Fresh fresh={plan.fresh} systems={preview.systems} choices={choices} onChoices={onChoices} />
      <Known known={plan.known} choices={choices} onChoices={onChoices} />
    </div>
  );
}
