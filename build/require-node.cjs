// CommonJS and old syntax on purpose: it must run on the Node it refuses.
// better-sqlite3 needs Node-API 10; on an older Node it ends the process without a word.
var napi = Number(process.versions.napi || 0);
if (napi < 10) {
  console.error(
    'Plumbline needs Node 22.14 or newer, this is ' +
      process.version +
      ' (' +
      process.execPath +
      ').\n' +
      'On Linux x64 and Windows x64 "npm ci" brings Node 24 along: start through npm. Elsewhere install Node 24.',
  );
  process.exit(1);
}
