// The rules of the advice on findings: what each looks at, and which are off here. A rule goes off with its reason.
import { Button, Checkbox, TextInput } from '@mantine/core';
import { useEffect, useId, useRef, useState } from 'react';
import type { AdviceRuleState } from '../../../shared/contract/advice-rules.ts';
import { useAppActions } from '../../api/app-actions.tsx';
import { useEngine } from '../../api/engine-context.tsx';
import styles from './advice-rules.module.css';
import { texts } from './texts.ts';

interface RuleProps {
  rule: AdviceRuleState;
  /** Answers whether it was stored. */
  onSet: (change: { isOn: boolean; reason: string }) => Promise<boolean>;
}

function Rule({ rule, onSet }: RuleProps) {
  const [isAsked, setAsked] = useState(false);
  const [reason, setReason] = useState(rule.reason);
  const why = useId();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (isAsked) field.current?.focus();
  }, [isAsked]);
  const isOff = !rule.isOn;
  const switchOff = async () => {
    if (await onSet({ isOn: false, reason })) setAsked(false);
  };
  const toggle = (on: boolean) => {
    if (!on) setAsked(true);
    else if (isOff) void onSet({ isOn: true, reason: '' }).then((done) => done && setReason(''));
    else setAsked(false);
  };
  return (
    <li>
      <Checkbox
        label={rule.title}
        checked={rule.isOn && !isAsked}
        disabled={!rule.mayBeOff}
        aria-describedby={why}
        onChange={(event) => toggle(event.currentTarget.checked)}
      />
      <p id={why}>
        {rule.why} {rule.mayBeOff ? null : texts.ruleStays}
      </p>
      {isAsked || isOff ? (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void switchOff();
          }}
        >
          <TextInput
            label={texts.ruleReason}
            description={texts.ruleReasonHint}
            required
            maxLength={2_000}
            ref={field}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            onBlur={() => {
              if (isOff && reason.trim() !== '' && reason !== rule.reason) void switchOff();
            }}
          />
          {isAsked ? (
            <div className={styles.buttons}>
              <Button type="submit" size="xs" disabled={reason.trim() === ''}>
                {texts.switchOff}
              </Button>
              <Button variant="default" size="xs" onClick={() => setAsked(false)}>
                {texts.keepOn}
              </Button>
            </div>
          ) : null}
        </form>
      ) : null}
    </li>
  );
}

/** Where rules of the advice are switched off and on. */
export function AdviceRules() {
  const { api } = useEngine();
  const { say } = useAppActions();
  const [rules, setRules] = useState<readonly AdviceRuleState[]>([]);
  const [failure, setFailure] = useState('');
  useEffect(() => {
    api.call('adviceRules.list', {}).then(setRules, (error: unknown) => setFailure(String(error)));
  }, [api]);
  const set = async (rule: string, change: { isOn: boolean; reason: string }) => {
    try {
      const stored = await api.call('adviceRules.set', { rule, ...change });
      setRules((all) => all.map((one) => (one.rule === rule ? stored : one)));
      return true;
    } catch (error) {
      say(texts.notKept(error instanceof Error ? error.message : String(error)), { isAlarm: true });
      return false;
    }
  };
  return (
    <>
      <p className={styles.words}>{texts.rulesWords}</p>
      {failure === '' ? null : <p role="alert">{failure}</p>}
      <ul className={styles.rules}>
        {rules.map((rule) => (
          <Rule key={rule.rule} rule={rule} onSet={(change) => set(rule.rule, change)} />
        ))}
      </ul>
    </>
  );
}
