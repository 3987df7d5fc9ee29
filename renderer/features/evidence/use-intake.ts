// An intake for the open audit, tied to connection and session.
import { useEffect, useState } from 'react';
import type { Output } from '../../../shared/contract/contract.ts';
import { type IntakeRequest, useAppActions } from '../../api/app-actions.tsx';
import { useEngine } from '../../api/engine-context.tsx';
import { useAuditSession } from '../../api/session-context.tsx';
import { hashFile, namePasted } from './incoming-files.ts';
import { createIntake, firstFields, type Intake, type IntakeBatch, type IntakeFields } from './intake-store.ts';
import { texts } from './texts.ts';

const lastFields = new Map<string, IntakeFields>();

/** An intake for a request. What was said about the last files of this audit is there again. */
export function useIntake(request: IntakeRequest): Intake {
  const { api, connection, workspace } = useEngine();
  const session = useAuditSession();
  const { say } = useAppActions();
  const { files, left, isPasted, items, findings } = request;

  const [intake] = useState(() => {
    const register = ({ job, ...batch }: IntakeBatch) =>
      session.act(
        texts.intake.label(batch.files.length),
        (step): Promise<Output<'evidence.add'>> =>
          api.call('evidence.add', {
            audit: session.id,
            ...batch,
            items: [...(items ?? [])],
            findings: [...(findings ?? [])],
            job,
            step,
          }),
      );
    return createIntake(
      {
        stage: (file, options) => connection.stageFile(file, options),
        register,
        cancelJob: (job) => api.call('jobs.cancel', { job }),
        discard: (uploads) => api.call('evidence.discard', { uploads }),
        hash: hashFile,
        maximumFileSize: workspace.store.getState().info.maximumFileSize,
      },
      { ...(lastFields.get(session.id) ?? firstFields), kind: '' },
    );
  });

  useEffect(() => {
    const arrived = isPasted === true ? namePasted(files ?? []) : (files ?? []);
    const others = (left ?? []).map(({ name, reason }) => ({ name, sentence: texts.intake.leftOut[reason] }));
    if (arrived.length + others.length === 0) return;
    if (!intake.addFiles(arrived, others)) say(texts.intake.busy, { isAlarm: true });
  }, [files, left, isPasted, intake, say]);

  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (intake.store.getState().files.length === 0) return;
      event.preventDefault();
      say(texts.intake.leaving, { isAlarm: true });
    };
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [intake, say]);

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
