import { z } from 'zod';
import { contract } from '../../shared/contract/contract.ts';
import type { Reply } from '../../shared/rpc/reply.ts';
import { type Command, refuseWords, requireText, UsageError, withWorkspace } from './command.ts';

const readsOnly = /\.(list|open|read|find|check|info)$/;

/** Makes any call of the contract. */
export const call: Command = {
  usage: 'call --workspace DIR METHOD [JSON]',
  about: 'makes any call of the contract; - or no JSON reads standard input',
  options: { workspace: 'text' },
  async run(given, around) {
    refuseWords(given, 2);
    const [method, json] = given.words;
    if (method === undefined) throw new UsageError('Name a method; "methods" lists them.');
    const text = json === undefined || json === '-' ? await around.readStandardInput() : json;
    let input: unknown;
    try {
      input = text.trim() === '' ? {} : JSON.parse(text);
    } catch {
      throw new UsageError('The input is not JSON.');
    }
    const mode = readsOnly.test(method) && method !== 'search.find' ? 'read' : 'write';
    const reply = await withWorkspace<Reply>(around, requireText(given, 'workspace'), mode, (_call, engine) =>
      engine.call(method, input),
    );
    return { value: reply, text: JSON.stringify(reply, null, 2), exitCode: reply.ok ? 0 : 1 };
  },
};

/** Prints the contract. */
export const methods: Command = {
  usage: 'methods',
  about: 'prints every call with its input and output as JSON Schema',
  options: {},
  run(given) {
    refuseWords(given);
    const schemaOf = (schema: z.ZodType, io: 'input' | 'output') =>
      z.toJSONSchema(schema, { io, unrepresentable: 'any' });
    const value = Object.entries(contract).map(([name, { about, input, output }]) => ({
      name,
      about,
      input: schemaOf(input, 'input'),
      output: schemaOf(output, 'output'),
    }));
    return Promise.resolve({ value, text: value.map(({ name, about }) => `${name.padEnd(26)} ${about}`).join('\n') });
  },
};
