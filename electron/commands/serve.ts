import { type Command, findTextOption, refuseWords, requireText, UsageError } from './command.ts';

/** Serves the page and the calls on this machine until it is stopped. */
export const serve: Command = {
  usage: 'serve --workspace DIR [--port N] [--token T] [--no-open]',
  about: 'serves the workbench on 127.0.0.1 until SIGINT or SIGTERM',
  options: { workspace: 'text', port: 'text', token: 'text', 'no-open': 'switch' },
  async run(given, around) {
    refuseWords(given);
    const port = findTextOption(given, 'port');
    if (port !== undefined && !/^\d{1,5}$/.test(port)) throw new UsageError('--port takes a number from 0 to 65535.');
    const token = findTextOption(given, 'token');
    if (token !== undefined && !/^[\w.~-]{8,200}$/.test(token))
      throw new UsageError('--token takes 8 to 200 letters, digits, or . _ ~ -');
    const { runLoopback } = await import('../loopback.ts');
    await runLoopback({
      workspace: requireText(given, 'workspace'),
      ...(port === undefined ? {} : { port: Number(port) }),
      ...(token === undefined ? {} : { token }),
      open: given.options['no-open'] !== true && !around.json,
      json: around.json,
    });
    return undefined;
  },
};
