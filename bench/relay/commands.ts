import * as z from 'zod';

import { messageOf } from '../../relay/problem.ts';

/** What a command does with its arguments; its answer goes back to the process that asked. */
export type Command = (args: unknown) => unknown;

const request = z.object({ id: z.number(), command: z.string(), args: z.unknown() });

/** Does what the parent process asks for (see child.ts), and ends with it. */
export function answerCommands(commands: Record<string, Command>): void {
  process.on('message', (message) => {
    const { id, command, args } = request.parse(message);
    const send = (answer: object): void => {
      process.send?.({ id, ...answer });
    };
    Promise.resolve(args)
      .then((given) => {
        const run = commands[command];
        if (!run) throw new Error(`There is no command ${command}.`);
        return run(given);
      })
      .then(
        (value) => {
          send({ value });
        },
        (error: unknown) => {
          send({ error: messageOf(error) });
        },
      );
  });
  process.on('disconnect', () => process.exit());
}
