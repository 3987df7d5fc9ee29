// What a page of help holds. Keys stand in texts as `{command}`; the page prints them from the key table.
import type { RoomId } from '../../api/addresses.ts';
import type { CommandName } from '../../api/commands.ts';

export type PageId = 'start' | 'audits' | 'new' | 'catalogues' | 'settings' | RoomId;

export interface HelpPage {
  id: PageId;
  title: string;
  /** What the room is for on the day of an audit. */
  purpose: string;
  /** The five things one does there. */
  doings: readonly { what: string; how: string }[];
  /** The group of the key table that is the room's own, where it has one. */
  keyGroup?: string;
  /** Keys of other groups that do something there. */
  keys: readonly CommandName[];
  /** What happens to what one enters. */
  kept: string;
  /** Where it goes in the report. */
  report: string;
}
