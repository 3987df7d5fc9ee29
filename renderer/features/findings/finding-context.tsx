// What stands around a finding: the results it cites, its evidence, its history.
import { ActionIcon, Button, Select } from '@mantine/core';
import { IconPaperclip, IconX } from '@tabler/icons-react';
import { memo, useCallback, useMemo } from 'react';
import { v7 as uuidv7 } from 'uuid';
import type { FindingRecord } from '../../../shared/contract/records.ts';
import { resultsByRequirement } from '../../../shared/domain/summary.ts';
import { hrefToRoom } from '../../api/addresses.ts';
import { useAppActions } from '../../api/app-actions.tsx';
import { useGradeLabels } from '../../api/audit-template.ts';
import { useCommands } from '../../api/commands.ts';
import { useAudit, useAuditSession } from '../../api/session-context.tsx';
import { RecordHistory } from '../../parts/record-history.tsx';
import { KeyCap } from '../../ui/key-cap.tsx';
import { VerdictChip } from '../../parts/verdict-chip.tsx';
import { citationsOf, listFindingEvidence } from './finding-evidence.ts';
import styles from './finding-context.module.css';
import { FindingReview } from './finding-review.tsx';
import { findingHistoryWords } from './history-words.ts';
import { texts } from './texts.ts';

function CitedResults({ finding }: { finding: FindingRecord }) {
  const catalogue = useAudit((state) => state.catalogue);
  const checklist = useAudit((state) => state.open.checklist);
  const soa = useAudit((state) => state.open.soa);
  const audit = useAudit((state) => state.open.audit);
  const { ref } = audit;
  const results = useMemo(
    () => resultsByRequirement(catalogue, { audit, checklist, soa }),
    [catalogue, audit, checklist, soa],
  );
  const cited = catalogue.requirements.filter(({ id }) => finding.requirements.includes(id));
  if (cited.length === 0) return null;
  return (
    <section>
      <h2>{texts.cited}</h2>
      {cited.map(({ id, title }) => (
        <div key={id} className={styles.row}>
          <a href={hrefToRoom(ref, 'checklist', id)}>{id}</a>
          <span>{title}</span>
          <VerdictChip verdict={results.get(id)?.verdict ?? 'not-started'} />
        </div>
      ))}
    </section>
  );
}

interface AddEvidenceProps {
  /** Ids of the evidence that is linked already. */
  linked: ReadonlySet<string>;
  onLink: (evidence: string) => void;
}

/** The field that links evidence. Thousands to choose from are listed only when there are others. */
const AddEvidence = memo(function AddEvidence({ linked, onLink }: AddEvidenceProps) {
  const evidence = useAudit((state) => state.open.evidence);
  const options = useMemo(
    () =>
      evidence
        .filter(({ id }) => !linked.has(id))
        .map(({ id, number, title, originalName }) => ({ value: id, label: `${number} ${title || originalName}` })),
    [evidence, linked],
  );
  return (
    <Select
      aria-label={texts.addEvidence}
      placeholder={texts.addEvidence}
      searchable
      limit={50}
      data={options}
      value={null}
      nothingFoundMessage={texts.noSuchEvidence}
      onChange={(chosen) => {
        if (chosen !== null) onLink(chosen);
      }}
    />
  );
});

function Evidence({ finding }: { finding: FindingRecord }) {
  const session = useAuditSession();
  const ref = useAudit((state) => state.open.audit.ref);
  const evidence = useAudit((state) => state.open.evidence);
  const links = useAudit((state) => state.open.links);
  const { say, openIntake } = useAppActions();
  const { id: target, number: name } = finding;
  // As one word: most keys that are typed change nothing of it.
  const citations = citationsOf(finding).join(' ');
  const rows = useMemo(
    () => listFindingEvidence({ evidence, links }, { id: target, citations: citations.split(' ') }),
    [evidence, links, target, citations],
  );
  const linked = useMemo(
    () => new Set(rows.flatMap(({ record, link }) => (link === undefined ? [] : [record.id]))),
    [rows],
  );
  const fail = useCallback(
    (error: unknown) => say(error instanceof Error ? error.message : String(error), { isAlarm: true }),
    [say],
  );
  const label = (number: string) => texts.linkLabel(number, name);
  const link = useCallback(
    (one: string) => {
      const { number = '' } = session.store.getState().open.evidence.find(({ id }) => id === one) ?? {};
      session
        .run(
          'links.create',
          { id: uuidv7(), fields: { evidence: one, noun: 'finding', target } },
          texts.linkLabel(number, name),
        )
        .catch(fail);
    },
    [session, target, name, fail],
  );
  const addFiles = () => openIntake({ findings: [target] });
  useCommands({ 'checklist.evidence': addFiles });

  return (
    <section>
      <h2>{texts.evidence(rows.length)}</h2>
      {rows.length === 0 ? <p className={styles.faint}>{texts.noEvidence}</p> : null}
      {rows.map(({ record, link: linkId }) => (
        <div key={record.id} className={styles.row}>
          <a href={hrefToRoom(ref, 'evidence', record.number)}>{record.number}</a>
          <span
            dir="auto"
            title={linkId === undefined ? texts.citedOnly : undefined}
            data-cited={linkId === undefined || undefined}
          >
            {record.title || record.originalName}
          </span>
          {linkId === undefined ? null : (
            <ActionIcon
              size="sm"
              aria-label={texts.unlink(record.number)}
              onClick={() => void session.run('links.remove', { link: linkId }, label(record.number)).catch(fail)}
            >
              <IconX size={13} aria-hidden />
            </ActionIcon>
          )}
        </div>
      ))}
      <div className={styles.add}>
        <AddEvidence linked={linked} onLink={link} />
        <Button
          variant="default"
          leftSection={<IconPaperclip size={14} aria-hidden />}
          rightSection={<KeyCap keys="e" />}
          onClick={addFiles}
        >
          {texts.newEvidence}
        </Button>
        <span className={styles.faint}>{texts.dropHint}</span>
      </div>
    </section>
  );
}

const History = memo(RecordHistory);

/** The pane at the right of the editor. */
export function FindingContext({ finding }: { finding: FindingRecord }) {
  const labels = useGradeLabels();
  const words = useMemo(() => findingHistoryWords(labels), [labels]);
  return (
    <div className={styles.context}>
      <Evidence finding={finding} />
      <CitedResults finding={finding} />
      <FindingReview finding={finding} />
      <section>
        <h2>{texts.history}</h2>
        <History record={finding.id} name={finding.number} words={words} />
      </section>
    </div>
  );
}
