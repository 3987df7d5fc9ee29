// Opens the facts of the audit over any room.
import { lazy, Suspense, useState } from 'react';
import { useCommands } from '../api/commands.ts';

const Panel = lazy(() => import('../features/audit-facts/panel.tsx'));

/** The layer with the facts of the audit and its team, once it is asked for. */
export function AuditFactsLayer() {
  const [isOpen, setOpen] = useState(false);
  useCommands({ 'audit.facts': () => setOpen(true) });
  return isOpen ? (
    <Suspense>
      <Panel onClose={() => setOpen(false)} />
    </Suspense>
  ) : null;
}
