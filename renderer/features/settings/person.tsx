// Who is at work: kept while typing, so that the next change already carries it.
import { TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useWorkspace } from '../../api/engine-context.tsx';
import { FieldRow } from '../../ui/field-row.tsx';
import { texts } from './texts.ts';
import { useSaveSettings } from './use-save-settings.ts';

type Field = 'name' | 'role' | 'deviceName';

const quietMs = 500;

interface Props {
  field: Field;
  label: string;
  hint?: string;
}

/** A line of the person. An empty name is not kept. */
function PersonField({ field, label, hint }: Props) {
  const kept = useWorkspace((state) => state.settings[field]);
  const save = useSaveSettings();
  const [typed, setTyped] = useState<string>();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const isEmpty = field === 'name' && typed !== undefined && typed.trim() === '';
  const keep = (text: string) => {
    clearTimeout(timer.current);
    const value = text.trim();
    if (value === kept || (field === 'name' && value === '')) return;
    save({ [field]: value });
  };
  return (
    <FieldRow label={label} hint={hint} error={isEmpty ? texts.nameNeeded : undefined} isRequired={field === 'name'}>
      {({ id, describedBy, isInvalid }) => (
        <TextInput
          id={id}
          value={typed ?? kept}
          maxLength={300}
          aria-describedby={describedBy}
          aria-invalid={isInvalid}
          onChange={({ currentTarget: { value } }) => {
            setTyped(value);
            clearTimeout(timer.current);
            timer.current = setTimeout(() => keep(value), quietMs);
          }}
          onBlur={() => {
            if (typed !== undefined) keep(typed);
            setTyped(undefined);
          }}
        />
      )}
    </FieldRow>
  );
}

/** Name, role and what this computer is called. */
export function Person() {
  return (
    <>
      <PersonField field="name" label={texts.name} />
      <PersonField field="role" label={texts.role} hint={texts.roleHint} />
      <PersonField field="deviceName" label={texts.deviceName} hint={texts.deviceHint} />
    </>
  );
}
