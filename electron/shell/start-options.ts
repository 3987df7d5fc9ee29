import { parseArgs } from 'node:util';

export interface StartOptions {
  workspace: string | undefined;
  port: number | undefined;
  /** Whether to open the default browser when there is no window. */
  open: boolean;
  /** Whether the browser was asked for. */
  browser: boolean;
}

export const startUsage = 'npm start -- [--workspace DIR] [--browser] [--port N] [--no-open]';

/** Reads the arguments of `npm start`. Throws an Error with a sentence on wrong usage. */
export function readStartOptions(args: string[], env: NodeJS.ProcessEnv = process.env): StartOptions {
  const { values } = parseArgs({
    args,
    options: {
      workspace: { type: 'string' },
      port: { type: 'string' },
      'no-open': { type: 'boolean' },
      browser: { type: 'boolean' },
    },
  });
  const { workspace, port } = values;
  if (port !== undefined && !(/^\d{1,5}$/.test(port) && Number(port) < 65_536))
    throw new Error('--port takes a number from 0 to 65535.');
  return {
    workspace,
    port: port === undefined ? undefined : Number(port),
    open: values['no-open'] !== true,
    browser: values.browser === true || env.PLUMBLINE_HOST === 'browser',
  };
}
