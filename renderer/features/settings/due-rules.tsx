// The time limits of the workspace, one audit type at a time: days and their basis, stored when a field is left.
import { NativeSelect, NumberInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { DueRule } from '../../../shared/contract/due-rules.ts';
import { type DueRuleFields, isSameCase } from '../../../shared/domain/due-rules.ts';
import { type AuditType, auditTypes, dueSteps, grades } from '../../../shared/domain/vocabulary.ts';
import { useAppActions } from '../../api/app-actions.tsx';
import { useEngine } from '../../api/engine-context.tsx';
import { GrowingText } from '../../parts/growing-text.tsx';
import { FieldRow } from '../../ui/field-row.tsx';
import { optionsOf } from '../../ui/options.ts';
import styles from './due-rules.module.css';
import { texts } from './texts.ts';

const keyOf = ({ auditType, grade, step }: DueRuleFields) => `${auditType} ${grade} ${step}`;

interface RuleProps {
  rule: DueRule;
  onSet: (rule: DueRuleFields) => void;
}

function Rule({ rule, onSet }: RuleProps) {
  const { isUsual, ...stored } = rule;
  const [days, setDays] = useState(stored.days);
  const [basis, setBasis] = useState(stored.basis);
  const name = `${grades[rule.grade]}, ${dueSteps[rule.step].toLowerCase()}`;
  const keep = () => {
    if (days !== stored.days || basis !== stored.basis) onSet({ ...stored, days, basis });
  };
  return (
    <tr>
      <th scope="row">
        {grades[rule.grade]}
        <span>
          {dueSteps[rule.step]}
          {isUsual ? '' : ` · ${texts.changedHere}`}
        </span>
      </th>
      <td>
        <NumberInput
          aria-label={texts.daysFor(name)}
          size="xs"
          min={0}
          max={1_100}
          clampBehavior="strict"
          allowDecimal={false}
          allowNegative={false}
          hideControls
          placeholder={texts.noLimit}
          value={days ?? ''}
          onChange={(value) => setDays(typeof value === 'number' ? value : null)}
          onBlur={keep}
        />
      </td>
      <td>
        <GrowingText
          aria-label={texts.basisFor(name)}
          lines={1}
          maxLength={2_000}
          value={basis}
          onText={(text) => setBasis(text.replaceAll('\n', ' '))}
          onBlur={keep}
        />
      </td>
    </tr>
  );
}

/** Where the time limits are read and changed. */
export function DueRules() {
  const { api } = useEngine();
  const { say } = useAppActions();
  const [rules, setRules] = useState<readonly DueRule[]>([]);
  const [type, setType] = useState<AuditType>('stage-2');
  const [failure, setFailure] = useState('');
  useEffect(() => {
    api.call('dueRules.list', {}).then(setRules, (error: unknown) => setFailure(String(error)));
  }, [api]);
  const set = async (rule: DueRuleFields) => {
    try {
      const stored = await api.call('dueRules.set', rule);
      setRules((all) => all.map((one) => (isSameCase(one, stored) ? stored : one)));
    } catch (error) {
      say(texts.notKept(error instanceof Error ? error.message : String(error)), { isAlarm: true });
    }
  };
  return (
    <>
      <p className={styles.words}>{texts.limitsWords}</p>
      <FieldRow label={texts.limitsFor}>
        {({ id }) => (
          <NativeSelect
            id={id}
            className={styles.type}
            data={optionsOf(auditTypes)}
            value={type}
            onChange={(event) => setType(event.currentTarget.value as AuditType)}
          />
        )}
      </FieldRow>
      {failure === '' ? null : <p role="alert">{failure}</p>}
      <table className={styles.rules}>
        <thead>
          <tr>
            <th scope="col">{texts.limitsCase}</th>
            <th scope="col">{texts.days}</th>
            <th scope="col">{texts.basis}</th>
          </tr>
        </thead>
        <tbody>
          {rules
            .filter(({ auditType }) => auditType === type)
            .map((rule) => (
              <Rule key={keyOf(rule)} rule={rule} onSet={(changed) => void set(changed)} />
            ))}
        </tbody>
      </table>
    </>
  );
}
