// The order of sections, their headings and the texts that introduce them. Moved by arrow keys, buttons or dragging.
import { ActionIcon, Button, Checkbox, TextInput } from '@mantine/core';
import { IconChevronDown, IconChevronUp, IconGripVertical, IconPlus, IconX } from '@tabler/icons-react';
import { type DragEvent, useEffect, useRef, useState } from 'react';
import {
  type HouseSection,
  longestHeading,
  longestIntroduction,
  withoutHeading,
  withoutIntroduction,
} from '../../../../shared/domain/house-layouts.ts';
import { type ReportSection, reportSections } from '../../../../shared/domain/templates.ts';
import { GrowingText } from '../../../parts/growing-text.tsx';
import { useKeptText } from './layout-field.tsx';
import { texts } from './layout-texts.ts';
import styles from './layouts.module.css';
import { leftOut, moved, usualOrder } from './section-order.ts';

interface Props {
  sections: readonly HouseSection[];
  onChange: (sections: HouseSection[], step?: string) => void;
}

type Control = 'grip' | 'up' | 'down';
const controlOf = (section: ReportSection, control: Control) => ({ 'data-control': `${control} ${section}` });

interface RowProps {
  own: HouseSection;
  place: number;
  all: number;
  /** `from` names the control that has to keep the focus. */
  onMove: (to: number, from: Control) => void;
  onLeaveOut: () => void;
  onWords: (fields: Partial<HouseSection>, step: string) => void;
}

function SectionRow({ own, place, all, onMove, onLeaveOut, onWords }: RowProps) {
  const { section } = own;
  const name = reportSections[section];
  const heading = useKeptText(own.heading, (text, step) => onWords({ heading: text }, step));
  const text = useKeptText(own.introduction, (words, step) => onWords({ introduction: words }, step));
  const [isWriting, setWriting] = useState(false);
  const isOpen = isWriting || own.introduction !== '';
  const drag = {
    draggable: true,
    onDragStart: (event: DragEvent) => {
      event.dataTransfer.setData('text/x-section', section);
      event.dataTransfer.effectAllowed = 'move';
    },
  };
  return (
    <>
      <button
        type="button"
        className={styles.grip}
        aria-label={texts.move(name)}
        {...controlOf(section, 'grip')}
        {...drag}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
          event.preventDefault();
          onMove(place + (event.key === 'ArrowUp' ? -1 : 1), 'grip');
        }}
      >
        <IconGripVertical size={14} aria-hidden />
      </button>
      <span className={styles.sectionName}>{name}</span>
      {withoutHeading.includes(section) ? (
        <span />
      ) : (
        <TextInput
          aria-label={texts.headingOf(name)}
          placeholder={name}
          maxLength={longestHeading}
          value={heading.value}
          onChange={(event) => heading.onText(event.currentTarget.value)}
          onBlur={heading.onLeave}
        />
      )}
      <span className={styles.rowButtons}>
        {withoutIntroduction.includes(section) || isOpen ? null : (
          <Button
            variant="subtle"
            size="compact-xs"
            aria-label={texts.writeTextFor(name)}
            onClick={() => setWriting(true)}
          >
            {texts.writeText}
          </Button>
        )}
        <ActionIcon
          {...controlOf(section, 'up')}
          aria-label={texts.up(name)}
          disabled={place === 0}
          onClick={() => onMove(place - 1, 'up')}
        >
          <IconChevronUp size={14} aria-hidden />
        </ActionIcon>
        <ActionIcon
          {...controlOf(section, 'down')}
          aria-label={texts.down(name)}
          disabled={place === all - 1}
          onClick={() => onMove(place + 1, 'down')}
        >
          <IconChevronDown size={14} aria-hidden />
        </ActionIcon>
        <ActionIcon aria-label={texts.leaveOut(name)} disabled={all === 1} onClick={onLeaveOut}>
          <IconX size={14} aria-hidden />
        </ActionIcon>
      </span>
      {isOpen && !withoutIntroduction.includes(section) ? (
        <div className={styles.introduction}>
          <GrowingText
            aria-label={texts.introduction(name)}
            placeholder={texts.introductionHint}
            lines={1}
            maxLength={longestIntroduction}
            value={text.value}
            onText={text.onText}
            onBlur={text.onLeave}
          />
        </div>
      ) : null}
    </>
  );
}

