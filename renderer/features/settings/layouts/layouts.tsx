// The layouts of the house in the settings: what there is, and the ways to more.
import { Button, FileButton } from '@mantine/core';
import { useState } from 'react';
import { useAppActions } from '../../../api/app-actions.tsx';
import { useEngine } from '../../../api/engine-context.tsx';
import { FileWays } from '../../../parts/file-ways.tsx';
import { LayoutEditor } from './layout-editor.tsx';
import { texts } from './layout-texts.ts';
import styles from './layouts.module.css';
import { useLayouts } from './use-layouts.ts';

/** Where layouts are made, changed, taken in and given away. */
export function HouseLayouts() {
  const { api, connection } = useEngine();
  const { say } = useAppActions();
  const layouts = useLayouts();
  const [open, setOpen] = useState<string>();
  const [saved, setSaved] = useState<{ id: string; path: string; name: string }>();
  const { list } = layouts;
  const shown = list?.find(({ id }) => id === open);
  const add = async () => setOpen(await layouts.create());
  const bring = async (given: File | null) => {
    if (!given) return;
    const taken = await layouts.run(async (step) =>
      api.call('houseLayouts.import', { file: await connection.stageFile(given), step }),
    );
    if (taken) say(texts.takenIn(taken.layout.name));
  };
  const save = async (layout: string) => {
    try {
      setSaved({ id: layout, ...(await api.call('houseLayouts.export', { layout })) });
    } catch (error) {
      say(error instanceof Error ? error.message : String(error), { isAlarm: true });
    }
  };
  return (
    <>
      <p className={styles.words}>{texts.words}</p>
      {list === undefined ? null : list.length === 0 ? (
        <p className={styles.faint}>{texts.none}</p>
      ) : (
        <ul className={styles.list} aria-label={texts.list}>
          {list.map((layout) => (
            <li key={layout.id}>
              <span className={styles.swatch} aria-hidden>
                <svg width="12" height="24" viewBox="0 0 12 24">
                  <rect width="12" height="12" fill={`#${layout.headingColour || '1b1d20'}`} />
                  <rect y="12" width="12" height="12" fill={`#${layout.accent || '2c4a8e'}`} />
                </svg>
              </span>
              <span className={styles.name}>
                {layout.name}
                <span className={styles.faint}>{texts.usedBy(layout.audits)}</span>
              </span>
              <span className={styles.rowButtons}>
                {saved?.id === layout.id ? <FileWays file={saved} /> : null}
                <Button variant="default" aria-label={texts.editNamed(layout.name)} onClick={() => setOpen(layout.id)}>
                  {texts.edit}
                </Button>
                <Button variant="subtle" aria-label={texts.saveNamed(layout.name)} onClick={() => void save(layout.id)}>
                  {texts.save}
                </Button>
                <Button
                  variant="subtle"
                  aria-label={texts.removeNamed(layout.name)}
                  onClick={() => void layouts.remove(layout)}
                >
                  {texts.remove}
                </Button>
              </span>
            </li>
          ))}
        </ul>
      )}
      <div className={styles.tools}>
        <Button variant={list?.length === 0 ? 'filled' : 'default'} onClick={() => void add()}>
          {texts.add}
        </Button>
        <FileButton accept=".json,application/json" onChange={(file) => void bring(file)}>
          {(props) => (
            <Button variant="default" {...props}>
              {texts.bring}
            </Button>
          )}
        </FileButton>
        {layouts.canUndo ? (
          <Button variant="subtle" onClick={() => void layouts.undo()}>
            {texts.undo}
          </Button>
        ) : null}
      </div>
      {shown ? <LayoutEditor layout={shown} layouts={layouts} onClose={() => setOpen(undefined)} /> : null}
    </>
  );
}
