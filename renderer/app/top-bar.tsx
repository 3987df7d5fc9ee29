// The top bar: which audit, where it stands, the search-or-jump box, what is saved.
import { Menu } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { Fragment } from 'react';
import { type AuditStage, auditStages } from '../../shared/domain/vocabulary.ts';
import { runCommand } from '../api/commands.ts';
import { useWorkspace } from '../api/engine-context.tsx';
import { useAudit, useAuditSession } from '../api/session-context.tsx';
import { KeyCap } from '../ui/key-cap.tsx';
import styles from './top-bar.module.css';
import { printKey } from './keys.ts';
import { openPalette } from './palette.tsx';
import { SaveStateWords } from './save-state.tsx';
import { texts } from './texts.ts';

/** The stages an audit may be moved to by hand. It becomes issued, and open again for a correction, in the report room. */
function movable(status: AuditStage): readonly AuditStage[] {
  if (status === 'issued') return ['issued', 'closed'];
  return status === 'closed' ? ['issued', 'closed'] : ['planning', 'fieldwork', 'reporting', 'in-review'];
}

function CurrentStage({ status }: { status: AuditStage }) {
  const session = useAuditSession();
  const word = auditStages[status].toLowerCase();
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <button type="button" className={styles.stage} aria-label={texts.changeStage(word)}>
          {word}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{texts.stage}</Menu.Label>
        {movable(status).map((stage) => (
          <Menu.Item
            key={stage}
            disabled={stage === status}
            onClick={() => session.edit('audit', session.id, { status: stage }, { label: texts.stepOfStage(stage) })}
          >
            {auditStages[stage]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function Stages() {
  const status = useAudit((state) => state.open.audit.status);
  const stages = (Object.keys(auditStages) as AuditStage[]).filter(
    (stage) => stage !== 'closed' || status === 'closed',
  );
  return (
    <div className={styles.stages}>
      {stages.map((stage, place) => (
        <Fragment key={stage}>
          {place > 0 ? <i aria-hidden>›</i> : null}
          {stage === status ? <CurrentStage status={status} /> : <span>{auditStages[stage].toLowerCase()}</span>}
        </Fragment>
      ))}
    </div>
  );
}

function AuditFacts() {
  const ref = useAudit((state) => state.open.audit.ref);
  const title = useAudit((state) => state.open.audit.title);
  return (
    <>
      <span className={styles.ref}>{ref}</span>
      <button
        type="button"
        className={styles.title}
        title={texts.openFacts(title)}
        onClick={() => runCommand('audit.facts')}
      >
        {title}
      </button>
      <Stages />
    </>
  );
}

/** The bar at the top of the frame. */
export function TopBar({ hasAudit }: { hasAudit: boolean }) {
  const { name, path } = useWorkspace((state) => state.info);
  return (
    <header className={styles.top}>
      {hasAudit ? (
        <AuditFacts />
      ) : (
        <span className={styles.ref} title={path}>
          {texts.workspace(name)}
        </span>
      )}
      <button type="button" className={styles.find} onClick={openPalette}>
        <IconSearch size={14} stroke={1.6} aria-hidden />
        <span>{texts.search}</span>
        <KeyCap keys={printKey('Ctrl+k')} />
      </button>
      {hasAudit ? <SaveStateWords /> : null}
    </header>
  );
}
