/** One line of the client's Statement of Applicability, written the way the client wrote it. */
interface StatementLine {
  group: string;
  id: string;
  title: string;
  applicable: string;
  justification: string;
  implementation: string;
  owner: string;
}

/** Group headings of the statement. */
export const groups: Record<string, string> = {
  'A.2': 'Policies related to AI',
  'A.3': 'Internal organization',
  'A.4': 'Resources for AI systems',
  'A.5': 'Assessing impacts of AI systems',
  'A.6': 'AI system life cycle',
  'A.7': 'Data for AI systems',
  'A.8': 'Information for interested parties',
  'A.9': 'Use of AI systems',
  'A.10': 'Third parties and customers',
};

function line(group: string, ...cells: [string, string, string, string, string, string]): StatementLine {
  const [id, title, applicable, justification, implementation, owner] = cells;
  return { group, id, title, applicable, justification, implementation, owner };
}

/**
 * The statement with the flaws of a real one: ids and words in mixed styles, A.7.2 left out without a reason,
 * A.8.3 forgotten, one control of the client's own at the end.
 */
export const controls: StatementLine[] = [
  line('A.2', 'A.2.2', 'AI policy', 'Yes', 'Board decision 14/2024; frame for all AI work', 'POL-03 v2.0', 'Chief executive'),
  line('A.2', 'A2.3', 'Alignment with other organizational policies', 'Yes', 'Security, privacy and purchasing rules touch AI, treatment R-01', 'List POL-03-A', 'AIMS manager'),
  line('A.2', 'A.2.4', 'Review of the AI policy', 'Y', 'Law and models change each year', 'Yearly, with the management review', 'AIMS manager'),
  line('A.3', 'A.3.2', 'AI roles and responsibilities', 'Yes', 'Owner and deputy for each system, treatment R-02', 'ROL-04 v1.6', 'Head of people'),
  line('A.3', 'A 3.3', 'Reporting of concerns', 'yes', 'Staff and claimants notice faults first, treatment R-03', 'Concern line, form CON-01', 'Data protection officer'),
  line('A.4', 'A.4.2', 'Resource documentation', 'x', 'Needed for risk assessment', 'Resource sheets RES-CT, RES-BA, RES-MS', 'System owners'),
  line('A.4', 'A.4.3', 'Data resources', 'x', 'Live input and test sets are described', 'Data sheets in DAT-16', 'Data steward'),
  line('A.4', 'A.4.4', 'Tooling resources', 'x', 'Base models and tools come from outside', 'Tool list TOL-01', 'Release coordinator'),
  line('A.4', 'A.4.5', 'System and computing resources', 'x', 'Hosting by suppliers, treatment R-13', 'Hosting sheets in RES', 'Head of operations'),
  line('A.4', 'A.4.6', 'Human resources', 'x', 'Override needs trained people at all hours, treatment R-05', 'Matrix TRN-10', 'Head of people'),
  line('A.5', 'Annex A 5.2', 'AI system impact assessment process', 'Applicable', 'Claimants and brokers are affected', 'IAP-07 v3.0', 'AIMS manager'),
  line('A.5', 'Annex A 5.3', 'Documentation of AI system impact assessments', 'Applicable', 'Proof towards authority and council', 'Register IAP-07-R1', 'AIMS manager'),
  line('A.5', 'Annex A 5.4', 'Assessing AI system impact on individuals or groups of individuals', 'Applicable', 'Queue decides waiting time of people, treatment R-06', 'IAP-07 section 4', 'AIMS manager'),
  line('A.5', 'Annex A 5.5', 'Assessing societal impacts of AI systems', 'Applicable', 'Mutual insurer, articles of association section 2', 'IAP-07 annex B question 7', 'AIMS manager'),
  line('A.6', 'A.06.01.02', 'Objectives for responsible development of AI system', 'Yes', 'Objectives O-3 and O-4', 'OBJ-08', 'Head of claims'),
  line('A.6', 'A.06.01.03', 'Processes for responsible AI system design and development', 'Yes', 'Claims triage is built here', 'LIF-15 v1.5', 'Release coordinator'),
  line('A.6', 'A.6.2.2', 'AI system requirements and specification', 'Yes', 'Claims triage is built here, Broker assist is assembled here', 'Specifications SPC-CT, SPC-BA', 'System owners'),
  line('A.6', 'A.6.2.3', 'Documentation of AI system design and development', 'Yes', 'Successor must be able to rebuild', 'Design files in the repository', 'Release coordinator'),
  line('A.6', 'A.6.2.4', 'AI system verification and validation', 'Yes', 'Wrong queue costs people time, treatment R-08', 'TST-20 v1.2', 'Test lead'),
  line('A.6', 'A.6.2.5', 'AI system deployment', 'Yes', 'Release without check was risk 4 of 2024', 'CHG-09 v2.4', 'Release coordinator'),
  line('A.6', 'A.6.2.6', 'AI system operation and monitoring', '✓', 'Drift and storm season, treatment R-10', 'MON-13 v1.3', 'System owners'),
  line('A.6', 'B.6.2.7', 'AI system technical documentation', '✓', 'Authority may ask for it', 'Technical files TEC', 'Release coordinator'),
  line('A.6', 'A.6.2.8', 'AI system recording of event logs', '✓', 'Decision log LOG-CT, treatment R-07', 'LOG rules in MON-13', 'Head of operations'),
  line('A.7', 'A.7.2', 'Data for development and enhancement of AI system', 'No', '', '', ''),
  line('A.7', 'A.7.3', 'Acquisition of data', 'N/A', 'No data are bought or collected from outside for any AI system', '', ''),
  line('A.7', 'A.7.4', 'Quality of data for AI systems', 'Yes', 'Input quality decides the queue, treatment R-04', 'DAT-16 v1.2', 'Data steward'),
  line('A.7', 'A.7.5', 'Data provenance', 'Yes', 'Trace from claim to model version, treatment R-09', 'Trace tool', 'Data steward'),
  line('A.7', 'A.7.6', 'Data preparation', 'not applicable', 'Models are used as delivered; no training data are prepared', '', ''),
  line('A.8', 'A.8.2', 'System documentation and information for users', 'Yes', 'Claimants and brokers, treatment R-11', 'Notice N-07, guide BA-QG', 'Head of claims'),
  line('A.8', 'A.8.4', 'Communication of incidents', 'Yes', 'Supervisory duty, contract with brokers', 'INC-18 v1.3', 'Data protection officer'),
  line('A.8', 'A.8.5', 'Information for interested parties', 'Yes', 'Disclosure duties, list COM-11-A', 'COM-11 v1.4', 'Data protection officer'),
  line('A.9', 'A.9.2', 'Processes for responsible use of AI systems', 'TRUE', 'Rules USE-17, treatment R-12', 'USE-17 v1.1', 'Head of operations'),
  line('A.9', 'A.9.3', 'Objectives for responsible use of AI system', 'TRUE', 'Objectives O-1 and O-2', 'OBJ-08', 'Head of claims'),
  line('A.9', 'A.9.4', 'Intended use of the AI system', 'TRUE', 'Brokers work outside the house, treatment R-14', 'USE-17, terms of use BA', 'System owners'),
  line('A.10', 'A.10.2', 'Allocating responsibilities', 'Yes', 'Two suppliers, 14 brokers, treatment R-15', 'Contract annexes 3 and 4', 'Purchasing lead'),
  line('A.10', 'A.10.3', 'Suppliers', 'Yes', 'Base models come from outside, treatment R-16', 'SUP-19 v2.0', 'Purchasing lead'),
  line('A.10', 'A.10.4', 'Customers', 'Yes', 'Broker assist is offered to brokers, treatment R-17', 'Broker agreement annex 4', 'Head of broker services'),
  line('BM', 'BM-01', 'Two-person release of claim refusals', 'Yes', 'Own control: no refusal leaves the house on one signature, treatment R-18', 'Claims desk setting, rule USE-17 section 6', 'Head of claims'),
];
