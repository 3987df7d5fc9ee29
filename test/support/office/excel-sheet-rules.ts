// What may be typed into cells, looks that follow values, and links: ranges that exist and do not collide.
import { all, type Element, repeated } from './package.ts';
import { areaOf, overlap, placeOf } from './places.ts';

/** Everything that is wrong with the rules and links of a sheet; `known` are the names for ranges. */
export function ruleFaults(sheet: string, root: Element, known: ReadonlySet<string>): string[] {
  const faults: string[] = [];
  const areasOf = (element: Element, what: string) =>
    (element.attributes['sqref'] ?? '').split(' ').flatMap((range) => {
      const area = areaOf(range);
      if (!area) faults.push(`${sheet}: ${what} stands on ${range}, which is no range`);
      return area ? [area] : [];
    });
  const validations = all(root, 'dataValidation');
  const typed = validations.flatMap((one) => areasOf(one, 'a validation'));
  for (const [position, area] of typed.entries())
    if (typed.slice(0, position).some((other) => overlap(area, other)))
      faults.push(`${sheet}: two validations share a cell`);
  const [list] = all(root, 'dataValidations');
  if (list && Number(list.attributes['count']) !== validations.length)
    faults.push(`${sheet}: the validations are miscounted`);
  for (const validation of validations) {
    const { error = '', errorTitle = '', type } = validation.attributes;
    if (error.length > 225 || errorTitle.length > 32) faults.push(`${sheet}: a message is too long`);
    for (const { text } of all(validation, 'formula1')) {
      if (text === '' || text.length > 255) faults.push(`${sheet}: a validation has no formula that can be`);
      if (type === 'list' && /^[\p{L}_]/u.test(text) && !known.has(text))
        faults.push(`${sheet}: the list ${text} is not there`);
    }
  }
  const rules = all(root, 'cfRule');
  for (const one of all(root, 'conditionalFormatting')) areasOf(one, 'a rule');
  for (const twice of repeated(rules.map(({ attributes }) => attributes['priority'] ?? '')))
    faults.push(`${sheet}: two rules come ${twice}.`);
  for (const rule of rules)
    if (all(rule, 'formula').every(({ text }) => text === '')) faults.push(`${sheet}: a rule has no formula`);
  const links = all(root, 'hyperlink').map(({ attributes }) => attributes['ref'] ?? '');
  for (const twice of repeated(links)) faults.push(`${sheet}: ${twice} leads to two places`);
  for (const ref of links) if (!placeOf(ref)) faults.push(`${sheet}: a link stands on ${ref}, which is no cell`);
  if (links.length > 65_530) faults.push(`${sheet}: it has more links than a sheet may have`);
  return faults;
}
