// What an issued report keeps as it was printed, and what stays open until the audit is closed.
import type { Noun } from './nouns.ts';
import type { AuditStage } from './vocabulary.ts';

/** Whether the report of an audit in this stage is issued. */
export function isIssued(stage: AuditStage): boolean {
  return stage === 'issued' || stage === 'closed';
}

/** A change as the lock looks at it. `before` are the fields of the record so far; undefined for a new one. */
export interface LockedChange {
  noun: Noun;
  kind: 'create' | 'set' | 'remove';
  fields: Readonly<Record<string, unknown>>;
  before: Readonly<Record<string, unknown>> | undefined;
  /** Whether the record was there when the newest version of the report was issued. */
  wasPrinted: boolean;
  /** Of a link: whether its evidence came in after that, as a response does. */
  isOfNewEvidence?: boolean;
}

/** Fields of a finding that the auditee fills after the report: its response is not the report's text. */
const responses: readonly string[] = ['auditeePosition', 'auditeeComment', 'auditeeBy', 'auditeeOn'];

/** The stages that an issued report may go to: closed and open again, or back to reporting with the reason for it. */
function isMove({ fields }: LockedChange, stage: AuditStage): boolean {
  const { status, ...others } = fields;
  if (stage === 'closed') return status === 'issued' && Object.keys(others).length === 0;
  if (status === 'closed') return Object.keys(others).length === 0;
  return status === 'reporting' && typeof fields.correctionReason === 'string' && fields.correctionReason.trim() !== '';
}

/**
 * Whether a change may be made to an audit whose report is issued. Actions with the evidence that verifies them and the
 * auditee's response, with the file it came in, stay open until the audit is closed; all else stands as it was printed.
 */
export function isOpenWhenIssued(stage: AuditStage, change: LockedChange): boolean {
  const { noun, kind, fields, before, wasPrinted } = change;
  if (noun === 'audit') return kind === 'set' && isMove(change, stage);
  if (stage === 'closed') return false;
  const isOpen: Partial<Record<Noun, () => boolean>> = {
    action: () => true,
    link: () => {
      const { noun: target } = before ?? fields;
      return target === 'action' || (target === 'finding' && change.isOfNewEvidence === true);
    },
    evidence: () => kind === 'create' || !wasPrinted,
    finding: () => kind === 'set' && Object.keys(fields).every((field) => responses.includes(field)),
    // The organisation, the rules and the layouts belong to the workspace: other audits go on with them.
    organization: () => true,
    dueRule: () => true,
    houseLayout: () => true,
    switchedRule: () => true,
  };
  return isOpen[noun]?.() ?? false;
}
