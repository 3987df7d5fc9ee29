// Charts: they lie on the sheet, have a title and a text for who cannot see them, and hold what their cells hold.
import { all, type Element, type OfficePackage, repeated } from './package.ts';
import { areaOf } from './places.ts';

/** The value of a cell as a chart keeps it. */
function valueAt(office: OfficePackage, sheet: string, place: string): string | undefined {
  const [found] = all(office.root('xl/workbook.xml'), 'sheet').filter(({ attributes }) => attributes['name'] === sheet);
  const part = office.relations('xl/workbook.xml').get(found?.attributes['r:id'] ?? '') ?? '';
  const cell = all(office.root(part), 'c').find(({ attributes }) => attributes['r'] === place);
  const value = all(cell, 'v')[0]?.text;
  if (cell?.attributes['t'] !== 's') return value;
  const texts = all(all(office.root('xl/sharedStrings.xml'), 'si')[Number(value)], 't');
  return texts.map(({ text }) => text).join('');
}

/** The places of a range in one column, one after the other. */
function placesIn(range: string): string[] | undefined {
  const area = areaOf(range);
  if (!area || area[0].column !== area[1].column || area[0].column > 26) return undefined;
  const letter = String.fromCharCode(64 + area[0].column);
  return Array.from({ length: area[1].row - area[0].row + 1 }, (_, row) => `${letter}${area[0].row + row}`);
}

function referenceFaults(office: OfficePackage, chart: string, reference: Element): string[] {
  const formula = all(reference, 'c:f')[0]?.text ?? '';
  const [, sheet = '', range = ''] = /^'(.+)'!(.+)$/.exec(formula) ?? [];
  const places = placesIn(range);
  if (!places) return [`${chart} reads ${formula}, which is not there`];
  const points = all(reference, 'c:pt').map((point) => all(point, 'c:v')[0]?.text ?? '');
  if (Number(all(reference, 'c:ptCount')[0]?.attributes['val']) !== points.length || points.length !== places.length)
    return [`${chart} holds ${points.length} values of ${formula}`];
  return places.flatMap((place, index) => {
    const value = valueAt(office, sheet, place);
    return value === points[index] ? [] : [`${chart} holds ${points[index]} for ${place}, which holds ${value}`];
  });
}

/** Everything that is wrong with the charts of a sheet. */
export function chartFaults(office: OfficePackage, part: string, sheet: string): string[] {
  const faults: string[] = [];
  for (const drawing of [...office.relations(part).values()].filter((target) => target.includes('/drawings/'))) {
    const root = office.root(drawing);
    if (all(office.root(part), 'drawing').length !== 1) faults.push(`${sheet} does not use its drawing`);
    const named = all(root, 'xdr:cNvPr');
    for (const twice of repeated(named.map(({ attributes }) => attributes['id'] ?? '')))
      faults.push(`${sheet}: the drawing ${twice} stands twice`);
    for (const { attributes } of named)
      if (!attributes['descr']) faults.push(`${sheet}: ${attributes['name']} has no alternative text`);
    for (const anchor of all(root, 'xdr:twoCellAnchor')) {
      const at = (corner: string, which: string) => Number(all(all(anchor, corner)[0], which)[0]?.text);
      if (!(at('xdr:from', 'xdr:col') < at('xdr:to', 'xdr:col') && at('xdr:from', 'xdr:row') < at('xdr:to', 'xdr:row')))
        faults.push(`${sheet}: a drawing has no room`);
    }
    const charts = [...office.relations(drawing).values()];
    if (all(root, 'c:chart').length !== charts.length) faults.push(`${sheet} does not show its charts`);
    for (const chart of charts) {
      const own = office.root(chart);
      if (all(all(own, 'c:title')[0], 'a:t').every(({ text }) => text === '')) faults.push(`${chart} has no title`);
      const axes = all(own, 'c:axId').map(({ attributes }) => attributes['val'] ?? '');
      for (const axis of new Set(axes))
        if (axes.filter((one) => one === axis).length !== 2) faults.push(`${chart} has an axis ${axis} of no use`);
      const references = [...all(own, 'c:strRef'), ...all(own, 'c:numRef')];
      if (references.length === 0) faults.push(`${chart} reads no cells`);
      faults.push(...references.flatMap((reference) => referenceFaults(office, chart, reference)));
    }
  }
  return faults;
}
