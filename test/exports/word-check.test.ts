import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { strFromU8, strToU8, type Unzipped, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkDocument } from '../../electron/exports/docx/check.ts';
import { exportWord } from '../../electron/exports/export-word.ts';
import { makePhotos } from '../support/photos.ts';
import { aReportModel, modelSizes } from '../support/report-model.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'plumbline-check-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const good = path.join(folder, 'good.docx');
const changed = path.join(folder, 'changed.docx');

const replace = (name: string, from: string | RegExp, to: string) => (parts: Unzipped) => {
  const text = strFromU8(parts[name] ?? new Uint8Array());
  const after = text.replace(from, to);
  expect(after).not.toBe(text);
  parts[name] = strToU8(after);
};

describe('the check of a finished Word report', () => {
  let model: ReturnType<typeof aReportModel>;

  beforeAll(async () => {
    const pictures = await makePhotos(folder, 1, 20_000);
    model = aReportModel({ ...modelSizes.small, pictures });
    await exportWord(model, good);
  });

  /** Changes the parts of the good file and checks what came of it. */
  function checkChanged(change: (parts: Unzipped) => void) {
    const parts = unzipSync(readFileSync(good));
    change(parts);
    writeFileSync(changed, zipSync(parts));
    return checkDocument(changed, model);
  }
  const document = 'word/document.xml';

  it('passes the file that was made, also when another program has packed it again', async () => {
    await expect(checkDocument(good, model)).resolves.toMatchObject({ size: readFileSync(good).length });
    writeFileSync(changed, zipSync(unzipSync(readFileSync(good))));
    await expect(checkDocument(changed, model)).resolves.toBeDefined();
  });

  it.each<[string, (parts: Unzipped) => void, RegExp]>([
    ['a finding is missing', replace(document, 'w:name="F_002"', 'w:name="F_900"'), /F_002|F-002/],
    ['evidence has another number', replace(document, /(w:name="E_003"\/>.*?)E-003/, '$1E-030'), /E-003 is missing/],
    ['a requirement is missing', replace(document, /(w:name="R_8_4"\/>.*?)8\.4/, '$18.5'), /8\.4 is missing/],
    ['a question is missing', replace(document, /<w:rStyle w:val="QuestionId"\/>/, ''), /questions/],
    ['a sample is missing', replace(document, /<w:rStyle w:val="Sample"\/>/, ''), /samples/],
    ['a hash is cut', replace(document, '0000000200000002', '000000020000'), /hashes/],
    ['a count is another', replace(document, /(>Requirements audited<.*?<w:t>)\d+/, '$11'), /Requirements audited/],
    [
      'a field is out of date',
      replace(document, 'w:fldCharType="begin"', 'w:fldCharType="begin" w:dirty="true"'),
      /out of date/,
    ],
    ['a field has no end', replace(document, '<w:fldChar w:fldCharType="end"/>', ''), /without an end/],
    ['a bookmark stands twice', replace(document, 'w:name="E_002"', 'w:name="E_001"'), /E_001 twice/],
    ['a picture has no alternative text', replace(document, / descr="E-001[^"]*"/, ' descr=""'), /alternative text/],
    ['a reference leads nowhere', replace(document, 'REF E_001 ', 'REF E_777 '), /E_777/],
    ['a tag is not closed', replace(document, '</w:p>', ''), /well-formed/],
    ['an entity would be read', replace('word/header.xml', '<w:hdr', '<!DOCTYPE x><w:hdr'), /document type/],
    ['Word would ask', replace('word/settings.xml', '<w:zoom', '<w:updateFields w:val="true"/><w:zoom'), /fields/],
    ['a part is missing', (parts) => delete parts['word/styles.xml'], /styles\.xml/],
    ['a picture is missing', (parts) => delete parts['word/media/picture-1.jpeg'], /picture-1/],
    [
      'a picture is none',
      (parts) => (parts['word/media/picture-1.jpeg'] = strToU8('no picture at all')),
      /not a picture/,
    ],
    ['a part has no type', (parts) => (parts['word/extra.bin'] = strToU8('?')), /content type/],
  ])('refuses a file where %s', async (_, change, words) => {
    await expect(checkChanged(change)).rejects.toMatchObject({
      code: 'damaged',
      message: expect.stringMatching(words),
    });
  });

  it('refuses a file with any byte of a picture changed, or cut short', async () => {
    const bytes = readFileSync(good);
    const at = bytes.indexOf(Buffer.from([0xff, 0xd8, 0xff])) + 500;
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    writeFileSync(changed, bytes);
    await expect(checkDocument(changed, model)).rejects.toMatchObject({
      code: 'damaged',
      message: expect.stringMatching(/check sum/),
    });
    writeFileSync(changed, bytes.subarray(0, bytes.length - 40));
    await expect(checkDocument(changed, model)).rejects.toMatchObject({ code: 'damaged' });
    writeFileSync(changed, '');
    await expect(checkDocument(changed, model)).rejects.toMatchObject({ code: 'damaged' });
  });
});
