// The reader of written parts refuses whatever an independent parser refuses, and reads the same elsewhere.
import { assert, constantFrom, integer, property } from 'fast-check';
import { SaxesParser } from 'saxes';
import { expect, it } from 'vitest';
import { scanXml } from '../../electron/exports/xlsx/scan-xml.ts';

const part =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<a:root xmlns:a="http://x/y" n="1 &amp; 2">' +
  '<row r="1" ht=\'13.5\'><c r="A1" s="2" t="s"><v>0</v></c><c r="B1"/></row>' +
  '<t xml:space="preserve"> &lt;b&gt; &#x5D0; “x” &quot;\n</t><empty /></a:root>';

type Event = [kind: string, name: string, value?: string];

function scanned(xml: string): Event[] {
  const events: Event[] = [];
  scanXml(xml, {
    open: (name, attribute) => events.push(['open', name, attribute('r') + attribute('n') + attribute('s')]),
    text: (text) => events.push(['text', text]),
    close: (name) => events.push(['close', name]),
  });
  return events;
}

function parsed(xml: string): Event[] {
  const events: Event[] = [];
  const parser = new SaxesParser({ xmlns: false, position: false });
  parser.on('error', (error) => {
    throw error;
  });
  let depth = 0;
  parser.on('opentag', ({ name, attributes: { r = '', n = '', s = '' } }) => {
    depth += 1;
    events.push(['open', name, r + n + s]);
  });
  parser.on('text', (text) => {
    if (depth > 0) events.push(['text', text]);
  });
  parser.on('closetag', ({ name }) => {
    depth -= 1;
    events.push(['close', name]);
  });
  parser.write(xml).close();
  return events;
}

const attempt = (read: () => Event[]) => {
  try {
    return read();
  } catch {
    return undefined;
  }
};

it('reads what a parser reads', () => {
  expect(scanned(part)).toEqual(parsed(part));
  expect(scanned(part).length).toBeGreaterThan(12);
});

it('refuses every part that a parser refuses, and reads no other in another way', () => {
  const pieces = [
    '<',
    '>',
    '/',
    '"',
    "'",
    '&',
    '=',
    ' ',
    'r',
    '</v>',
    '<v>',
    ']]>',
    '&amp;',
    '&#0;',
    '\u0001',
    '<!---->',
    '',
  ];
  assert(
    property(
      integer({ min: part.indexOf('\n'), max: part.length }),
      integer({ min: 0, max: 6 }),
      constantFrom(...pieces),
      (at, cut, piece) => {
        const changed = part.slice(0, at) + piece + part.slice(at + cut);
        const own = attempt(() => scanned(changed));
        if (own !== undefined) expect(own).toEqual(attempt(() => parsed(changed)));
      },
    ),
    { numRuns: 2_000 },
  );
});

it.each([
  '',
  ' ',
  '<a>',
  '</a>',
  '<a></b>',
  '<a/><b/>',
  'x<a/>',
  '<a/>x',
  '<a b=1/>',
  '<a b="1" b="2"/>',
  '<a b="<"/>',
])('refuses %j', (xml) => expect(() => scanned(xml)).toThrow('not well-formed'));
it.each([
  '<a><!-- c --></a>',
  '<!DOCTYPE a><a/>',
  '<a><![CDATA[x]]></a>',
  '<a>\uFFFE</a>',
  '<a>&nbsp;</a>',
  '<a>&#xD800;</a>',
])('refuses %j, which is never written', (xml) => expect(() => scanned(xml)).toThrow('not well-formed'));
