// How the page looks and writes as the person wants it: size of type, contrast, language of dates. At once, without React.
import type { PersonalSettings } from '../../shared/contract/workspace.ts';
import type { Workspace } from '../api/workspace-store.ts';
import { setFormatLanguage } from '../ui/format.ts';

const moreContrast = '(prefers-contrast: more)';

function apply({ textSize, theme, language }: PersonalSettings): void {
  const page = document.documentElement;
  page.dataset.textSize = textSize;
  if (theme === 'contrast' || window.matchMedia(moreContrast).matches) page.dataset.contrast = 'more';
  else delete page.dataset.contrast;
  setFormatLanguage(language);
}

/** Keeps the page as the settings say. Call before anything of it is drawn. */
export function keepAppearance({ store }: Workspace): void {
  apply(store.getState().settings);
  store.subscribe(({ settings }, before) => {
    if (settings !== before.settings) apply(settings);
  });
  window.matchMedia(moreContrast).addEventListener('change', () => apply(store.getState().settings));
}
