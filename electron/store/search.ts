import type { Catalogue, Question } from '../../shared/domain/catalogue.ts';
import { findingHeading } from '../../shared/domain/findings.ts';
import type { Noun, RecordOf } from '../../shared/domain/nouns.ts';
import type { SearchHit } from '../../shared/contract/search.ts';
import type { Store } from './open.ts';
import { prepared } from './prepared.ts';
import { auditOfRecord, readRecord } from './tables.ts';

// The index follows the log: it is brought up to date in short batches when nothing else happens, and before a search.
// Doing it inside every save would make saving slower by more than the save itself.

interface Entry {
  ref: string;
  text: string;
}

const join = (...parts: (string | null)[]) => parts.filter((part) => part !== null && part !== '').join('\n');

const entryOf: { [N in Noun]?: (record: RecordOf<N>) => Entry } = {
  checklistItem: (item) => ({
    ref: item.requirement,
    text: join(item.asked, item.notes, item.reason, item.sampled, ...item.interviewees),
  }),
  note: (note) => ({ ref: note.at.slice(0, 16).replace('T', ' '), text: note.text }),
  finding: (finding) => ({
    ref: finding.number,
    text: join(
      finding.number,
      findingHeading(finding),
      finding.requirement,
      finding.evidence,
      finding.nature,
      finding.gradeReason,
    ),
  }),
  evidence: (one) => ({
    ref: one.number,
    text: join(one.number, one.title, one.originalName, one.caption, one.source, one.place, one.collectedBy),
  }),
  teamMember: (member) => ({ ref: member.name, text: join(member.name, member.competence, member.organization) }),
  aiSystem: (system) => ({ ref: system.name, text: join(system.name, system.purpose, system.owner, system.supplier) }),
};

function removeEntry(db: Store, recordId: string): void {
  const id = prepared(db, 'DELETE FROM search_entry WHERE record_id = ? RETURNING id').pluck().get(recordId);
  if (id !== undefined) prepared(db, 'DELETE FROM search_text WHERE rowid = ?').run(id);
}

/** An audit's id, or a catalogue's hash, as one word of the index: whose entries these are is found like any word. */
const ownerWord = (owner: string) => owner.replaceAll('-', '');

function addEntry(
  db: Store,
  noun: string,
  recordId: string,
  auditId: string | null,
  { ref, text }: Entry,
  owner = auditId ?? '',
): void {
  const { lastInsertRowid } = prepared(
    db,
    'INSERT INTO search_entry (noun, record_id, audit_id, ref) VALUES (?, ?, ?, ?)',
  ).run(noun, recordId, auditId, ref);
  prepared(db, 'INSERT INTO search_text (rowid, text, owner) VALUES (?, ?, ?)').run(
    lastInsertRowid,
    text,
    ownerWord(owner),
  );
}

function indexRecord(db: Store, noun: Noun, recordId: string): void {
  const toEntry = entryOf[noun] as ((record: unknown) => Entry) | undefined;
  if (!toEntry) return;
  removeEntry(db, recordId);
  const record = readRecord(db, noun, recordId);
  if (!record) return;
  const entry = toEntry(record);
  if (entry.text.trim() !== '') addEntry(db, noun, recordId, auditOfRecord(db, noun, recordId) ?? null, entry);
}

/** Every text by which somebody may look for a question: its own, its requirement's, its themes and crosswalks. */
function describeQuestions(catalogue: Catalogue): (question: Question) => string {
  const titles = new Map(
    [...catalogue.themes, ...catalogue.evidenceTypes, ...catalogue.depths].map(({ id, title }) => [id, title]),
  );
  const requirements = new Map(catalogue.requirements.map((requirement) => [requirement.id, requirement]));
  const guidance = new Map(catalogue.items.map((item) => [item.id, item]));
  const crosswalks = new Map(catalogue.crosswalks.map((crosswalk) => [crosswalk.id, crosswalk]));
  return (question) => {
    const requirement = requirements.get(question.requirement);
    const item = guidance.get(question.requirement);
    const links = crosswalks.get(question.requirement);
    return join(
      question.question,
      question.id,
      question.requirement,
      requirement?.title ?? '',
      question.intent,
      question.lookAt,
      question.sampling,
      question.pitfall,
      ...question.redFlags,
      ...question.interviewees,
      ...[question.depth, ...question.themes, ...question.evidenceTypes].map((id) => titles.get(id) ?? id),
      item?.explanation ?? '',
      item?.documentedInformation ?? '',
      ...(item?.typicalEvidence ?? []),
      ...(item?.natureExamples ?? []),
      ...[links?.nistAiRmf, links?.euAiAct, links?.iso27001].flatMap((list) => (list ?? []).map(({ id }) => id)),
    );
  };
}

