// Where a piece of evidence is used: its links, more by typing, removing one; and the findings that cite it.
import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { hrefToRoom } from '../../api/addresses.ts';
import { useAppActions } from '../../api/app-actions.tsx';
import { useAudit, useAuditSession } from '../../api/session-context.tsx';
import type { EvidenceRow } from './evidence-rows.ts';
import styles from './details.module.css';
import { keyOf, type LinkChoice, listLinkChoices } from './link-choices.ts';
import { LinkField } from './link-field.tsx';
import { texts } from './texts.ts';

const shownLinks = 6;

function hrefOf(audit: string, { noun, ref, target }: LinkChoice): string | undefined {
  if (noun === 'finding' || noun === 'action') return hrefToRoom(audit, 'findings', ref);
  return noun === 'checklistItem' ? hrefToRoom(audit, 'checklist', target) : undefined;
}

/** The links of a piece of evidence. */
export function EvidenceLinks({ row: { record, usedIn, isStatement } }: { row: EvidenceRow }) {
  const session = useAuditSession();
  const open = useAudit((state) => state.open);
  const { say } = useAppActions();
  const { checklist, findings, actions, aiSystems } = open;
  const choices = useMemo(
    () => listLinkChoices({ checklist, findings, actions, aiSystems }),
    [checklist, findings, actions, aiSystems],
  );
  const byKey = useMemo(() => new Map(choices.map((choice) => [keyOf(choice), choice])), [choices]);
  const links = open.links.filter(({ evidence }) => evidence === record.id);
  const shown = links.flatMap((link) => {
    const choice = byKey.get(keyOf(link));
    return choice ? [{ link: link.id, choice }] : [];
  });
  const [isWhole, setWhole] = useState(false);
  const inView = isWhole ? shown : shown.slice(0, shownLinks);
  const linked = new Set(links.map(keyOf));
  const cited = usedIn.filter((use) => use.startsWith('F-') && !shown.some(({ choice }) => choice.ref === use));
  const fail = (error: unknown) => say(error instanceof Error ? error.message : String(error), { isAlarm: true });

  const add = ({ noun, target, ref }: LinkChoice) =>
    session
      .run(
        'links.create',
        { id: uuidv7(), fields: { evidence: record.id, noun, target } },
        texts.linked(record.number, ref),
      )
      .catch(fail);
  const remove = (link: string, { ref }: LinkChoice) =>
    session
      .run('links.remove', { link }, texts.linked(record.number, ref))
      .then(() => say(texts.unlinked(record.number, ref), { undo: true }))
      .catch(fail);

  return (
    <section>
      <h2>{texts.links}</h2>
      {shown.length + cited.length === 0 && !isStatement ? <p className={styles.muted}>{texts.noLinks}</p> : null}
      <ul className={styles.links}>
        {inView.map(({ link, choice }) => {
          const href = hrefOf(open.audit.ref, choice);
          return (
            <li key={link}>
              {href === undefined ? (
                <span className={styles.linkRef}>{texts.system}</span>
              ) : (
                <a className={styles.linkRef} href={href}>
                  {choice.ref}
                </a>
              )}
              <span className={styles.linkWords} title={choice.words} dir="auto">
                {choice.noun === 'aiSystem' ? choice.ref : choice.words}
              </span>
              <ActionIcon
                size="sm"
                aria-label={texts.unlink(`${choice.ref}, ${choice.words}`)}
                onClick={() => void remove(link, choice)}
              >
                <IconX size={13} aria-hidden />
              </ActionIcon>
            </li>
          );
        })}
        {isStatement ? (
          <li>
            <a className={styles.linkRef} href={hrefToRoom(open.audit.ref, 'applicability')}>
              {texts.statement}
            </a>
            <span className={styles.linkWords}>{texts.statementSource}</span>
          </li>
        ) : null}
        {cited.map((number) => (
          <li key={number}>
            <a className={styles.linkRef} href={hrefToRoom(open.audit.ref, 'findings', number)}>
              {number}
            </a>
            <span className={styles.muted}>{texts.citedIn}</span>
          </li>
        ))}
      </ul>
      {shown.length > inView.length ? (
        <button type="button" className={styles.more} onClick={() => setWhole(true)}>
          {texts.moreLinks(shown.length - inView.length)}
        </button>
      ) : null}
      <LinkField
        choices={choices.filter((choice) => !linked.has(keyOf(choice)))}
        onChoose={(choice) => void add(choice)}
      />
    </section>
  );
}
