import { composeTable, paperStyle } from './paper.ts';

const roles = [
  ['System owner', 'Calls for the assessment, describes the system and its use, carries out the measures.'],
  ['AIMS manager', 'Leads the assessment, keeps the register IAP-07-R1, tells the release meeting the result.'],
  ['Data protection officer', 'Takes part in every assessment; may ask for one at any time.'],
  ['Desk or broker representative', 'Brings the view of the people who work with the result.'],
  ['Outside voice', 'One person from the policyholder council for systems of high impact.'],
  ['Chief risk officer', 'Approves, approves with conditions, or refuses.'],
];

const changes = [
  ['a', 'Another base model, or another version of it', 'Supplier withdraws a version'],
  ['b', 'A changed limit up to which the system acts without a person', 'Limit for the fast track raised'],
  ['c', 'Another group of people or another line of products', 'Travel claims join household and motor'],
  ['d', 'Another site, language or country of use', 'Brokers who work in Polish'],
  ['e', 'Another source of input', 'Photographs taken by the claimant'],
];

const intervals = [
  ['High', '12 months', 'Claims triage'],
  ['Medium', '18 months', 'Broker assist'],
  ['Low', '24 months', 'Mail sorter'],
];

const scale = [
  ['0', 'None', 'No difference for the person.'],
  ['1', 'Slight', 'Noticed, made good within two working days, no cost.'],
  ['2', 'Moderate', 'Waiting, cost or worry that a person at the desk can still put right.'],
  ['3', 'Serious', 'Money, rights or health are touched, or a group is worse off than others for months.'],
  ['4', 'Grave', 'Cannot be put right.'],
];

const questions = [
  'Who gets a result, who is judged by it, who pays, who never hears of it?',
  'What happens to a person when the result is wrong? When it is late? When it is right and still unfair?',
  'Which groups may be treated worse: age, language, disability, address, kind of contract?',
  'What would somebody do who wants to misuse the system, inside or outside?',
  'How does the person learn that AI was used, and how can they have a person look again?',
  'What does the system do to the work of those who use it, and to what they still look at themselves?',
  'What would change for society if every insurer did the same?',
];

/** The client's procedure for impact assessments, four pages. */
export function composeImpactProcedure(): string {
  return `<style>${paperStyle}</style>
  <h1>AI system impact assessment</h1><p class="lead">Procedure IAP-07 of Brackenfjord Mutual (invented sample
    organisation)</p>
  ${composeTable(
    [],
    [
      ['Document', 'IAP-07'],
      ['Version', '3.0'],
      ['In force from', '1 October 2025'],
      ['Owner', 'AIMS manager'],
      ['Approved by', 'Chief risk officer, 24 September 2025'],
      ['Next review', '1 October 2027 or after a serious incident'],
      ['Classification', 'Internal'],
    ],
    'facts',
  )}
  <h2>Versions</h2>${composeTable(
    ['Version', 'Date', 'What changed'],
    [
      ['1.0', '11 March 2024', 'First issue'],
      ['2.0', '2 December 2024', 'Society added; register IAP-07-R1 introduced'],
      [
        '3.0',
        '1 October 2025',
        'Section 3.2: significant changes. Section 3.3: intervals by impact. Section 3.4: who decides',
      ],
    ],
  )}
  <h2>1 Purpose</h2><p>This procedure says when and how Brackenfjord assesses what an AI system does to single
    people, to groups of people and to society. It applies to every AI system of the inventory AIR, whether built
    here, bought, or given to brokers.</p>
  <p>The result is used twice: as an input of the AI risk assessment (RSK-05), and in the release meeting (CHG-09).</p>
  <h2>2 Who does what</h2>${composeTable(['Role', 'Task'], roles)}
  <p>Nobody approves an assessment of a system they own. Deputies stand in the role matrix ROL-04.</p>
  <h2>3 When an assessment is made</h2><h3>3.1 First assessment</h3>
  <p>Before the first release to anyone outside the project, pilots included.</p>
  <h3>3.2 Significant change</h3><p class="keep">Before the release of each of these
    changes:</p>${composeTable(['', 'Change', 'Example'], changes)}
  <div class="box">The assessment is approved before the release meeting. Its number is entered in field 7 of the
    release record CHG-09-F1. A release record with an empty field 7 is not complete.</div>
  <h3>3.3 Planned interval</h3><p class="keep">Also without a change, at the latest
    after:</p>${composeTable(['Impact of the system', 'Interval', 'Today'], intervals)}
  <h3>3.4 Changes that are not significant</h3><p>The AIMS manager and the Data protection officer decide together
    that a change outside the list of 3.2 needs no assessment. They write the reason into the change record. A change
    inside the list cannot be declared not significant.</p>
  <h2>4 Steps</h2><ol><li><b>Describe.</b> Purpose, users, people concerned, setting, model and version, what the
    system decides and what a person decides.</li>
  <li><b>Ask.</b> Answer the questions of annex B. Talk to at least two people who work with the result and, for high
    impact, to the outside voice.</li>
  <li><b>Look at figures.</b> Errors, waiting times and overrides, as a whole and by the groups that matter for this
    use. No figures is an answer and is written down.</li>
  <li><b>Judge.</b> Rate each effect on the scale of annex A, before and after measures, good effects too.</li>
  <li><b>Decide measures.</b> Owner and date for each. Effects of grade 3 or 4 that remain go to the board of
    management.</li>
  <li><b>Approve.</b> The Chief risk officer approves, approves with conditions, or refuses, in writing.</li>
  <li><b>Hand over.</b> The AIMS manager enters the result in the register, tells the risk analyst and the release
    coordinator, and informs the parties named in COM-11.</li></ol>
  <h3>4.1 What has to be considered</h3><ul><li>Intended use, foreseeable misuse, and the mere presence of the
    system.</li>
  <li>Fairness, safety, privacy, access to redress, accessibility, work of the people at the desk.</li><li>The
    setting: sites, languages, law, contracts, season (storms and hail).</li></ul>
  <h2>5 Use of the result</h2><p>The risk analyst takes the effects into the risk assessment of the system within ten
    working days. If the result changes a limit, a text or an instruction, the change gets its own entry in the
    change log.</p>
  <h2>6 Records</h2><p>Assessments are kept for the life of the system and six years after. Everyone in the AIMS team
    and internal audit may read them; the policyholder council receives a summary of those with high impact. The
    register IAP-07-R1 shows for each system the version assessed, the date and the next due date. The AIMS manager
    looks through it on the first working day of each quarter.</p>
  <h2>Annex A Scale</h2>${composeTable(['Grade', 'Word', 'Meaning for the person or group'], scale)}
  <p>Grade 3 or 4 after measures: the board of management decides. Grade 2: the Chief risk officer decides. Grades 0
    and 1: the system owner decides.</p>
  <h2>Annex B Questions</h2><ol>${questions.map((question) => `<li>${question}</li>`).join('')}</ol>
  <h2>Annex C Form IAP-07-F1 (summary)</h2>${composeTable(
    ['Part', 'Content'],
    [
      ['1', 'System, owner, version assessed, reason (first, change a to e, interval, request)'],
      ['2', 'People and groups concerned, how each was heard'],
      ['3', 'Effects with grade before and after measures'],
      ['4', 'Figures by group, period, source'],
      ['5', 'Measures, owner, date'],
      ['6', 'Decision, conditions, name and date'],
    ],
  )}`;
}
