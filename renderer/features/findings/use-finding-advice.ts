// The advice on the finding that is open: worked out in a pause of typing, never while a key is being drawn.
import { useEffect, useState } from 'react';
import { useTemplate } from '../../api/audit-template.ts';
import { useLicensedTexts } from '../../api/licensed-texts.ts';
import { useAudit, useAuditSession } from '../../api/session-context.tsx';
import { adviceOn, type FindingAdvice, keepSame, noAdvice } from './finding-advice.ts';

const pauseMs = 300;

/** The advice on a finding, by box. It follows what is typed after a pause. */
export function useFindingAdvice(finding: string): FindingAdvice {
  const { store } = useAuditSession();
  const template = useTemplate();
  const standard = useAudit(({ catalogue }) => catalogue.standard);
  const { texts: licensedTexts } = useLicensedTexts(standard.name, standard.edition);
  const [advice, setAdvice] = useState(noAdvice);

  useEffect(() => {
    const look = () => {
      const { open, catalogue } = store.getState();
      const exclusionsUnder = catalogue.exclusionQuestion?.requirement;
      const record = open.findings.find(({ id }) => id === finding);
      if (record)
        setAdvice((before) => keepSame(before, adviceOn(record, open, { template, licensedTexts, exclusionsUnder })));
    };
    let timer = setTimeout(look, 0);
    const stop = store.subscribe(() => {
      clearTimeout(timer);
      timer = setTimeout(look, pauseMs);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [store, finding, template, licensedTexts]);
  return advice;
}
