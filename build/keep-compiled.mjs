// Loaded before the program (node --import): Node keeps what it compiled from TypeScript, so that the next start takes half
// the time and less memory. Plain JavaScript, for it is what cannot be kept. Where the folder cannot be written, nothing is.
import { enableCompileCache } from 'node:module';
import path from 'node:path';

enableCompileCache(path.resolve(import.meta.dirname, '../node_modules/.cache/compiled'));
