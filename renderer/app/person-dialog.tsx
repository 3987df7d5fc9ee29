// Who is at work: name, role, computer. Asked once, changed from the rail.
import { Button, Modal, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useEngine, useWorkspace } from '../api/engine-context.tsx';
import { FieldRow } from '../ui/field-row.tsx';
import styles from './person-dialog.module.css';
import { texts } from './texts.ts';

function PersonForm({ onClose }: { onClose: () => void }) {
  const { workspace } = useEngine();
  const settings = useWorkspace((state) => state.settings);
  const [name, setName] = useState(settings.name);
  const [role, setRole] = useState(settings.role);
  const [deviceName, setDeviceName] = useState(settings.deviceName);
  const [error, setError] = useState<string>();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '') {
      setError(texts.nameNeeded);
      return;
    }
    await workspace.saveSettings({ name: name.trim(), role: role.trim(), deviceName: deviceName.trim() });
    onClose();
  };
  return (
    <form onSubmit={(event) => void submit(event)}>
      <p>{texts.personWords}</p>
      <FieldRow label={texts.name} error={error} isRequired>
        {({ id, describedBy, isInvalid }) => (
          <TextInput
            id={id}
            value={name}
            data-autofocus
            aria-describedby={describedBy}
            aria-invalid={isInvalid}
            onChange={(event) => setName(event.currentTarget.value)}
          />
        )}
      </FieldRow>
      <FieldRow label={texts.role} hint={texts.roleHint}>
        {({ id, describedBy }) => (
          <TextInput
            id={id}
            value={role}
            aria-describedby={describedBy}
            onChange={(event) => setRole(event.currentTarget.value)}
          />
        )}
      </FieldRow>
      <FieldRow label={texts.deviceName}>
        {({ id }) => (
          <TextInput id={id} value={deviceName} onChange={(event) => setDeviceName(event.currentTarget.value)} />
        )}
      </FieldRow>
      <div className={styles.formEnd}>
        <Button type="submit">{texts.keep}</Button>
      </div>
    </form>
  );
}

/** The dialog that asks who is at work. */
export function PersonDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={texts.personTitle}
      size="lg"
      closeButtonProps={{ 'aria-label': texts.close }}
    >
      {isOpen ? <PersonForm onClose={onClose} /> : null}
    </Modal>
  );
}
