import type { Handlers } from '../../shared/contract/contract.ts';
import { createApi } from '../../shared/rpc/client.ts';
import { createDispatch } from '../../shared/rpc/dispatch.ts';
import { explainSqliteError } from '../store/sqlite-errors.ts';
import { actionHandlers } from './actions.ts';
import { aiSystemHandlers } from './ai-systems.ts';
import { adviceRuleHandlers } from './advice-rules.ts';
import { auditGradeHandlers } from './audit-grades.ts';
import { auditHandlers } from './audits.ts';
import { backupHandlers } from './backups/backups.ts';
import { catalogueHandlers } from './catalogue-calls.ts';
import { changeHandlers } from './changes.ts';
import { checklistHandlers } from './checklist.ts';
import { conclusionHandlers } from './conclusions.ts';
import type { Context } from './context.ts';
import { dueRuleHandlers } from './due-rules.ts';
import { evidenceHandlers } from './evidence.ts';
import { findingHandlers } from './findings.ts';
import { houseLayoutHandlers } from './house-layouts/house-layouts.ts';
import { licensedTextHandlers } from './licensed-texts.ts';
import { linkHandlers } from './links.ts';
import { meetingHandlers } from './meetings.ts';
import { noteLinkHandlers } from './note-links.ts';
import { noteHandlers } from './notes.ts';
import { planSlotHandlers } from './plan-slots.ts';
import { withRepeatedRemovals } from './repeated-removals.ts';
import { reportHandlers } from './reports/reports.ts';
import { responseHandlers } from './responses.ts';
import { reviewCommentHandlers } from './review-comments.ts';
import { createSample } from './sample.ts';
import { sampleHandlers } from './samples.ts';
import { sealedHandlers } from './sealed/sealed.ts';
import { type Indexer, searchHandlers } from './search.ts';
import { signatureHandlers } from './signatures.ts';
import { soaHandlers } from './soa.ts';
import { teamMemberHandlers } from './team-members.ts';
import { workspaceHandlers } from './workspace.ts';

/** Every handler with its errors of the store said in words. */
function withStoreErrors(handlers: Handlers): Handlers {
  const explain = (error: unknown): never => {
    throw explainSqliteError(error);
  };
  const wrapped = Object.entries(handlers).map(([name, handler]) => [
    name,
    async (input: unknown) => {
      try {
        return await (handler as (input: unknown) => unknown)(input);
      } catch (error) {
        return explain(error);
      }
    },
  ]);
  return Object.fromEntries(wrapped) as Handlers;
}

/** The whole contract for one workspace. Leaving out a call is a compile error. */
export function createHandlers(context: Context, indexer: Indexer): Handlers {
  const handlers: Handlers = {
    ...workspaceHandlers(context),
    ...backupHandlers(context),
    ...sealedHandlers(context),
    ...catalogueHandlers(context),
    ...licensedTextHandlers(context),
    ...auditHandlers(context),
    ...auditGradeHandlers(context),
    ...aiSystemHandlers(context),
    ...teamMemberHandlers(context),
    ...planSlotHandlers(context),
    ...meetingHandlers(context),
    ...soaHandlers(context),
    ...checklistHandlers(context),
    ...sampleHandlers(context),
    ...noteHandlers(context),
    ...noteLinkHandlers(context),
    ...evidenceHandlers(context),
    ...linkHandlers(context),
    ...findingHandlers(context),
    ...actionHandlers(context),
    ...responseHandlers(context),
    ...dueRuleHandlers(context),
    ...houseLayoutHandlers(context),
    ...adviceRuleHandlers(context),
    ...conclusionHandlers(context),
    ...reviewCommentHandlers(context),
    ...signatureHandlers(context),
    ...reportHandlers(context),
    ...searchHandlers(context, indexer),
    ...changeHandlers(context),
    'sample.create': ({ job }) =>
      context.jobs.run(job, (signal, onProgress) =>
        createSample(
          createApi(createDispatch(createHandlers({ ...context, allowsPaths: true }, indexer), context.log)),
          signal,
          onProgress,
        ),
      ),
  };
  return withStoreErrors(withRepeatedRemovals(context, handlers));
}
