/**
 * Says in one line that tests were not run here, and why. Where everything has to run (CI=true) it is an error instead.
 */
export function reportNotRun(tests: string, reason: string): void {
  const line = `Not run: ${tests}, because ${reason}.`;
  if (process.env.CI === 'true') throw new Error(line);
  process.stderr.write(`${line}\n`);
}
