/** Text of a file that comes from outside, as it may be shown: nothing in it moves a cursor or turns the direction of writing. */
export function plain(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '\ufffd');
}
