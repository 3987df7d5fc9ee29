// What findings are graded by: the usual scale, or one of the audit's own with names and definitions.
import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import type { AuditGradeRecord } from '../../../shared/contract/records.ts';
import { longestDefinition, longestLabel } from '../../../shared/domain/audit-grades.ts';
import { type Grade, grades, keysOf } from '../../../shared/domain/vocabulary.ts';
import { useTemplate } from '../../api/audit-template.ts';
import { useRecordEdit } from '../../api/record-edit.ts';
import { useAudit, useAuditSession } from '../../api/session-context.tsx';
import { LineField, TextField } from './fields.tsx';
import styles from './scale.module.css';
import { texts } from './texts.ts';

function OwnGrade({ own }: { own: AuditGradeRecord }) {
  const edit = useRecordEdit('auditGrade', own.id, own.label);
  return (
    <div className={styles.fields}>
      <LineField
        label={texts.scale.label}
        isName
        most={longestLabel}
        value={own.label}
        onValue={(label) => edit.type({ label }, texts.scale.label)}
        onLeave={edit.leave}
      />
      <TextField
        label={texts.scale.definition}
        most={longestDefinition}
        value={own.definition}
        onValue={(definition) => edit.type({ definition }, texts.scale.definition)}
        onLeave={edit.leave}
      />
    </div>
  );
}

/** The scale as it is printed. */
function UsualScale() {
  const template = useTemplate();
  return (
    <dl className={styles.usual}>
      {template.grades.map(({ grade, label, definition }) => (
        <div key={grade}>
          <dt>{label}</dt>
          <dd>{definition || texts.scale.undefined}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The scale of the audit, and the way to one of its own. */
export function Scale() {
  const session = useAuditSession();
  const own = useAudit((state) => state.open.auditGrades);
  const [failure, setFailure] = useState<string>();
  const tell = async (work: () => Promise<unknown>) => {
    try {
      setFailure(undefined);
      await work();
    } catch (error) {
      setFailure(error instanceof Error ? error.message : String(error));
    }
  };
  const choose = (grade: Grade, isUsed: boolean) =>
    tell(() => session.run('auditGrades.choose', { grade, isUsed }, texts.scale.stepOf(grades[grade])));
  const isOwn = own.length > 0;
  return (
    <section className={styles.part}>
      <h3>{texts.scale.title}</h3>
      <p className={styles.muted}>{isOwn ? texts.scale.ownWords : texts.scale.usualWords}</p>
      {isOwn ? (
        <ul className={styles.grades}>
          {keysOf(grades).map((grade) => {
            const record = own.find((one) => one.grade === grade);
            return (
              <li key={grade} aria-label={grades[grade]}>
                <Checkbox
                  label={grades[grade]}
                  checked={record !== undefined}
                  onChange={(event) => void choose(grade, event.currentTarget.checked)}
                />
                {record ? <OwnGrade own={record} /> : null}
              </li>
            );
          })}
        </ul>
      ) : (
        <UsualScale />
      )}
      {failure === undefined ? null : <p role="alert">{failure}</p>}
      <div>
        <Button
          variant="default"
          onClick={() =>
            void tell(() =>
              isOwn
                ? session.run('auditGrades.clear', {}, texts.scale.stepOfClear)
                : session.run('auditGrades.declare', {}, texts.scale.stepOfDeclare),
            )
          }
        >
          {isOwn ? texts.scale.clear : texts.scale.declare}
        </Button>
      </div>
    </section>
  );
}
