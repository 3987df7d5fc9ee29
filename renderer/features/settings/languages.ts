// The languages dates and numbers can be written in, each by its own name.

/** The languages that are offered, as BCP 47 tags. */
export const languageTags =
  'cs-CZ da-DK de-AT de-CH de-DE en-AU en-CA en-GB en-IE en-IN en-US es-ES es-MX fi-FI fr-BE fr-CA fr-CH fr-FR hu-HU it-IT ja-JP ko-KR nb-NO nl-BE nl-NL pl-PL pt-BR pt-PT ro-RO sv-SE tr-TR uk-UA zh-CN ar-EG he-IL'.split(
    ' ',
  );

/** The languages documents are written in. */
export const documentTags = 'cs da de en es fi fr hu it ja ko nb nl pl pt ro sv tr uk zh ar he'.split(' ');

/** What a language calls itself, with the tag where that is not known. */
export function nameOfLanguage(tag: string): string {
  try {
    return new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
