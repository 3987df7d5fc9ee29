/** Languages of Europe that audits are held in, by their tags; English is that of the report's own words. */
const tags = [
  ['en', 'en-GB'],
  ['de', 'de-DE'],
  ['fr', 'fr-FR'],
  ['it', 'it-IT'],
  ['es', 'es-ES'],
  ['pt', 'pt-PT'],
  ['nl', 'nl-NL'],
  ['sv', 'sv-SE'],
  ['da', 'da-DK'],
  ['nb', 'nb-NO'],
  ['fi', 'fi-FI'],
  ['pl', 'pl-PL'],
  ['cs', 'cs-CZ'],
] as const;

/** The tag (BCP 47) of a language that an auditor wrote: `en`, `de-AT`, `German`, `Deutsch`; British English else. */
export function languageTag(written: string): string {
  const first = written.split(/[,;/]/)[0]?.trim() ?? '';
  const known = tags.find(([language, tag]) => {
    const own = (display: string) => new Intl.DisplayNames([display], { type: 'language' }).of(language) ?? '';
    return [language, tag, own('en'), own(language)].some((name) => name.toLowerCase() === first.toLowerCase());
  });
  if (known) return known[1];
  if (/^[a-z]{2}-[A-Z]{2}$/.test(first)) return first;
  return 'en-GB';
}

/** A language by its name where an auditor wrote its tag: `en` is English. What is no tag stands as it was written. */
export function languageName(written: string): string {
  const tag = written.trim();
  if (!/^[a-z]{2,3}(-[A-Z]{2})?$/.test(tag)) return tag;
  return new Intl.DisplayNames(['en-GB'], { type: 'language', fallback: 'none' }).of(tag) ?? tag;
}
