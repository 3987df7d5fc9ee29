// The time limits of the workspace: those that come with the product, and what was changed here.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Handlers } from '../../shared/contract/contract.ts';
import type { DueRule } from '../../shared/contract/due-rules.ts';
import { type DueRuleFields, expandRules, isSameCase, usualRulesSchema } from '../../shared/domain/due-rules.ts';
import { readRecords } from '../store/tables.ts';
import { readAssetFolder } from './assets.ts';
import type { Context } from './context.ts';

let loaded: DueRuleFields[] | undefined;

function usualRules(): DueRuleFields[] {
  const file = path.join(readAssetFolder('due-rules'), 'usual.json');
  loaded ??= expandRules(usualRulesSchema.parse(JSON.parse(readFileSync(file, 'utf8'))));
  return loaded;
}

/** The rules in force. */
export function listDueRules(context: Context): DueRule[] {
  const own = readRecords(context.db, 'dueRule').map(({ id: _id, ...rule }) => rule);
  const usual = usualRules();
  const added = own.filter((rule) => !usual.some((one) => isSameCase(one, rule)));
  return [...usual, ...added].map((rule) => {
    const changed = own.find((one) => isSameCase(one, rule));
    return { ...(changed ?? rule), isUsual: changed === undefined };
  });
}

/** The calls about time limits. */
export function dueRuleHandlers(context: Context): Pick<Handlers, 'dueRules.list' | 'dueRules.set'> {
  return {
    'dueRules.list': () => listDueRules(context),
    'dueRules.set': (rule) =>
      context.writer.write(null, undefined, (write) => {
        const own = readRecords(context.db, 'dueRule').find((one) => isSameCase(one, rule));
        const usual = usualRules().find((one) => isSameCase(one, rule));
        const isUsual = usual?.days === rule.days && usual.basis === rule.basis;
        // A rule set back to what it was is no rule of its own any more.
        if (own && isUsual) write.remove('dueRule', own.id);
        else if (own) write.set('dueRule', own.id, rule);
        else if (!isUsual) write.create('dueRule', rule);
        return { ...rule, isUsual };
      }),
  };
}
