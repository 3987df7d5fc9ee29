// Where the records of an audit are looked at: the room and the record its address names.
import type { OpenAudit } from '../../shared/contract/audits.ts';
import { hrefToRoom, type RoomId } from './addresses.ts';

export interface RecordPlace {
  room: RoomId;
  record: string | undefined;
}

const rooms: Record<string, RoomId> = {
  checklistItem: 'checklist',
  finding: 'findings',
  evidence: 'evidence',
  note: 'notes',
  aiSystem: 'systems',
  planSlot: 'plan',
  meeting: 'plan',
};

/**
 * The place of a record of any kind; undefined for what is looked at nowhere. `open` is its audit, where that is open:
 * records that are shown as a part of another need it.
 */
export function placeOfRecord(noun: string, id: string, open: OpenAudit | undefined): RecordPlace | undefined {
  switch (noun) {
    case 'audit':
    case 'organization':
    case 'auditGrade':
      return { room: 'overview', record: undefined };
    case 'conclusion':
    case 'signature':
    case 'reportIssue':
      return { room: 'report', record: undefined };
    case 'teamMember':
      return { room: 'plan', record: undefined };
    case 'soa':
      return { room: 'applicability', record: undefined };
    case 'soaEntry':
      return { room: 'applicability', record: open?.soa.entries.find((entry) => entry.id === id)?.control };
    case 'action':
      return { room: 'findings', record: open?.actions.find((action) => action.id === id)?.finding };
    case 'gradeDecision':
      return { room: 'findings', record: open?.gradeDecisions.find((one) => one.id === id)?.finding };
    case 'reviewComment': {
      const comment = open?.reviewComments.find((one) => one.id === id);
      return comment?.noun === 'finding'
        ? { room: 'findings', record: comment.target }
        : { room: 'report', record: undefined };
    }
    case 'sample':
      return { room: 'checklist', record: open?.samples.find((sample) => sample.id === id)?.item };
    case 'noteLink':
      return { room: 'notes', record: open?.noteLinks.find((link) => link.id === id)?.note };
    case 'link':
      return { room: 'evidence', record: open?.links.find((link) => link.id === id)?.evidence };
    default: {
      const room = rooms[noun];
      return room && { room, record: id };
    }
  }
}

/** The link to a record; undefined for what is looked at nowhere. */
export function hrefToRecord(audit: string, noun: string, id: string, open: OpenAudit | undefined): string | undefined {
  const place = placeOfRecord(noun, id, open);
  return place && hrefToRoom(audit, place.room, place.record);
}
