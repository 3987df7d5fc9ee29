import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

// Tests never read or write the settings of the person who runs them.
process.env.PLUMBLINE_CONFIG ??= mkdtempSync(path.join(tmpdir(), 'plumbline-test-settings-'));
