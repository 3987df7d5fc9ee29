// The template of the open audit, and what it calls the grades of findings.
import { useMemo } from 'react';
import { withScale } from '../../shared/domain/audit-grades.ts';
import { gradeLabels, type Template, templateOf } from '../../shared/domain/templates.ts';
import type { Grade } from '../../shared/domain/vocabulary.ts';
import { useAudit } from './session-context.tsx';

/** What the open audit started with. Stays the same object while audit and catalogue do. */
export function useTemplate(): Template {
  const catalogue = useAudit((state) => state.catalogue);
  const template = useAudit((state) => state.open.audit.template);
  const type = useAudit((state) => state.open.audit.type);
  const own = useAudit((state) => state.open.auditGrades);
  return useMemo(() => withScale(templateOf(catalogue, { template, type }), own), [catalogue, template, type, own]);
}

/** What people call each grade in the open audit. */
export function useGradeLabels(): Readonly<Record<Grade, string>> {
  const template = useTemplate();
  return useMemo(() => gradeLabels(template), [template]);
}
