// What a finding is about: requirements of the catalogue and AI systems of the audit.
import { MultiSelect } from '@mantine/core';
import { memo, useMemo } from 'react';
import type { FindingRecord } from '../../../shared/contract/records.ts';
import { useRecordEdit } from '../../api/record-edit.ts';
import { useAudit } from '../../api/session-context.tsx';
import styles from './finding-editor.module.css';
import { hasSame } from './same-fields.ts';
import { fieldWords, texts } from './texts.ts';

const looks = { label: styles.scopeLabel ?? '', inputField: styles.pillField ?? '' };

const isSame = hasSame('requirements', 'aiSystems');

/** The requirements and systems of a finding. */
export const FindingScope = memo(
  function FindingScope({ finding }: { finding: FindingRecord }) {
    const requirements = useAudit((state) => state.catalogue.requirements);
    const systems = useAudit((state) => state.open.aiSystems);
    const edit = useRecordEdit('finding', finding.id, finding.number);
    const requirementOptions = useMemo(
      () => requirements.map(({ id, title }) => ({ value: id, label: `${id} ${title}` })),
      [requirements],
    );
    const systemOptions = useMemo(() => systems.map(({ id, name }) => ({ value: id, label: name })), [systems]);
    return (
      <div className={styles.scope}>
        <div>
          <MultiSelect
            classNames={looks}
            label={texts.requirements}
            placeholder={finding.requirements.length === 0 ? texts.requirementsPlaceholder : undefined}
            data={requirementOptions}
            value={finding.requirements}
            searchable
            hidePickedOptions
            nothingFoundMessage={texts.noRequirement}
            maxDropdownHeight={300}
            onChange={(chosen) => edit.choose({ requirements: chosen }, fieldWords.requirements)}
          />
        </div>
        {systems.length === 0 ? null : (
          <MultiSelect
            classNames={looks}
            label={texts.systems}
            placeholder={finding.aiSystems.length === 0 ? texts.systemsPlaceholder : undefined}
            data={systemOptions}
            value={finding.aiSystems}
            searchable
            hidePickedOptions
            nothingFoundMessage={texts.noSystem}
            onChange={(chosen) => edit.choose({ aiSystems: chosen }, fieldWords.aiSystems)}
          />
        )}
      </div>
    );
  },
  (one, other) => isSame(one.finding, other.finding),
);
