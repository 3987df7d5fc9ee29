// The lead auditor's acceptance: from then on the conclusions print as conclusions.
import { Button } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { conclusionTexts } from '../../../shared/domain/conclusion-facts.ts';
import { useWorkspace } from '../../api/engine-context.tsx';
import { useRecordEdit } from '../../api/record-edit.ts';
import { useAudit } from '../../api/session-context.tsx';
import { formatInstant } from '../../ui/format.ts';
import { instantNow } from '../../ui/local-time.ts';
import styles from './room.module.css';
import { texts } from './texts.ts';

// An audit without differences of opinion or limits has nothing to say about them.
const mayBeEmpty = new Set<string>([
  'differences',
  'limits',
  'notAudited',
  'scopeFit',
  'earlierActions',
  'programme',
  'marks',
]);

/** Accepts the conclusions, or takes the acceptance back. */
export function Acceptance() {
  const conclusion = useAudit((state) => state.open.conclusion);
  const lead = useAudit((state) => state.open.team.find(({ role }) => role === 'lead-auditor')?.name);
  const governance = useAudit((state) => state.catalogue.governance);
  const name = useWorkspace(({ settings }) => settings.name);
  const edit = useRecordEdit('conclusion', conclusion.id, texts.conclusionName);
  if (conclusion.acceptedAt !== null) {
    return (
      <section className={styles.acceptance} data-accepted>
        <p>
          <IconCheck size={16} aria-hidden />
          {texts.accepted(formatInstant(conclusion.acceptedAt), conclusion.acceptedBy)}
        </p>
        <Button variant="default" onClick={() => edit.choose({ acceptedAt: null, acceptedBy: '' }, texts.acceptLabel)}>
          {texts.takeBack}
        </Button>
      </section>
    );
  }
  const needed = [...conclusionTexts.filter((field) => !mayBeEmpty.has(field)), ...governance.map(({ id }) => id)];
  const empty = needed.filter((field) => conclusion[field].trim() === '').length;
  const words = [
    ...(empty > 0 ? [texts.emptyTexts(empty)] : []),
    ...(lead !== undefined && lead !== name ? [texts.otherLead(lead)] : []),
    texts.acceptWords(name),
  ];
  return (
    <section className={styles.acceptance}>
      <p className={styles.faint}>{words.join(' ')}</p>
      <Button
        disabled={name === ''}
        onClick={() => edit.choose({ acceptedAt: instantNow(), acceptedBy: name }, texts.acceptLabel)}
      >
        {texts.accept}
      </Button>
    </section>
  );
}
