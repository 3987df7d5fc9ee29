// An intake for the open audit, tied to connection and session.
import { useEffect, useState } from 'react';
import type { Output } from '../../../shared/contract/contract.ts';
import { type IntakeRequest, useAppActions } from '../../api/app-actions.tsx';
import { useEngine } from '../../api/engine-context.tsx';
import { useAuditSession } from '../../api/session-context.tsx';
import { createIntake, firstFields, type Intake, type IntakeBatch, type IntakeFields } from './intake-store.ts';
import { texts } from './texts.ts';

const lastFields = new Map<string, IntakeFields>();

/** An intake for a request. What was said about the last files of this audit is there again. */
export function useIntake(request: IntakeRequest): Intake {
  const { api, connection, workspace } = useEngine();
  const session = useAuditSession();
  const { say } = useAppActions();
  const { files, items, findings } = request;

  const [intake] = useState(() => {
    const register = ({ titles, job, ...batch }: IntakeBatch) =>
      session.act(texts.intake.label(batch.files.length), async (step) => {
        const added: Output<'evidence.add'> = await api.call('evidence.add', {
          audit: session.id,
          ...batch,
          items: [...(items ?? [])],
          findings: [...(findings ?? [])],
          job,
          step,
        });
        for (const [evidence, title] of titles) {
          await api.call('evidence.update', { audit: session.id, evidence, fields: { title }, step });
        }
        return added;
      });
    return createIntake(
      {
        stage: (file, options) => connection.stageFile(file, options),
        register,
        cancelJob: (job) => api.call('jobs.cancel', { job }),
        maximumFileSize: workspace.store.getState().info.maximumFileSize,
      },
      { ...(lastFields.get(session.id) ?? firstFields), kind: '' },
    );
  });

  useEffect(() => {
    if (files && files.length > 0 && !intake.addFiles(files)) say(texts.intake.busy, { isAlarm: true });
  }, [files, intake, say]);

  useEffect(
    () =>
      connection.subscribe((event) => {
        if (event.type === 'progress') intake.noteProgress(event.job, event.done, event.total);
      }),
    [connection, intake],
  );

  useEffect(() => intake.store.subscribe(({ fields }) => lastFields.set(session.id, fields)), [intake, session.id]);

  return intake;
}
