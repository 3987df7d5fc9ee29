// What importing an inventory of AI systems does to an audit. One rule for the preview on the page and for the engine.
import { z } from 'zod';
import { type AiSystemFields, aiSystemFields, systemKey } from './ai-systems.ts';
import { impacts, keysOf, lifecycleStages, systemRoles } from './vocabulary.ts';

const field = aiSystemFields.keyof();
export const inventoryFields = field.options;

const bare = <T extends z.ZodType>(schema: z.ZodDefault<T>) => schema.unwrap();
const { shape } = aiSystemFields;

/** The fields of a system that a row of a spreadsheet tells; what it does not tell is not there. */
export const toldFields = z.object({
  name: shape.name,
  purpose: bare(shape.purpose).optional(),
  role: bare(shape.role).optional(),
  lifecycle: bare(shape.lifecycle).optional(),
  impact: bare(shape.impact).optional(),
  owner: bare(shape.owner).optional(),
  supplier: bare(shape.supplier).optional(),
  inScope: bare(shape.inScope).optional(),
  sampled: bare(shape.sampled).optional(),
  samplingReason: bare(shape.samplingReason).optional(),
});
export type ToldFields = z.output<typeof toldFields>;

/** One row as it was read. `unread` has words that are on no list, as the file says them. */
export const readSystem = z.object({
  row: z.int(),
  fields: toldFields,
  unread: z.array(z.object({ field, said: z.string() })),
});
export type ReadSystem = z.output<typeof readSystem>;

const wordValues = {
  role: keysOf(systemRoles),
  lifecycle: keysOf(lifecycleStages),
  impact: keysOf(impacts),
} as const;

/**
 * What was decided on the preview: fields of known systems in which the file counts, what words of the file mean, and
 * rows that are left out. Without a decision a known system keeps what it has.
 */
export const importChoices = z.strictObject({
  take: z
    .array(z.strictObject({ aiSystem: z.string().max(200), fields: z.array(field).max(20) }))
    .max(5_000)
    .default([]),
  words: z
    .array(
      z.union([
        z.strictObject({ field: z.literal('role'), said: z.string().max(20_000), value: z.enum(wordValues.role) }),
        z.strictObject({
          field: z.literal('lifecycle'),
          said: z.string().max(20_000),
          value: z.enum(wordValues.lifecycle),
        }),
        z.strictObject({ field: z.literal('impact'), said: z.string().max(20_000), value: z.enum(wordValues.impact) }),
        z.strictObject({ field: z.enum(['inScope', 'sampled']), said: z.string().max(20_000), value: z.boolean() }),
      ]),
    )
    .max(5_000)
    .default([]),
  leaveOut: z.array(z.int()).max(5_000).default([]),
});
export type ImportChoices = z.output<typeof importChoices>;
export const noChoices: ImportChoices = { take: [], words: [], leaveOut: [] };

const value = z.union([z.string(), z.boolean()]);
export const importPlan = z.object({
  fresh: z.array(z.object({ row: z.int(), fields: toldFields })),
  /** Systems that are there already, with what the file adds to empty fields, and where it says something else. */
  known: z.array(
    z.object({
      row: z.int(),
      aiSystem: z.string(),
      name: z.string(),
      fills: toldFields.partial(),
      differs: z.array(z.object({ field, before: value, after: value, isTaken: z.boolean() })),
    }),
  ),
});
export type ImportPlan = z.output<typeof importPlan>;

type Stored = AiSystemFields & { id: string };

function withWords({ fields, unread }: ReadSystem, { words }: ImportChoices): ToldFields {
  const meant = unread.flatMap(({ field: about, said }) => {
    const choice = words.find((one) => one.field === about && one.said === said);
    return choice ? [[about, choice.value]] : [];
  });
  return { ...fields, ...Object.fromEntries(meant) };
}

/** Whether a field holds nothing yet that somebody decided. */
const isEmpty = (name: keyof AiSystemFields, stored: AiSystemFields) =>
  name === 'impact' ? stored.impact === 'unknown' : stored[name] === '';

function compare(told: ToldFields, stored: Stored, taken: ReadonlySet<string>) {
  const fills: Record<string, unknown> = {};
  const differs: ImportPlan['known'][number]['differs'] = [];
  for (const name of inventoryFields) {
    const after = told[name];
    const before = stored[name];
    if (name === 'name' || after === undefined || after === before) continue;
    if (isEmpty(name, stored)) fills[name] = after;
    else differs.push({ field: name, before, after, isTaken: taken.has(name) });
  }
  return { fills: fills as ImportPlan['known'][number]['fills'], differs };
}

/** What an import would do: systems that are new, and those known by name with what is added or differs. */
export function planImport(
  systems: readonly ReadSystem[],
  stored: readonly Stored[],
  choices: ImportChoices = noChoices,
): ImportPlan {
  const byName = new Map(stored.toReversed().map((one) => [systemKey(one.name), one]));
  const left = new Set(choices.leaveOut);
  const plan: ImportPlan = { fresh: [], known: [] };
  for (const system of systems) {
    if (left.has(system.row)) continue;
    const told = withWords(system, choices);
    const one = byName.get(systemKey(told.name));
    if (!one) {
      plan.fresh.push({ row: system.row, fields: told });
      continue;
    }
    const taken = new Set<string>(choices.take.find(({ aiSystem }) => aiSystem === one.id)?.fields ?? []);
    plan.known.push({ row: system.row, aiSystem: one.id, name: one.name, ...compare(told, one, taken) });
  }
  return plan;
}

/** The fields of a known system that the import changes. */
export function changedFields({ fills, differs }: ImportPlan['known'][number]): Partial<AiSystemFields> {
  const taken = differs.filter(({ isTaken }) => isTaken).map(({ field: name, after }) => [name, after]);
  return { ...fills, ...Object.fromEntries(taken) } as Partial<AiSystemFields>;
}
