import { AppError, type ErrorCode, errorCodes, isAppError } from '../errors.ts';

export interface WireError {
  code: ErrorCode;
  message: string;
  details?: unknown;
}

/** The one shape in which an answer crosses a boundary. */
export type Reply = { ok: true; value: unknown } | { ok: false; error: WireError };

/** How a call travels: in process, over IPC, over a socket. A page and a test see only this. */
export type Transport = (method: string, input: unknown) => Promise<Reply>;

/** An error as it crosses a boundary. What is not an AppError becomes `internal` with a neutral sentence. */
export function toWireError(error: unknown): WireError {
  if (!isAppError(error)) {
    return {
      code: 'internal',
      message: 'Something went wrong inside Plumbline. Nothing was half-saved; the local log has the detail.',
    };
  }
  const wire: WireError = { code: error.code, message: error.message };
  return error.details === undefined ? wire : { ...wire, details: error.details };
}

/** The error of a reply as the AppError it was. */
export function fromWireError(error: WireError): AppError {
  const code = errorCodes.includes(error.code) ? error.code : 'internal';
  return new AppError(code, error.message, error.details);
}
