// Findings of an earlier audit that are still open, as findings of a later one of the same organisation.
import type { Output, Parsed } from '../../shared/contract/contract.ts';
import type { FindingRecord } from '../../shared/contract/records.ts';
import { closureState } from '../../shared/domain/closure.ts';
import { needsFollowUp } from '../../shared/domain/findings.ts';
import { withoutReferences } from '../../shared/domain/references.ts';
import { AppError } from '../../shared/errors.ts';
import { takeNumber } from '../store/numbers.ts';
import { readRecord, readRecords } from '../store/tables.ts';
import type { Step } from '../store/writer.ts';
import { auditIdOf, catalogueOf, type Context } from './context.ts';

const texts = ['requirement', 'evidence', 'nature', 'gradeReason'] as const;

function openFindings(context: Context, auditId: string, today: string): FindingRecord[] {
  const actions = Map.groupBy(readRecords(context.db, 'action', auditId), ({ finding }) => finding);
  return readRecords(context.db, 'finding', auditId).filter(
    (finding) =>
      needsFollowUp(finding.grade) && closureState(finding, actions.get(finding.id) ?? [], today) !== 'closed',
  );
}

/** Carries the open findings of an earlier audit over; those that came before stay as they are. */
export function carryOver(
  context: Context,
  write: Step,
  auditId: string,
  { from }: Parsed<'findings.carryOver'>,
): Output<'findings.carryOver'> {
  const { db } = context;
  const earlierId = auditIdOf(context, from);
  const audit = readRecord(db, 'audit', auditId);
  const earlier = readRecord(db, 'audit', earlierId);
  if (!audit || !earlier || earlierId === auditId || audit.organization !== earlier.organization)
    throw new AppError('refused', 'Findings are carried over from another audit of the same organisation.', { from });
  write.set('audit', auditId, { previousAudit: earlierId });
  const known = new Set(readRecords(db, 'finding', auditId).map(({ earlierFinding }) => earlierFinding));
  const requirements = new Set(catalogueOf(context, auditId).requirements.map(({ id }) => id));
  const systemByName = new Map(readRecords(db, 'aiSystem', auditId).map(({ id, name }) => [name, id]));
  const nameOfSystem = new Map(readRecords(db, 'aiSystem', earlierId).map(({ id, name }) => [id, name]));
  return openFindings(context, earlierId, write.at.slice(0, 10))
    .filter(({ id }) => !known.has(id))
    .map((finding) => {
      const { title, grade, raisedAt, raisedBy } = finding;
      const said = Object.fromEntries(texts.map((field) => [field, withoutReferences(finding[field], earlier.ref)]));
      return write.create('finding', {
        ...said,
        title,
        grade,
        raisedAt,
        raisedBy,
        number: takeNumber(db, auditId, 'F', context.series),
        requirements: finding.requirements.filter((id) => requirements.has(id)),
        aiSystems: finding.aiSystems.flatMap((id) => systemByName.get(nameOfSystem.get(id) ?? '') ?? []),
        earlierFinding: finding.id,
        earlierReference: `${earlier.ref} ${finding.number}`,
      });
    });
}
