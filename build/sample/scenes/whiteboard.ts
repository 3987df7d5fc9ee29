import { writeLine } from '../handwriting.ts';

const blue = '#22468f';
const black = '#2b2d31';
const red = '#c0392b';

/** One hand-drawn box with its caption below the frame's upper edge. */
function drawBox(x: number, y: number, width: number, lines: string[], seed: number): string {
  const height = 128;
  const tilt = ((seed % 3) - 1) * 3;
  const frame = `M${x - 4} ${y + tilt} Q${x + width / 2} ${y - 5} ${x + width + 5} ${y - tilt}
    Q${x + width + 1} ${y + height / 2} ${x + width - 2} ${y + height + 3}
    Q${x + width / 2} ${y + height - 4} ${x + 3} ${y + height + tilt} Q${x - 2} ${y + height / 2} ${x} ${y - 6}`;
  const text = lines.map((line, index) =>
    writeLine(line, { x: x + 20, y: y + 26 + index * 48, height: 30, colour: blue, seed: seed + index }),
  );
  return `<path d="${frame}" fill="none" stroke="${black}" stroke-width="5" stroke-linecap="round"/>${text.join('')}`;
}

function drawArrow(path: string, head: string, colour = black): string {
  return `<path d="${path}" fill="none" stroke="${colour}" stroke-width="5" stroke-linecap="round"/>
    <path d="${head}" fill="none" stroke="${colour}" stroke-width="5" stroke-linecap="round" stroke-linejoin="round"/>`;
}

function drawMagnet(x: number, y: number, colour: string): string {
  return `<circle cx="${x + 3}" cy="${y + 6}" r="20" fill="#0003" filter="url(#soft)"/>
    <circle cx="${x}" cy="${y}" r="19" fill="${colour}"/><circle cx="${x - 6}" cy="${y - 7}" r="7" fill="#fff5"/>`;
}

function drawMarker(x: number, colour: string): string {
  return `<g transform="translate(${x} 1046)"><rect x="3" y="10" width="150" height="20" rx="9" fill="#0004"
    filter="url(#soft)"/>
    <rect width="150" height="21" rx="9" fill="#f2f2ef"/><rect width="52" height="21" rx="9" fill="${colour}"/>
    <rect x="70" y="6" width="56" height="3" fill="${colour}"/><rect y="3" width="150" height="4" rx="2"
      fill="#fff8"/></g>`;
}

const steps = [
  { x: 170, y: 330, lines: ['1 Change', 'request'] },
  { x: 560, y: 322, lines: ['2 Risk', 'check'] },
  { x: 950, y: 332, lines: ['3 Test', 'report'] },
  { x: 950, y: 610, lines: ['4 Release', 'meeting'] },
  { x: 560, y: 604, lines: ['5 Deploy'] },
  { x: 170, y: 612, lines: ['6 Monitor', '14 days'] },
];