/** Puts the questions of a catalogue into the index, once per catalogue. */
export function indexCatalogue(db: Store, hash: string, catalogue: Catalogue): void {
  if (prepared(db, 'SELECT 1 FROM search_entry WHERE record_id = ?').get(hash)) return;
  db.transaction(() => {
    const textOf = describeQuestions(catalogue);
    for (const question of catalogue.questions) {
      const text = textOf(question);
      addEntry(db, 'question', `${hash}:${question.id}`, null, { ref: question.requirement, text }, hash);
    }
    addEntry(db, 'catalogue', hash, null, { ref: catalogue.version, text: catalogue.standard.name });
  }).immediate();
}

/** Brings the index forward by at most `most` changes. Answers whether it is up to date. */
export function indexSome(db: Store, most: number): boolean {
  const from = prepared(db, 'SELECT indexed_to FROM search_state').pluck().get() as number;
  const rows = prepared(
    db,
    'SELECT rowid AS position, noun, record_id FROM change WHERE rowid > ? ORDER BY rowid LIMIT ?',
  ).all(from, most) as {
    position: number;
    noun: Noun;
    record_id: string;
  }[];
  const last = rows.at(-1);
  if (!last) return true;
  db.transaction(() => {
    for (const { noun, record_id } of new Map(rows.map((row) => [row.record_id, row])).values())
      indexRecord(db, noun, record_id);
    prepared(db, 'UPDATE search_state SET indexed_to = ?').run(last.position);
  }).immediate();
  return rows.length < most;
}

/** Words as an FTS5 query: all of them, each as the start of a word; a single letter only as a word of its own. */
function toQuery(text: string): string | undefined {
  const words = text.match(/[\p{L}\p{N}_]+/gu)?.slice(0, 12) ?? [];
  const terms = words.map((word) => (word.length === 1 ? `"${word}"` : `"${word}"*`));
  return terms.length === 0 ? undefined : `text : (${terms.join(' ')})`;
}

const within = (owner: string, query: string) => `owner : "${ownerWord(owner)}" AND ${query}`;

/** Records that contain all words, newest first: ranking every hit would cost ten times more. */
export function findText(db: Store, text: string, auditId: string | undefined, limit: number): SearchHit[] {
  const query = toQuery(text);
  if (query === undefined) return [];
  const columns =
    "e.noun, e.record_id AS id, e.ref, e.audit_id AS audit, snippet(search_text, 0, '', '', '…', 16) AS text";
  const from = 'FROM search_text JOIN search_entry e ON e.id = search_text.rowid WHERE search_text MATCH ?';
  const order = 'ORDER BY search_text.rowid DESC LIMIT ?';
  if (auditId === undefined) {
    const hits = prepared(db, `SELECT ${columns} ${from} AND e.noun <> 'catalogue' ${order}`).all(
      query,
      limit,
    ) as SearchHit[];
    return hits.map((hit) => (hit.noun === 'question' ? { ...hit, id: hit.id.slice(hit.id.indexOf(':') + 1) } : hit));
  }
  const own = prepared(db, `SELECT ${columns} ${from} ${order}`).all(within(auditId, query), limit) as SearchHit[];
  if (own.length === limit) return own;
  const catalogue = prepared(db, 'SELECT catalogue FROM audit WHERE id = ?').pluck().get(auditId) as string;
  const questions = prepared(
    db,
    `SELECT i.id, e.ref, i.audit_id AS audit, 'checklistItem' AS noun, snippet(search_text, 0, '', '', '…', 16) AS text
     FROM search_text JOIN search_entry e ON e.id = search_text.rowid JOIN checklist_item i
     ON i.audit_id = ? AND e.record_id = ? || ':' || i.question_id
     WHERE search_text MATCH ? ORDER BY i.position LIMIT ?`,
  ).all(auditId, catalogue, within(catalogue, query), limit) as SearchHit[];
  const found = new Set(own.map(({ id }) => id));
  return [...own, ...questions.filter(({ id }) => !found.has(id))].slice(0, limit);
}
