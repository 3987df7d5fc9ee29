// What stands between an audit and its issued report. One list for the page, the command line and the engine.

/** One open point. `record` is a number, an id or a place; `blocks` says that the report cannot be issued with it. */
export interface GatePoint {
  record: string;
  message: string;
  blocks: boolean;
}

/** A point with which a report cannot be issued. */
export const blocking = (record: string, message: string): GatePoint => ({ record, message, blocks: true });

/** A point that a reader should know of, and that may stay. */
export const telling = (record: string, message: string): GatePoint => ({ record, message, blocks: false });
