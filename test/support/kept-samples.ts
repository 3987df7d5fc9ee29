// A folder for one run of the tests, in which the sample audit is made once for all that need it.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export default function keepSamples(): () => void {
  const folder = mkdtempSync(path.join(tmpdir(), 'plumbline-samples-'));
  process.env.PLUMBLINE_TEST_SAMPLES = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
