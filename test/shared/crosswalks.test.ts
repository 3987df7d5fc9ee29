import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Crosswalk } from '../../shared/domain/catalogue.ts';
import { type FrameworkId, linksByReference, partOf } from '../../shared/domain/crosswalks.ts';
import { smallCatalogue } from '../support/open-audit.ts';

const published = (id: string) => ({ id, basis: 'published' as const });
const judged = (id: string, strength: string) => ({ id, basis: 'judgement' as const, strength });
const crosswalk = (id: string, links: Partial<Crosswalk>): Crosswalk => ({
  id,
  nistAiRmf: [],
  euAiAct: [],
  iso27001: [],
  ...links,
});
const turn = (crosswalks: Crosswalk[]) => linksByReference({ requirements: smallCatalogue.requirements, crosswalks });

describe('the crosswalks the other way round', () => {
  it('name every requirement that links to a place, in the order of the catalogue, with basis and strength', () => {
    const { euAiAct } = turn([
      crosswalk('A.10.3', { euAiAct: [judged('Art. 25', 'strong')] }),
      crosswalk('8.4', { euAiAct: [judged('Art. 25', 'partial'), published('Art. 9')] }),
      crosswalk('99.9', { euAiAct: [published('Art. 1')] }),
    ]);
    expect(euAiAct).toEqual([
      { reference: 'Art. 9', links: [{ requirement: '8.4', basis: 'published', strength: undefined }] },
      {
        reference: 'Art. 25',
        links: [
          { requirement: '8.4', basis: 'judgement', strength: 'partial' },
          { requirement: 'A.10.3', basis: 'judgement', strength: 'strong' },
        ],
      },
    ]);
  });

  it.each<[FrameworkId, string[]]>([
    ['nistAiRmf', ['GOVERN 1.1', 'GOVERN 1.10', 'MAP 2.3', 'MEASURE 2.2', 'MEASURE 2.13', 'MANAGE 1.1']],
    ['euAiAct', ['Art. 2', 'Art. 10', 'Art. 95']],
    ['iso27001', ['4.1', '9.3.3', '10.1', 'A.5.2', 'A.5.10', 'A.8.1']],
  ])('have the places of %s in its own order, however the links come', (framework, order) => {
    fc.assert(
      fc.property(fc.shuffledSubarray(order, { minLength: 1 }), (ids) => {
        const found = turn([crosswalk('8.1', { [framework]: ids.map(published) })])[framework];
        expect(found.map(({ reference }) => reference)).toEqual(order.filter((id) => ids.includes(id)));
      }),
    );
  });

  it('lose no link and make none up', () => {
    const place = fc.constantFrom('GOVERN 1.1', 'MAP 1.2', 'MANAGE 4.3');
    const ids = fc.uniqueArray(place);
    fc.assert(
      fc.property(ids, ids, (one, other) => {
        const { nistAiRmf } = turn([
          crosswalk('8.1', { nistAiRmf: one.map(published) }),
          crosswalk('A.2.2', { nistAiRmf: other.map(published) }),
        ]);
        const pairs = nistAiRmf.flatMap(({ reference, links }) =>
          links.map(({ requirement }) => `${requirement} ${reference}`),
        );
        const given = [...one.map((id) => `8.1 ${id}`), ...other.map((id) => `A.2.2 ${id}`)];
        expect(pairs.toSorted()).toEqual(given.toSorted());
      }),
    );
  });

  it('know the function that a reference names', () => {
    expect(['GOVERN 1.1', 'Art. 10', 'A.5.1', '4.1'].map(partOf)).toEqual(['GOVERN', '', '', '']);
  });
});
