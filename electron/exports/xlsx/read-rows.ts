// Reads the rows of a sheet in the one shape in which this product writes them; anything else is a fault.

const quote = 34;
const slash = 47;
const zero = 48;
const letterA = 65;
const rowRest = /" ht="\d{1,3}(?:\.\d+)?"(?: customHeight="1")?>/y;
const numberText = /^-?\d+(?:\.\d+)?(?:e[-+]\d+)?$/;

/**
 * Reads rows from a place in a part up to the end of the sheet's data; answers with the place after it. Texts are looked
 * up in `strings`. Throws where a row or cell is not as it should be.
 */
export function readRows(xml: string, from: number, strings: readonly string[], rows: string[][]): number {
  let at = from;
  const expect = (text: string) => {
    if (!xml.startsWith(text, at))
      throw new Error(`A sheet goes on with ${xml.slice(at, at + 20)} instead of ${text}.`);
    at += text.length;
  };
  /** A whole number of at most nine digits. */
  const digits = () => {
    const start = at;
    let value = 0;
    for (let code = xml.charCodeAt(at) - zero; code >= 0 && code <= 9; code = xml.charCodeAt((at += 1)) - zero)
      value = value * 10 + code;
    if (at === start || at > start + 9) throw new Error(`A sheet has ${xml.slice(start, start + 20)} for a number.`);
    return value;
  };
  while (!xml.startsWith('</sheetData>', at)) {
    expect('<row r="');
    const number = digits();
    rowRest.lastIndex = at;
    if (!rowRest.test(xml)) throw new Error(`Row ${number} is not as it was written.`);
    at = rowRest.lastIndex;
    const row: string[] = [];
    rows[number - 1] = row;
    while (!xml.startsWith('</row>', at)) {
      expect('<c r="');
      let column = 0;
      for (let code = xml.charCodeAt(at) - letterA; code >= 0 && code < 26; code = xml.charCodeAt((at += 1)) - letterA)
        column = column * 26 + code + 1;
      if (column === 0 || digits() !== number) throw new Error(`Row ${number} has a cell of another row.`);
      expect('" s="');
      digits();
      if (xml.charCodeAt(at) === quote && xml.charCodeAt(at + 1) === slash) {
        expect('"/>');
        continue;
      }
      if (xml.charCodeAt(at + 1) === 32) {
        expect('" t="s"><v>');
        const text = strings[digits()];
        if (text === undefined) throw new Error(`Row ${number} has a cell without its text.`);
        row[column - 1] = text;
      } else {
        expect('"><v>');
        const end = xml.indexOf('<', at);
        const value = xml.slice(at, end);
        if (!numberText.test(value)) throw new Error(`Row ${number} has ${value.slice(0, 20)} for a number.`);
        row[column - 1] = value;
        at = end;
      }
      expect('</v></c>');
    }
    at += '</row>'.length;
  }
  return at + '</sheetData>'.length;
}
