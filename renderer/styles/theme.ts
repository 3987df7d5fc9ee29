// Mantine in the clothes of our tokens: its variables point at ours, so there is one place for colours and sizes.
import { ActionIcon, Button, type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';

const steps = (...names: string[]) => names.map((name) => `var(--${name})`) as unknown as MantineColorsTuple;

const accent = steps(
  'accent-soft',
  'accent-soft',
  'accent-soft',
  'accent',
  'accent',
  'accent',
  'accent',
  'accent-strong',
  'accent-strong',
  'accent-strong',
);

/** A size of type in pixels, as large as the person wants it. */
const typed = (pixels: number) => `calc(${pixels}px * var(--type))`;

// A closed list that stays in the page costs a layout of its own whenever its field is drawn.
const comboboxProps = { keepMounted: false };

/** The theme of the component library. Compact, quiet, one accent. */
export const theme = createTheme({
  primaryColor: 'accent',
  primaryShade: { light: 6, dark: 6 },
  colors: { accent },
  fontFamily: 'var(--font)',
  fontFamilyMonospace: 'var(--mono)',
  fontSizes: { xs: typed(12), sm: typed(13), md: typed(13), lg: typed(14), xl: typed(20) },
  lineHeights: { xs: typed(18), sm: typed(20), md: typed(20), lg: typed(21), xl: typed(28) },
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
  radius: { xs: '4px', sm: '6px', md: '6px', lg: '10px', xl: '10px' },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  components: {
    Button: Button.extend({ defaultProps: { size: 'xs', variant: 'filled' } }),
    ActionIcon: ActionIcon.extend({ defaultProps: { variant: 'subtle', color: 'gray' } }),
    TextInput: { defaultProps: { size: 'xs' } },
    Textarea: { defaultProps: { size: 'xs' } },
    NumberInput: { defaultProps: { size: 'xs' } },
    Select: { defaultProps: { size: 'xs', checkIconPosition: 'right', comboboxProps } },
    NativeSelect: { defaultProps: { size: 'xs' } },
    Autocomplete: { defaultProps: { size: 'xs', comboboxProps } },
    TagsInput: { defaultProps: { size: 'xs', comboboxProps } },
    MultiSelect: { defaultProps: { size: 'xs', comboboxProps } },
    Checkbox: { defaultProps: { size: 'xs' } },
    Tooltip: { defaultProps: { openDelay: 400, withArrow: false } },
    // The library draws it as <header>, which would be a second banner of the page.
    ModalHeader: { defaultProps: { role: 'presentation' } },
    Modal: {
      defaultProps: { centered: true, padding: 'xl', overlayProps: { backgroundOpacity: 1, color: 'var(--scrim)' } },
    },
  },
});

const variables = {
  '--mantine-color-body': 'var(--bg)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--ink-3)',
  '--mantine-color-placeholder': 'var(--ink-3)',
  '--mantine-color-anchor': 'var(--accent)',
  '--mantine-color-error': 'var(--alarm)',
  '--mantine-color-default': 'var(--surface)',
  '--mantine-color-default-hover': 'var(--hover)',
  '--mantine-color-default-color': 'var(--ink)',
  '--mantine-color-default-border': 'var(--line-control)',
  '--mantine-color-disabled': 'var(--sunken)',
  '--mantine-color-disabled-color': 'var(--ink-3)',
  '--mantine-color-disabled-border': 'var(--line)',
  '--mantine-color-gray-filled': 'var(--ink-2)',
  '--mantine-color-gray-light-color': 'var(--ink-2)',
  '--mantine-color-gray-light-hover': 'var(--hover)',
  '--mantine-color-gray-text': 'var(--ink-2)',
  '--mantine-color-accent-filled': 'var(--accent)',
  '--mantine-color-accent-filled-hover': 'var(--accent-strong)',
  '--mantine-color-accent-light': 'var(--accent-soft)',
  '--mantine-color-accent-light-hover': 'var(--accent-soft)',
  '--mantine-color-accent-light-color': 'var(--accent)',
  '--mantine-color-accent-outline': 'var(--accent)',
  '--mantine-primary-color-contrast': 'var(--on-accent)',
  '--mantine-shadow-xs': 'none',
  '--mantine-shadow-sm': 'var(--shadow-layer)',
  '--mantine-shadow-md': 'var(--shadow-layer)',
  '--mantine-shadow-lg': 'var(--shadow-layer)',
  '--mantine-shadow-xl': 'var(--shadow-layer)',
};

/** Points the variables of the component library at our tokens, which know light and dark themselves. */
export const cssVariables: CSSVariablesResolver = () => ({ variables, light: variables, dark: variables });
