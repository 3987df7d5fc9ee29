// One layout: its form at the left, what it looks like at the right.
import { Button, Modal } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import type { Output } from '../../../../shared/contract/contract.ts';
import type { HouseLayoutRecord } from '../../../../shared/contract/house-layouts.ts';
import { useEngine } from '../../../api/engine-context.tsx';
import { Paper } from '../../../parts/paper.tsx';
import { LayoutField } from './layout-field.tsx';
import { LayoutBase, LayoutLogo } from './layout-files.tsx';
import { LayoutLook } from './layout-look.tsx';
import { LayoutSections } from './layout-sections.tsx';
import { texts } from './layout-texts.ts';
import styles from './layouts.module.css';
import type { LayoutPatch, Layouts } from './use-layouts.ts';

/** The page in the look of a layout, drawn again after every change. */
function Preview({ layout }: { layout: HouseLayoutRecord }) {
  const { api } = useEngine();
  const [drawn, setDrawn] = useState<Output<'houseLayouts.preview'>>();
  useEffect(() => {
    let isWanted = true;
    api.call('houseLayouts.preview', { layout: layout.id }).then(
      (page) => isWanted && setDrawn(page),
      // A layout that was just removed has no look any more.
      () => undefined,
    );
    return () => {
      isWanted = false;
    };
  }, [api, layout]);
  return (
    <section className={styles.preview} aria-label={texts.preview}>
      <div className={styles.sheet}>{drawn ? <Paper className={styles.paper} {...drawn} /> : null}</div>
      <p className={styles.faint}>{texts.previewWords}</p>
    </section>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={styles.part}>
      <h3>{title}</h3>
      {children}
    </section>
  );
}

interface Props {
  layout: HouseLayoutRecord;
  layouts: Layouts;
  onClose: () => void;
}

/** The layer in which a layout is changed. Everything counts at once and can be taken back. */
export function LayoutEditor({ layout, layouts, onClose }: Props) {
  const { id } = layout;
  const change = (fields: LayoutPatch, step?: string) => void layouts.update(id, fields, step);
  const lines = (text: string) => (text === '' ? [] : text.split('\n')).slice(0, 8).map((line) => line.slice(0, 300));
  return (
    <Modal opened size={1240} title={layout.name} onClose={onClose} closeButtonProps={{ 'aria-label': texts.close }}>
      <div className={styles.editor}>
        <div className={styles.form}>
          <div className={styles.tools}>
            <Button variant="default" disabled={!layouts.canUndo} onClick={() => void layouts.undo()}>
              {texts.undo}
            </Button>
          </div>
          <LayoutField
            label={texts.name}
            isRequired
            most={200}
            value={layout.name}
            onKeep={(name, step) => (name.trim() === '' ? undefined : change({ name }, step))}
          />
          <Part title={texts.look}>
            <LayoutLogo layout={layout} run={layouts.run} onChange={change} />
            <LayoutLook layout={layout} onChange={change} />
          </Part>
          <Part title={texts.cover}>
            <LayoutField
              label={texts.coverTitle}
              hint={texts.coverTitleHint}
              most={300}
              value={layout.coverTitle}
              onKeep={(coverTitle, step) => change({ coverTitle }, step)}
            />
            <LayoutField
              label={texts.coverLines}
              hint={texts.coverLinesHint}
              lines="many"
              most={2_400}
              value={layout.coverLines.join('\n')}
              onKeep={(text, step) => change({ coverLines: lines(text) }, step)}
            />
            <LayoutField
              label={texts.coverNote}
              hint={texts.coverNoteHint}
              lines="many"
              most={2_000}
              value={layout.coverNote}
              onKeep={(coverNote, step) => change({ coverNote }, step)}
            />
            <LayoutField
              label={texts.footer}
              hint={texts.footerHint}
              most={200}
              value={layout.footer}
              onKeep={(footer, step) => change({ footer }, step)}
            />
          </Part>
          <Part title={texts.sections}>
            <LayoutSections sections={layout.sections} onChange={(sections, step) => change({ sections }, step)} />
          </Part>
          <Part title={texts.base}>
            <LayoutBase layout={layout} run={layouts.run} />
          </Part>
        </div>
        <Preview layout={layout} />
      </div>
    </Modal>
  );
}
