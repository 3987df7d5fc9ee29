// Logo and base document of a layout: dropped or chosen, and what was found in the document.
import { Button, NumberInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { BaseRemark, HouseLayoutRecord } from '../../../../shared/contract/house-layouts.ts';
import { logoWidth } from '../../../../shared/domain/house-layouts.ts';
import { useEngine } from '../../../api/engine-context.tsx';
import { fileUrl } from '../../../api/files.ts';
import { FieldRow } from '../../../ui/field-row.tsx';
import { FilePlace } from '../../../ui/file-place.tsx';
import { texts } from './layout-texts.ts';
import styles from './layouts.module.css';
import type { LayoutPatch, Layouts } from './use-layouts.ts';

interface Props {
  layout: HouseLayoutRecord;
  run: Layouts['run'];
}

/** The logo with its width on the cover. */
export function LayoutLogo({ layout, run, onChange }: Props & { onChange: (fields: LayoutPatch) => void }) {
  const { api, connection } = useEngine();
  const set = (given: File | null) =>
    void run(async (step) => {
      const file = given && (await connection.stageFile(given));
      return api.call('houseLayouts.setLogo', { layout: layout.id, file, step });
    });
  const hasLogo = layout.logo !== '';
  return (
    <>
      <div className={styles.files}>
        {hasLogo ? <img className={styles.logo} src={fileUrl(layout.logo)} alt={texts.logo} /> : null}
        <FilePlace
          label={texts.logo}
          words={hasLogo ? texts.logoOther : texts.logoPlace}
          hint={texts.logoHint}
          isSmall
          onFile={set}
        />
        {hasLogo ? (
          <Button variant="subtle" aria-label={texts.takeLogo} onClick={() => set(null)}>
            {texts.takeAway}
          </Button>
        ) : null}
      </div>
      {hasLogo ? (
        <FieldRow label={texts.logoWidth}>
          {({ id }) => (
            <NumberInput
              id={id}
              className={styles.number}
              min={logoWidth.least}
              max={logoWidth.most}
              allowDecimal={false}
              defaultValue={layout.logoWidth}
              onBlur={(event) => {
                const width = Math.round(Number(event.currentTarget.value));
                const fits = width >= logoWidth.least && width <= logoWidth.most;
                if (fits && width !== layout.logoWidth) onChange({ logoWidth: width });
              }}
            />
          )}
        </FieldRow>
      ) : null}
    </>
  );
}

/** What was found in the base document; read again where the layout is opened later. */
function useRemarks(layout: HouseLayoutRecord): readonly BaseRemark[] | undefined {
  const { api } = useEngine();
  const [found, setFound] = useState<{ base: string; remarks: readonly BaseRemark[] }>();
  useEffect(() => {
    if (layout.base === '') return undefined;
    let isWanted = true;
    const show = (remarks: readonly BaseRemark[]) => isWanted && setFound({ base: layout.base, remarks });
    api
      .call('houseLayouts.checkBase', { layout: layout.id })
      .then(show, (error: unknown) => show([{ kind: 'wrong', message: error instanceof Error ? error.message : '' }]));
    return () => {
      isWanted = false;
    };
  }, [api, layout.id, layout.base]);
  return found?.base === layout.base ? found.remarks : undefined;
}

/** The base document. */
export function LayoutBase({ layout, run }: Props) {
  const { api, connection } = useEngine();
  const [isReading, setReading] = useState(false);
  const remarks = useRemarks(layout);
  const set = async (given: File | null) => {
    setReading(true);
    await run(async (step) => {
      const file = given && (await connection.stageFile(given));
      return api.call('houseLayouts.setBase', { layout: layout.id, file, step });
    });
    setReading(false);
  };
  const hasBase = layout.base !== '';
  return (
    <>
      <p className={styles.words}>{texts.baseWords}</p>
      <div className={styles.files}>
        {hasBase ? <strong className={styles.fileName}>{layout.baseName}</strong> : null}
        <FilePlace
          label={texts.base}
          words={isReading ? texts.reading : hasBase ? texts.baseOther : texts.basePlace}
          isSmall
          onFile={(file) => void set(file)}
        />
        {hasBase ? (
          <Button variant="subtle" aria-label={texts.takeBase} onClick={() => void set(null)}>
            {texts.takeAway}
          </Button>
        ) : null}
      </div>
      {hasBase && remarks ? (
        <ul className={styles.remarks} aria-label={texts.remarks}>
          {remarks.map(({ kind, message }) => (
            <li key={message} data-kind={kind}>
              <span>{texts.kinds[kind]}</span>
              {message}
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}
