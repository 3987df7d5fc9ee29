// The rules of the advice on findings, and which of them the workspace has switched off.
import type { AdviceRuleState } from '../../shared/contract/advice-rules.ts';
import type { Handlers } from '../../shared/contract/contract.ts';
import { adviceRules, canSwitchOff } from '../../shared/domain/advice/advise.ts';
import { AppError } from '../../shared/errors.ts';
import { readRecords } from '../store/tables.ts';
import type { Context } from './context.ts';

function listRules({ db }: Context): AdviceRuleState[] {
  const off = new Map(readRecords(db, 'switchedRule').map(({ rule, reason }) => [rule, reason]));
  return adviceRules.map((one) => {
    const mayBeOff = canSwitchOff(one);
    const reason = mayBeOff ? off.get(one.key) : undefined;
    return {
      rule: one.key,
      title: one.title,
      why: one.why,
      mayBeOff,
      isOn: reason === undefined,
      reason: reason ?? '',
    };
  });
}

/** The calls about the rules of the advice. */
export function adviceRuleHandlers(context: Context): Pick<Handlers, 'adviceRules.list' | 'adviceRules.set'> {
  const stateOf = (key: string): AdviceRuleState => {
    const found = listRules(context).find(({ rule }) => rule === key);
    if (!found) throw new AppError('not-found', `There is no rule ${key}.`, { rule: key });
    return found;
  };
  return {
    'adviceRules.list': () => listRules(context),
    'adviceRules.set': ({ rule, isOn, reason: given }) => {
      const reason = given.trim();
      const { mayBeOff, title } = stateOf(rule);
      if (!mayBeOff)
        throw new AppError('refused', `“${title}” cannot be switched off: no report is issued without it.`, { rule });
      if (!isOn && reason === '')
        throw new AppError('refused', `Say why “${title}” is switched off. Reports print the reason.`, { rule });
      return context.writer.write(null, undefined, (write) => {
        const own = readRecords(context.db, 'switchedRule').find((one) => one.rule === rule);
        if (own && isOn) write.remove('switchedRule', own.id);
        else if (own) write.set('switchedRule', own.id, { reason });
        else if (!isOn) write.create('switchedRule', { rule, reason });
        return stateOf(rule);
      });
    },
  };
}