/** The sections of a layout. */
export function LayoutSections({ sections, onChange: store }: Props) {
  // A field that is left stores its text before the button is told: both have to see what the other did.
  const latest = useRef(sections);
  useEffect(() => {
    latest.current = sections;
  }, [sections]);
  const onChange = (next: HouseSection[], step?: string) => {
    latest.current = next;
    store(next, step);
  };
  const [said, setSaid] = useState('');
  const [over, setOver] = useState<ReportSection>();
  const isOwn = sections.length > 0;
  // A row that is moved in the page loses the focus.
  const list = useRef<HTMLOListElement>(null);
  const focused = useRef<string>(undefined);
  useEffect(() => {
    if (focused.current === undefined) return;
    list.current?.querySelector<HTMLElement>(`[data-control='${focused.current}']`)?.focus();
    focused.current = undefined;
  });
  const move = (section: ReportSection, to: number, from?: Control) => {
    if (from) focused.current = controlOf(section, from)['data-control'];
    const next = moved(latest.current, section, to);
    const place = next.findIndex((one) => one.section === section) + 1;
    setSaid(texts.moved(reportSections[section], place, next.length));
    onChange(next);
  };
  const drop = (event: DragEvent, to: number) => {
    setOver(undefined);
    const section = event.dataTransfer.getData('text/x-section') as ReportSection;
    if (!sections.some((one) => one.section === section)) return;
    event.preventDefault();
    move(section, to);
  };
  return (
    <>
      <p className={styles.words}>{texts.sectionsWords}</p>
      <Checkbox
        label={texts.ownOrder}
        checked={isOwn}
        onChange={(event) => onChange(event.currentTarget.checked ? usualOrder() : [])}
      />
      <p role="status" className={styles.hidden}>
        {said}
      </p>
      {isOwn ? (
        <>
          <ol ref={list} className={styles.sections} aria-label={texts.in}>
            {sections.map((own, place) => (
              <li key={own.section}>
                <div
                  role="presentation"
                  className={styles.sectionRow}
                  data-over={over === own.section || undefined}
                  onDragOver={(event) => {
                    if (!event.dataTransfer.types.includes('text/x-section')) return;
                    event.preventDefault();
                    setOver(own.section);
                  }}
                  onDragLeave={() => setOver(undefined)}
                  onDrop={(event) => drop(event, place)}
                >
                  <SectionRow
                    own={own}
                    place={place}
                    all={sections.length}
                    onMove={(to, from) => move(own.section, to, from)}
                    onLeaveOut={() => onChange(latest.current.filter((one) => one.section !== own.section))}
                    onWords={(fields, step) =>
                      onChange(
                        latest.current.map((one) => (one.section === own.section ? { ...one, ...fields } : one)),
                        step,
                      )
                    }
                  />
                </div>
              </li>
            ))}
          </ol>
          {leftOut(sections).length === 0 ? null : (
            <ul className={styles.out} aria-label={texts.out}>
              <li aria-hidden>{texts.out}</li>
              {leftOut(sections).map((section) => (
                <li key={section}>
                  <Button
                    variant="default"
                    size="compact-xs"
                    leftSection={<IconPlus size={12} aria-hidden />}
                    aria-label={texts.putIn(reportSections[section])}
                    onClick={() => onChange([...latest.current, { section, heading: '', introduction: '' }])}
                  >
                    {reportSections[section]}
                  </Button>
                </li>
              ))}
            </ul>
          )}
        </>
      ) : null}
    </>
  );
}
