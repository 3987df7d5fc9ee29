/** The closed list of error codes that may cross a boundary. */
export const errorCodes = [
  'unknown-method',
  'invalid-input',
  'not-found',
  'conflict',
  'refused',
  'too-large',
  'unsupported-file',
  'locked',
  'read-only',
  'disk-full',
  'newer-store',
  'damaged',
  'unavailable',
  'cancelled',
  'unauthorised',
  'internal',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** An error with a meaning for the user: a code, one sentence that says what happened and what to do, and facts. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly details: unknown;

  constructor(code: ErrorCode, message: string, details?: unknown) {
    super(message);
    this.name = 'AppError';
    this.code = code;
    this.details = details;
  }
}

/** Whether a thrown value is an AppError. */
export function isAppError(error: unknown): error is AppError {
  return error instanceof AppError;
}