/** The whiteboard on which the release process was sketched during the audit. */
export function composeWhiteboard(): string {
  const boxes = steps.map((step, index) => drawBox(step.x, step.y, 270, step.lines, index + 3)).join('');
  const arrows = [
    drawArrow('M450 396 Q500 388 548 394', 'M530 378 L550 394 L530 408'),
    drawArrow('M842 392 Q890 398 938 394', 'M920 379 L940 394 L921 410'),
    drawArrow('M1086 468 Q1092 530 1085 596', 'M1069 578 L1085 598 L1101 577'),
    drawArrow('M940 676 Q890 670 846 675', 'M864 660 L844 675 L865 690'),
    drawArrow('M550 672 Q500 678 454 674', 'M472 659 L452 674 L473 690'),
    drawArrow('M300 606 Q290 540 298 476', 'M283 495 L298 474 L314 494'),
  ].join('');
  const words = [
    writeLine('Release process  CHG-09', { x: 170, y: 196, height: 48, colour: black, seed: 2, width: 7 }),
    writeLine('drawn 13 Oct', { x: 1176, y: 212, height: 26, colour: black, seed: 5 }),
    writeLine('Impact', { x: 1290, y: 556, height: 30, colour: red, seed: 11 }),
    writeLine('assessment', { x: 1290, y: 602, height: 30, colour: red, seed: 12 }),
    writeLine('= form field 7', { x: 1290, y: 650, height: 25, colour: red, seed: 13 }),
    writeLine('no step ?', { x: 1290, y: 698, height: 30, colour: red, seed: 14 }),
    writeLine('owner: release coordinator', { x: 176, y: 838, height: 30, colour: blue, seed: 21 }),
    writeLine('meeting: Tuesdays - 3 of 5 roles', { x: 176, y: 892, height: 30, colour: blue, seed: 22 }),
  ].join('');
  const underline = `<path d="M168 262 Q620 250 1130 264" stroke="${black}" stroke-width="5" fill="none"/>
    <path d="M1262 536 Q1244 640 1264 748" stroke="${red}" stroke-width="5" fill="none" stroke-linecap="round"/>`;
  return `<style>body{margin:0;background:#b9bec2;overflow:hidden}
    svg{overflow:visible;transform:perspective(2600px) rotateY(5deg) rotateX(-2deg) rotate(-.7deg) scale(.925);
      transform-origin:52% 52%}</style>
  <svg width="1600" height="1200" viewBox="0 0 1600 1200" xmlns="http://www.w3.org/2000/svg">
    <defs><filter id="soft"><feGaussianBlur stdDeviation="7"/></filter><filter id="wide"><feGaussianBlur
      stdDeviation="60"/></filter>
      <filter id="ink"><feTurbulence type="fractalNoise" baseFrequency=".9" numOctaves="2" seed="4"/>
        <feColorMatrix values="0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 -1.6 1.75"/><feComposite in="SourceGraphic"
          operator="in"/></filter>
      <linearGradient id="wall" x1="0" x2="1" y1="0" y2="1"><stop offset="0" stop-color="#d9d6cf"/><stop offset="1"
        stop-color="#a9a8a4"/></linearGradient>
      <linearGradient id="board" x1="0" x2="1" y1="0" y2=".7"><stop offset="0" stop-color="#fbfcfc"/><stop
        offset=".6" stop-color="#eef1f2"/>
        <stop offset="1" stop-color="#d6dbdd"/></linearGradient>
      <linearGradient id="metal" x1="0" x2="0" y1="0" y2="1"><stop offset="0" stop-color="#e9ebec"/><stop offset=".5"
        stop-color="#b6babd"/>
        <stop offset="1" stop-color="#8d9296"/></linearGradient></defs>
    <rect x="-300" y="-300" width="2200" height="1800" fill="url(#wall)"/>
    <rect x="96" y="116" width="1520" height="960" rx="14" fill="#0006" filter="url(#soft)" transform="translate(10
      18)"/>
    <rect x="80" y="96" width="1540" height="960" rx="14" fill="url(#metal)"/><rect x="104" y="120" width="1492"
      height="912" fill="url(#board)"/>
    <ellipse cx="470" cy="330" rx="330" ry="120" fill="#fff" opacity=".75" filter="url(#wide)" transform="rotate(-18
      470 330)"/>
    <path d="M640 960 q200 -40 420 10 t330 -30" stroke="#22468f" stroke-width="70" opacity=".025" fill="none"
      filter="url(#soft)"/>
    <g filter="url(#ink)">${boxes}${arrows}${words}${underline}</g>
    ${drawMagnet(1462, 176, '#2c6e8f')}${drawMagnet(1520, 196, '#d9a520')}${drawMagnet(1480, 232, '#b0413e')}
    <rect x="300" y="1052" width="1000" height="40" rx="6" fill="url(#metal)"/>
    ${drawMarker(420, blue)}${drawMarker(620, red)}${drawMarker(810, black)}
    <rect x="1030" y="1034" width="140" height="38" rx="6" fill="#4a5560"/><rect x="1030" y="1060" width="140"
      height="14" fill="#c9c4b5"/>
  </svg>`;
}
