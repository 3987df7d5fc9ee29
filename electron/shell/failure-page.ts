import type { WireError } from '../../shared/rpc/reply.ts';
import type { Answer } from '../hosts/answer.ts';
import { createNonce, pageHeaders } from '../hosts/page-answer.ts';

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escape = (text: string) => text.replace(/[&<>"']/g, (sign) => signs[sign] ?? sign);

const style = `
:root { color-scheme: light dark; --bg: #f7f7f5; --ink: #1b1d20; --soft: #51565c; --accent: #2c4a8e; }
@media (prefers-color-scheme: dark) { :root { --bg: #151618; --ink: #e9e9e6; --soft: #b3b7bb; --accent: #9db8ff; } }
body { margin: 0; min-height: 100vh; display: grid; place-content: center; background: var(--bg); color: var(--ink);
  font: 15px/1.55 "Segoe UI", system-ui, -apple-system, "Noto Sans", "DejaVu Sans", sans-serif; }
main { max-width: 34rem; padding: 2rem; }
h1 { font-size: 20px; line-height: 28px; margin: 0 0 12px; }
p { margin: 0 0 12px; overflow-wrap: anywhere; }
.soft { color: var(--soft); font-size: 13px; }
a { color: var(--accent); }
`;

/** The page that says why there is no engine, with a way to try again. No script. */
export function answerFailure({ code, message }: WireError, workspace: string): Answer {
  const heading = code === 'unavailable' ? 'Plumbline has stopped' : 'Plumbline did not open';
  const nonce = createNonce();
  const body = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>${heading}</title><style nonce="${nonce}">${style}</style></head>
<body><main>
<h1>${heading}</h1>
<p>${escape(message)}</p>
<p class="soft">Workspace: ${escape(workspace)}<br>Another one: start Plumbline with --workspace FOLDER.</p>
<p><a href="/">Try again</a></p>
</main></body>
</html>
`;
  return { status: 200, headers: pageHeaders(nonce), body };
}
