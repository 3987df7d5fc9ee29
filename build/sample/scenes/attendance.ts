import { drawSignature, writeLine } from '../handwriting.ts';

/** Functions on the printed list, in order; a dash at the end means: no signature on the sheet. */
const rows = [
  'Claims handler, early shift',
  'Claims handler, early shift',
  'Claims handler, early shift',
  'Claims handler, early shift',
  'Claims handler, early shift',
  'Claims handler, early shift',
  'Shift lead, early shift',
  'Claims handler, late shift',
  'Claims handler, late shift -',
  'Claims handler, late shift',
  'Claims handler, late shift -',
  'Claims handler, late shift -',
  'Shift lead, late shift',
  'Mail room clerk',
  'Mail room clerk -',
  'Front desk clerk',
  'Front desk clerk',
  'Special review specialist',
  'Special review specialist',
  'Special review specialist -',
  'Data steward',
  'Release coordinator',
  'Contract agent, scanning',
  'Contract agent, scanning',
];

const rowHeight = 41;

function drawRow(text: string, index: number): string {
  const top = 252 + index * rowHeight;
  const signed = !text.endsWith(' -');
  const label = signed ? text : text.slice(0, -2);
  const signature = signed
    ? `<path d="${drawSignature(520 + (index % 4) * 9, top + 30, 150 + (index % 5) * 16, index + 5)}"
        fill="none" stroke="${index % 3 === 1 ? '#2b2d31' : '#20419a'}" stroke-width="3" stroke-linecap="round"/>`
    : '';
  return `<line x1="60" x2="780" y1="${top + rowHeight}" y2="${top + rowHeight}" stroke="#9aa0a6" stroke-width="1.4"/>
    <text x="76" y="${top + 29}">${index + 1}</text><text x="130" y="${top + 29}">${label}</text>${signature}`;
}

/** The attendance sheet of the awareness session on a clipboard, seen from above. */
export function composeAttendance(): string {
  const bottom = 252 + rows.length * rowHeight;
  const columns = [60, 116, 490, 780]
    .map((x) => `<line x1="${x}" x2="${x}" y1="208" y2="${bottom}" stroke="#9aa0a6" stroke-width="1.4"/>`)
    .join('');
  const count = writeLine('19 of 24', { x: 520, y: 1262, height: 32, colour: '#20419a', seed: 8 });
  return `<style>body{margin:0;width:1600px;height:1200px;overflow:hidden;background:#8a6a4c}
    .table{position:absolute;inset:0}
    .board{position:absolute;left:372px;top:-104px;transform:perspective(3200px) rotateX(13deg) rotate(-3.2deg)
      scale(.84);
      filter:drop-shadow(18px 26px 26px #2a180dcc)}
    .pen{position:absolute;left:1200px;top:560px;transform:rotate(24deg);filter:drop-shadow(12px 16px 10px #2a180daa)}
    .cup{position:absolute;left:60px;top:110px;filter:drop-shadow(22px 26px 22px #2a180dbb)}
    text{font:20px Carlito,Calibri,sans-serif;fill:#2b2d31}</style>
  <svg class="table" width="1600" height="1200"><defs><filter id="wood"><feTurbulence type="fractalNoise"
    baseFrequency=".0035 .11" numOctaves="5" seed="21"/>
    <feColorMatrix values=".32 0 0 0 .45 .26 0 0 0 .31 .2 0 0 0 .2 0 0 0 0 1"/></filter>
    <radialGradient id="light" cx=".3" cy=".1" r="1.1"><stop offset="0" stop-color="#ffe9c4" stop-opacity=".5"/><stop
      offset=".6" stop-color="#fff" stop-opacity="0"/>
    <stop offset="1" stop-color="#1b0f06" stop-opacity=".5"/></radialGradient></defs>
    <rect width="1600" height="1200" filter="url(#wood)"/><g stroke="#3d2616" stroke-opacity=".55" stroke-width="3">
    <path d="M0 318h1600M0 722h1600M0 1108h1600"/></g><rect width="1600" height="1200" fill="url(#light)"/></svg>
  <svg class="cup" width="270" height="270" viewBox="0 0 270 270"><circle cx="125" cy="130" r="122"
    fill="#e9e6df"/><circle cx="125" cy="130" r="106" fill="#cfcac0"/>
    <circle cx="125" cy="132" r="96" fill="#3a2114"/><ellipse cx="98" cy="100" rx="44" ry="26" fill="#fff"
      opacity=".14" transform="rotate(-35 98 100)"/>
    <rect x="216" y="112" width="52" height="36" rx="16" fill="#e9e6df"/></svg>
  <svg class="board" width="880" height="1400" viewBox="-20 -40 880 1400">
    <rect x="-8" y="-30" width="856" height="1380" rx="26" fill="#5b4334"/><rect x="-2" y="-24" width="844"
      height="1368" rx="22" fill="#75573f"/>
    <rect x="16" y="40" width="808" height="1290" fill="#0003"/><rect x="12" y="34" width="808" height="1290"
      fill="#fbfaf6"/>
    <rect x="290" y="-34" width="260" height="82" rx="14" fill="#c7cacd"/><rect x="290" y="-34" width="260"
      height="26" rx="13" fill="#eceeef"/>
    <rect x="330" y="14" width="180" height="46" rx="8" fill="#9fa4a8"/><circle cx="420" cy="-2" r="13" fill="#6c7175"/>
    <text x="60" y="112" style="font-size:33px;font-weight:700;fill:#1f4e5f">Attendance: working with AI at
      Brackenfjord</text>
    <text x="60" y="148">Session AW-2026-09, 22 September 2026, 14:00 to 15:30, Sandvale, training room</text>
    <text x="60" y="178" style="fill:#6b7a80">Functions only, no names: the list is shown to auditors. Form
      TRN-10-F2, version 3</text>
    <rect x="60" y="208" width="720" height="44" fill="#e3ebed"/><text x="76" y="237" font-weight="700">No.</text>
    <text x="130" y="237" font-weight="700">Function</text><text x="504" y="237" font-weight="700">Signature</text>
    ${rows.map(drawRow).join('')}${columns}<line x1="60" x2="780" y1="208" y2="208" stroke="#9aa0a6"/>
    <text x="60" y="1288" style="font-size:21px">Signatures counted by the trainer:</text>${count}
  </svg>
  <svg class="pen" width="60" height="560" viewBox="0 0 60 560"><rect x="18" y="60" width="26" height="400" rx="8"
    fill="#1f4e5f"/>
    <rect x="22" y="60" width="7" height="400" fill="#5e8b9a"/><rect x="16" y="40" width="30" height="60" rx="6"
      fill="#c9a24a"/><rect x="38" y="60" width="8" height="130" rx="4" fill="#d9ba6c"/>
    <path d="M18 456h26l-8 66h-10z" fill="#c7cacd"/><path d="M26 520h10l-4 30h-2z" fill="#54585c"/></svg>`;
}
