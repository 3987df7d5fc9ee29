import { impacts, lifecycleStages, systemRoles } from '../../../shared/domain/vocabulary.ts';
import type { Block } from '../blocks.ts';
import { type Composing, cell, paragraph, row, sectionHeading, table, words } from './composing.ts';
import { counted } from './wording.ts';

/** The AI systems of the auditee: which are in scope, which were sampled and why. */
export function composeSystems(composing: Composing): Block[] {
  const { aiSystems } = composing.model;
  if (aiSystems.length === 0) {
    return [sectionHeading(composing, 'systems'), paragraph('No AI system is recorded for this audit.')];
  }
  const inScope = aiSystems.filter((system) => system.inScope);
  const sampled = aiSystems.filter((system) => system.sampled);
  const columns = [
    { title: 'AI system', width: 52 },
    { title: 'Role and stage', width: 34 },
    { title: 'Impact', width: 18 },
    { title: 'In scope', width: 14 },
    { title: 'Sampled', width: 48 },
  ];
  const rows = aiSystems.map((system) => {
    if (system.sampled && !system.samplingReason.trim()) {
      composing.warn(system.name, 'The reason for sampling this AI system is not recorded.');
    }
    const name = [
      [words(system.name, 'bold')],
      ...(system.purpose ? composing.write(system.purpose, system.name) : []),
    ];
    if (system.owner) name.push([words(`Owner: ${system.owner}`, 'muted')]);
    if (system.supplier) name.push([words(`Supplier: ${system.supplier}`, 'muted')]);
    return row(
      cell(name),
      cell([[words(systemRoles[system.role])], [words(lifecycleStages[system.lifecycle], 'muted')]]),
      cell(impacts[system.impact]),
      cell(system.inScope ? 'Yes' : 'No'),
      cell([
        [words(system.sampled ? 'Yes' : 'No')],
        ...(system.samplingReason ? composing.write(system.samplingReason, system.name) : []),
      ]),
    );
  });
  return [
    sectionHeading(composing, 'systems'),
    paragraph(
      `${counted(aiSystems.length, 'AI system is', 'AI systems are')} recorded, ${inScope.length} of them in scope; ` +
        `${sampled.length} ${sampled.length === 1 ? 'was' : 'were'} sampled. The role is the organisation's own role for the system.`,
    ),
    table(composing, 'AI systems', columns, rows, 'AI systems in scope and sampled.'),
  ];
}
