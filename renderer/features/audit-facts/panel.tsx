// The facts of the audit and its team, to be changed at any time before the report is issued.
import { Modal } from '@mantine/core';
import { useEffect } from 'react';
import { useAudit, useAuditSession } from '../../api/session-context.tsx';
import { AuditFields, OrganizationFields } from './audit-fields.tsx';
import styles from './panel.module.css';
import { Scale } from './scale.tsx';
import { Team } from './team.tsx';
import { texts } from './texts.ts';

/** The layer with the facts of the audit. */
export default function AuditFactsPanel({ onClose }: { onClose: () => void }) {
  const session = useAuditSession();
  const audit = useAudit((state) => state.open.audit);
  const organization = useAudit((state) => state.open.organization);
  useEffect(() => () => session.leaveField(), [session]);
  return (
    <Modal opened size={820} title={texts.title} onClose={onClose} closeButtonProps={{ 'aria-label': texts.close }}>
      <div className={styles.panel}>
        <AuditFields audit={audit} />
        <OrganizationFields organization={organization} />
        <Team />
        <Scale />
      </div>
    </Modal>
  );
}
