// Settings: what belongs to the person and this computer, the workspace, its backups. Everything counts at once.
import { Button, NativeSelect } from '@mantine/core';
import { type ReactNode, useId, useRef } from 'react';
import { useAppActions } from '../../api/app-actions.tsx';
import { runCommand } from '../../api/commands.ts';
import { useWorkspace } from '../../api/engine-context.tsx';
import { FieldRow } from '../../ui/field-row.tsx';
import { exampleOf } from '../../ui/format.ts';
import { useKeptScroll } from '../../ui/use-kept-scroll.ts';
import { AdviceRules } from './advice-rules.tsx';
import { Backups } from './backups.tsx';
import { Choice } from './choice.tsx';
import { DueRules } from './due-rules.tsx';
import { documentTags, languageTags, nameOfLanguage } from './languages.ts';
import { texts as layoutTexts } from './layouts/layout-texts.ts';
import { HouseLayouts } from './layouts/layouts.tsx';
import { Person } from './person.tsx';
import styles from './settings.module.css';
import { texts } from './texts.ts';
import { useSaveSettings } from './use-save-settings.ts';
import { Verify } from './verify.tsx';
import { WorkspaceFacts } from './workspace-facts.tsx';

interface Props {
  record: string | undefined;
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={styles.section}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}

const withKept = (tags: readonly string[], kept: string) =>
  kept === '' || tags.includes(kept) ? tags : [...tags, kept];

function Languages() {
  const { language, documentLanguage } = useWorkspace((state) => state.settings);
  const save = useSaveSettings();
  return (
    <>
      <FieldRow label={texts.language} hint={texts.example(exampleOf(language))}>
        {({ id, describedBy }) => (
          <NativeSelect
            id={id}
            className={styles.select}
            value={language}
            aria-describedby={describedBy}
            onChange={(event) => save({ language: event.currentTarget.value })}
          >
            <option value="">{texts.asSystem}</option>
            {withKept(languageTags, language).map((tag) => (
              <option key={tag} value={tag}>{`${nameOfLanguage(tag)} — ${exampleOf(tag)}`}</option>
            ))}
          </NativeSelect>
        )}
      </FieldRow>
      <FieldRow label={texts.documentLanguage} hint={texts.documentHint}>
        {({ id, describedBy }) => (
          <NativeSelect
            id={id}
            className={styles.select}
            value={documentLanguage}
            aria-describedby={describedBy}
            onChange={(event) => save({ documentLanguage: event.currentTarget.value })}
          >
            {withKept(documentTags, documentLanguage).map((tag) => (
              <option key={tag} value={tag}>
                {nameOfLanguage(tag)}
              </option>
            ))}
          </NativeSelect>
        )}
      </FieldRow>
    </>
  );
}

function Appearance() {
  const { theme, textSize } = useWorkspace((state) => state.settings);
  const save = useSaveSettings();
  const isReduced = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  return (
    <>
      <Choice
        label={texts.theme}
        hint={texts.themeHint}
        options={texts.themes}
        value={theme}
        onChange={(chosen) => save({ theme: chosen })}
      />
      <Choice
        label={texts.textSize}
        options={texts.textSizes}
        value={textSize}
        onChange={(chosen) => save({ textSize: chosen })}
      />
      <dl className={styles.facts}>
        <div>
          <dt>{texts.motion}</dt>
          <dd>{isReduced ? texts.motionWords.reduced : texts.motionWords.full}</dd>
        </div>
      </dl>
    </>
  );
}

function KeysAndTour() {
  const save = useSaveSettings();
  const { say } = useAppActions();
  const openTour = () => {
    save({ tour: 'open' });
    say(texts.tourReady);
  };
  return (
    <div className={styles.buttons}>
      <Button variant="default" onClick={() => runCommand('app.keys')}>
        {texts.keys}
      </Button>
      <Button variant="default" onClick={openTour}>
        {texts.tour}
      </Button>
    </div>
  );
}

/** The settings: above all audits. */
export default function Room({ record: _record }: Props) {
  const scroller = useRef<HTMLDivElement>(null);
  useKeptScroll('settings', scroller);
  return (
    <div ref={scroller} className={styles.room}>
      <div className={styles.page}>
        <h1>{texts.title}</h1>
        <p className={styles.words}>{texts.intro}</p>
        <Section title={texts.you}>
          <p className={styles.words}>{texts.youWords}</p>
          <Person />
        </Section>
        <Section title={texts.appearance}>
          <Appearance />
        </Section>
        <Section title={texts.languages}>
          <Languages />
        </Section>
        <Section title={texts.backups}>
          <Backups />
        </Section>
        <Section title={texts.verifySection}>
          <Verify />
        </Section>
        <Section title={texts.limits}>
          <DueRules />
        </Section>
        <Section title={layoutTexts.title}>
          <HouseLayouts />
        </Section>
        <Section title={texts.rules}>
          <AdviceRules />
        </Section>
        <Section title={texts.workspace}>
          <WorkspaceFacts />
        </Section>
        <Section title={texts.help}>
          <KeysAndTour />
        </Section>
        <Section title={texts.about}>
          {texts.aboutWords.map((sentence) => (
            <p key={sentence} className={styles.words}>
              {sentence}
            </p>
          ))}
        </Section>
      </div>
    </div>
  );
}
