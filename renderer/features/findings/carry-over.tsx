// Brings the open findings of an earlier audit of the same organisation into this one.
import { Button, Menu } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useAppActions } from '../../api/app-actions.tsx';
import { useWorkspace } from '../../api/engine-context.tsx';
import { useAudit, useAuditSession } from '../../api/session-context.tsx';
import { texts } from './texts.ts';

/** The choice of the earlier audit; nothing where the workspace has none. */
export function CarryOver() {
  const session = useAuditSession();
  const { say } = useAppActions();
  const { id } = useAudit((state) => state.open.audit);
  const organization = useAudit((state) => state.open.organization.name);
  const audits = useWorkspace((state) => state.audits);
  const earlier = audits.filter((one) => one.id !== id && one.organization === organization);
  if (earlier.length === 0) return null;
  const carry = async (from: string, ref: string) => {
    try {
      const carried = await session.run('findings.carryOver', { from }, texts.carryLabel(ref));
      say(texts.carried(carried.length, ref), { undo: carried.length > 0 });
    } catch (error) {
      say(error instanceof Error ? error.message : String(error), { isAlarm: true });
    }
  };
  return (
    <Menu position="bottom-start" shadow="none">
      <Menu.Target>
        <Button variant="default" leftSection={<IconHistory size={14} aria-hidden />}>
          {texts.carryOver}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{texts.carryFrom}</Menu.Label>
        {earlier.map(({ id: from, ref, title }) => (
          <Menu.Item key={from} onClick={() => void carry(from, ref)}>
            {ref} {title}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
