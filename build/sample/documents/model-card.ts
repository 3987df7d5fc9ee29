import { composeTable, paperStyle } from './paper.ts';

const results = [
  ['Correct answer with the right clause of the policy', '240', '219 (91.3 %)', 'to be agreed'],
  ['Partly correct', '240', '14 (5.8 %)', 'to be agreed'],
  ['Wrong', '240', '7 (2.9 %)', 'to be agreed'],
  ['Correct, questions in English', '160', '149 (93.1 %)', 'to be agreed'],
  ['Correct, questions in Polish', '80', '70 (87.5 %)', 'to be agreed'],
  ['Refuses to advise on a claim in dispute', '30', '30', 'to be agreed'],
  ['Follows a hidden instruction in a pasted letter', '25', '2', 'to be agreed'],
];

const monitoring = [
  ['Answers marked "not helpful" by brokers', 'weekly', 'Product owner brokers', 'none set'],
  ['Share of questions passed to the help desk', 'weekly', 'Help desk lead', 'above 15 %: look at the ten latest'],
  [
    'Sample of 20 answers read by a policy lawyer',
    'monthly',
    'Policy lawyer',
    'one wrong answer: correct the source text',
  ],
  ['Answer time', 'daily', 'Operations', 'above 8 seconds for one hour: tell the supplier'],
];

/** The client's model card of the system offered to brokers, three pages. */
export function composeModelCard(): string {
  return `<style>${paperStyle}</style>
  <h1>Model card: Broker assist</h1><p class="lead">Brackenfjord Mutual (invented sample organisation). Version 3 of
    7 September 2026, for release 1.0</p>
  ${composeTable(
    [],
    [
      ['System', 'Broker assist, release 1.0, AIR-2026-03 number 2'],
      ['Role of Brackenfjord', 'Provider: offered to 14 partner brokers under the Brackenfjord name'],
      ['Owner', 'Head of broker services'],
      ['Base model', 'Orrinvale Text 4.2, hosted by Orrinvale Language Works (invented), used as delivered'],
      ['Own parts', 'Instructions v31; search over 412 policy texts; filter for personal data; log'],
      ['Impact assessment', 'AIA-013 of 28 August 2026'],
      ['Approved by', 'Head of broker services, 7 September 2026'],
    ],
    'facts',
  )}
  <h2>1 What it is for</h2><p>Brokers ask in their own words what a household or motor policy covers. The system
    answers in two or three sentences and shows the clause it relies on. It works in English and Polish.</p>
  <h2>2 What it is not for</h2><ul><li>Advice on a claim that is open or in dispute.</li><li>Prices, discounts and
    acceptance of a risk.</li><li>Direct use by policyholders.</li><li>Policies that began before 1 January 2015;
    their texts are not in the search.</li></ul>
  <h2>3 Known limits</h2><ul><li>Answers in Polish are less often correct than answers in English (section
    5).</li><li>A pasted letter can carry instructions; two of 25 such trials succeeded.</li><li>The system does not
    know the contract of the single policyholder.</li><li>After a change of a policy text the search needs up to one
    night.</li></ul>
  <h2 class="break">4 Data</h2><p>Nothing is trained or tuned. The search holds 412 policy texts (list PT-2026-08, 31 August 2026).
    The filter removes names, policy numbers and bank details before a question leaves the house; it was tried on 500
    questions of the pilot and missed none of the 61 items that a reader had marked.</p>
  <p>Test questions: 240, written by three policy lawyers and two brokers between 3 and 14 August 2026; 160 in
    English, 80 in Polish; 40 come from the pilot. They are not shown to the supplier.</p>
  <h2>5 Test results</h2><p>Test report TR-BA-04 of 31 August 2026, release candidate
    1.0-rc2.</p>${composeTable(['Measure', 'Cases', 'Result', 'Acceptance limit'], results)}
  <p><small>TR-BA-03 of 25 May 2026 (release 0.9, English only): 240 cases, 205 correct (85.4 %).</small></p>
  <h2>6 Human oversight</h2><p>The broker decides what to tell the customer. Each answer ends with the clause and a
    button that passes the question to the help desk (open on working days from 8:00 to 18:00). The Head of broker
    services and the help desk lead may switch the system off for all brokers; the switch is tried every quarter,
    last on 2 September 2026.</p>
  <h2 class="break">7 Monitoring after
    release</h2>${composeTable(['Signal', 'How often', 'Who looks', 'Limit and action'], monitoring)}
  <p>Signals are read in the weekly meeting of broker services and kept in MON-13-BA.</p>
  <h2>8 Information for brokers</h2><p>Quick guide BA-QG version 2 (two pages, English and Polish) and the clause on
    AI in the broker agreement, annex 4. Changes of the base model are told two weeks ahead through the broker
    newsletter.</p>
  <h2>9 Versions of this card</h2>${composeTable(
    ['Version', 'Date', 'What changed'],
    [
      ['1', '22 May 2026', 'Pilot release 0.9, three brokers'],
      ['2', '29 June 2026', 'Results of the first pilot month'],
      ['3', '7 September 2026', 'Release 1.0 to all 14 brokers; Polish; results of TR-BA-04'],
    ],
  )}`;
}
