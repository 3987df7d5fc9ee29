// The agendas that are proposed for meetings: those of the audit's template, else those kept beside the guidance it follows.
import { useEffect, useMemo, useState } from 'react';
import { keysOf, meetingKinds } from '../../../shared/domain/vocabulary.ts';
import type { Guideline } from '../../../shared/domain/guidelines.ts';
import { useTemplate } from '../../api/audit-template.ts';
import { useEngine } from '../../api/engine-context.tsx';
import { useAudit } from '../../api/session-context.tsx';

const kinds = keysOf(meetingKinds);
type Agendas = Record<keyof typeof meetingKinds, readonly string[]>;

/** An agenda per kind of meeting; empty where none is known. */
export function useAgendas(): Agendas {
  const { api } = useEngine();
  const template = useTemplate();
  const guideline = useAudit((state) => state.open.audit.guideline);
  const [guidelines, setGuidelines] = useState<readonly Guideline[]>([]);
  const isMissing = kinds.some((kind) => !template.meetings.some((meeting) => meeting.kind === kind));
  useEffect(() => {
    if (!isMissing) return undefined;
    let isWanted = true;
    // Without an answer nothing is proposed; the agenda can be typed all the same.
    api.call('guidelines.list', {}).then(
      (list) => isWanted && setGuidelines(list),
      () => undefined,
    );
    return () => {
      isWanted = false;
    };
  }, [api, isMissing]);
  return useMemo(() => {
    const kept = guidelines.find(({ id }) => id === guideline) ?? guidelines[0];
    return Object.fromEntries(
      kinds.map((kind) => [
        kind,
        template.meetings.find((meeting) => meeting.kind === kind)?.agenda ?? kept?.agendas[kind] ?? [],
      ]),
    ) as unknown as Agendas;
  }, [template, guidelines, guideline]);
}
