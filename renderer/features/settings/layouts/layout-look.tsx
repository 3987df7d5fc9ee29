// Colours and fonts of a layout.
import { Autocomplete, ColorInput } from '@mantine/core';
import type { HouseLayoutRecord } from '../../../../shared/contract/house-layouts.ts';
import { knownFonts } from '../../../../shared/domain/house-layouts.ts';
import { FieldRow } from '../../../ui/field-row.tsx';
import { useKeptText } from './layout-field.tsx';
import { texts } from './layout-texts.ts';
import styles from './layouts.module.css';
import type { LayoutPatch } from './use-layouts.ts';

const isColour = (text: string) => text === '' || /^[0-9a-f]{6}$/.test(text);
const digits = (text: string) => text.trim().replace(/^#/, '').toLowerCase();
const isFont = (text: string) => text === '' || /^[\p{L}\p{N}](?:[\p{L}\p{N} ._-]*[\p{L}\p{N}])?$/u.test(text);

interface Props {
  layout: HouseLayoutRecord;
  onChange: (fields: LayoutPatch, step?: string) => void;
}

function Colour({ layout, onChange, field }: Props & { field: 'accent' | 'headingColour' }) {
  const kept = useKeptText(
    layout[field],
    (text, step) => onChange({ [field]: digits(text) }, step),
    (text) => isColour(digits(text)),
  );
  const isWrong = !isColour(digits(kept.value));
  const shown = kept.value === '' || kept.value.startsWith('#') ? kept.value : `#${kept.value}`;
  return (
    <FieldRow label={texts[field]} hint={texts[`${field}Hint`]} error={isWrong ? texts.colourWrong : undefined}>
      {({ id, describedBy, isInvalid }) => (
        <ColorInput
          id={id}
          size="xs"
          className={styles.short}
          format="hex"
          fixOnBlur={false}
          withEyeDropper={false}
          placeholder={texts.noColour}
          value={shown}
          aria-describedby={describedBy}
          aria-invalid={isInvalid}
          onChange={kept.onText}
          onBlur={kept.onLeave}
        />
      )}
    </FieldRow>
  );
}

function Font({ layout, onChange, field }: Props & { field: 'textFont' | 'headingFont' }) {
  const kept = useKeptText(
    layout[field],
    (text, step) => onChange({ [field]: text.trim() }, step),
    (text) => isFont(text.trim()),
  );
  const warning = layout.warnings.find((one) => layout[field] !== '' && one.includes(`“${layout[field]}”`));
  return (
    <FieldRow label={texts[field]} hint={warning ?? texts.fontHint}>
      {({ id, describedBy }) => (
        <Autocomplete
          id={id}
          className={styles.short}
          data={[...knownFonts]}
          maxLength={60}
          value={kept.value}
          aria-describedby={describedBy}
          onChange={kept.onText}
          onBlur={kept.onLeave}
        />
      )}
    </FieldRow>
  );
}

/** Two colours and two fonts. */
export function LayoutLook(props: Props) {
  return (
    <>
      <Colour {...props} field="accent" />
      <Colour {...props} field="headingColour" />
      <Font {...props} field="textFont" />
      <Font {...props} field="headingFont" />
    </>
  );
}
