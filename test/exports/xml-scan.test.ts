// The scan of finished documents agrees with a parser for all of XML, and refuses what is not well-formed.
import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { scanXml } from '../../electron/exports/docx/xml-scan.ts';
import { escapeXml } from '../../electron/exports/docx/xml-text.ts';

type Heard = (string | Record<string, string>)[];

/** What the scan tells, given pieces of a size. */
function scanned(xml: string, size = xml.length): Heard {
  const heard: Heard = [];
  const scan = scanXml({
    open: (name, attributes) => heard.push(`<${name}`, { ...attributes }),
    text: (text) => heard.push(text),
    close: (name) => heard.push(`</${name}`),
  });
  for (let at = 0; at < xml.length; at += size) scan.write(xml.slice(at, at + size));
  scan.end();
  return heard;
}

function parsed(xml: string): Heard {
  const heard: Heard = [];
  const parser = new SaxesParser({ xmlns: false });
  parser.on('opentag', ({ name, attributes }) => heard.push(`<${name}`, { ...attributes }));
  parser.on('text', (text) => heard.push(text));
  parser.on('closetag', ({ name }) => heard.push(`</${name}`));
  parser.write(xml).close();
  return heard;
}

const name = fc.constantFrom('w:p', 'w:r', 'w:t', 'a', 'x-y');
const words = fc.string({ unit: 'binary', maxLength: 30 }).map(escapeXml);
const { element } = fc.letrec<{ element: string }>((tie) => ({
  element: fc
    .tuple(
      name,
      fc.uniqueArray(fc.tuple(name, words), { maxLength: 3, selector: ([key]) => key }),
      fc.array(fc.oneof({ depthSize: 'small' }, words, tie('element')), { maxLength: 4 }),
    )
    .map(([tag, attributes, children]) => {
      const inside = attributes.map(([key, value]) => ` ${key}="${value.replaceAll(/[\n\t]/g, ' ')}"`).join('');
      return children.length === 0 ? `<${tag}${inside}/>` : `<${tag}${inside}>${children.join('')}</${tag}>`;
    }),
}));

describe('the scan of a document', () => {
  it('tells what a parser tells, in pieces of any size', () => {
    fc.assert(
      fc.property(element, fc.integer({ min: 1, max: 50 }), (xml, size) => {
        const together = (heard: Heard) => {
          const joined: Heard = [];
          for (const one of heard) {
            const last = joined.at(-1);
            const isText = typeof one === 'string' && !/^<\/?[\w:-]+$/.test(one);
            if (isText && typeof last === 'string' && !/^<\/?[\w:-]+$/.test(last))
              joined[joined.length - 1] = last + one;
            else if (one !== '') joined.push(one);
          }
          return joined;
        };
        expect(together(scanned(xml, size))).toEqual(together(parsed(xml)));
      }),
    );
  });

  it.each([
    ['an element that is not closed', '<a><b></a>'],
    ['an element that ends twice', '<a></a></a>'],
    ['two roots', '<a/><b/>'],
    ['an end in the middle', '<a><b'],
    ['an empty document', ''],
    ['text outside', '<a/>x'],
    ['an attribute twice', '<a b="1" b="2"/>'],
    ['an attribute without quotes', '<a b=1/>'],
    ['attributes without space', '<a b="1"c="2"/>'],
    ['an attribute that is not closed', '<a b="1/>'],
    ['a bare ampersand', '<a>R&D</a>'],
    ['an unknown entity', '<a>&nbsp;</a>'],
    ['a control character', '<a>\u0001</a>'],
    ['half of a pair', '<a b="\ud800"/>'],
    ['a document type', '<!DOCTYPE a><a/>'],
    ['an instruction', '<?xml version="1.0"?><a><?b?></a>'],
    ['a name that is none', '<1a/>'],
  ])('refuses %s', (_what, xml) => expect(() => scanned(xml)).toThrow(/\w/));

  it('reads the declaration at the start', () =>
    expect(scanned('<?xml version="1.0" encoding="UTF-8"?>\n<a>x</a>')).toEqual(['<a', {}, 'x', '</a']));
});
