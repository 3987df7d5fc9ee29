const fields = [
  ['Claim', 'TEST-2, household, water damage'],
  ['Model', 'Claims triage 3.0'],
  ['Proposed queue', 'Fast track (0.91)'],
  ['Reasons shown', 'amount 640; photographs match; no earlier claim'],
  ['Chosen queue', 'Special review'],
  ['Reason for override', 'Invoice is dated before the damage'],
];

const keys = [14, 14, 13, 12, 8]
  .map((count, row) => {
    const cells = Array.from({ length: count }, (_, index) => {
      const wide = row === 4 && index === 3 ? 5.4 : 1;
      return `<i style="flex:${wide}"></i>`;
    });
    return `<div>${cells.join('')}</div>`;
  })
  .join('');

/** What stands on the monitor: the override form right after a trial. */
function composeScreen(): string {
  const rows = fields.map(([label, value]) => `<tr><td>${label}</td><td>${value}</td></tr>`).join('');
  return `<header><b>Claims desk</b><span>Training environment</span><span style="margin-left:auto">14 Oct 2026,
    10:32</span></header>
    <main><aside><em>Queues</em><p class="on">Override<b>3</b></p><p>Fast
      track<b>41</b></p><p>Standard<b>128</b></p><p>Special review<b>17</b></p>
      <p>Refusals to confirm<b>6</b></p><em style="margin-top:34px">System</em><p>Claims triage 3.0</p><p
        style="color:#0b7a5b">running</p></aside>
    <article><h1>Override a proposal</h1><table>${rows}</table>
      <div class="done">Override stored 10:32:07. The claim left the queue after 31 seconds.</div>
      <div class="row"><u>Next claim</u><u class="stop">Stop triage for this site</u></div></article></main>`;
}

const screenStyle = `
  .screen{position:absolute;inset:22px 22px 30px;background:#f4f5f4;border-radius:3px;overflow:hidden;font:21px/1.35
    Carlito,Calibri,sans-serif;color:#1b1d20}
  header{display:flex;gap:26px;align-items:center;background:#1f4e5f;color:#fff;padding:13px 24px;font-size:22px}
    header span{opacity:.85}
  main{display:grid;grid-template-columns:246px 1fr;height:100%}aside{background:#e8ebea;padding:22px 16px}aside
    em{font-style:normal;color:#757a80;display:block;padding:0 10px 6px}
  aside p{margin:0;padding:8px 10px;border-radius:5px;display:flex}aside p b{margin-left:auto;color:#51565c}aside
    .on{background:#fff;font-weight:700;box-shadow:0 1px 3px #0002}
  article{padding:24px 34px;background:#fff}h1{font-size:33px;margin:0 0 14px}table{border-collapse:collapse;width:100%}
  td{padding:10px 0;border-bottom:1px solid #e3e3de}td:first-child{width:215px;color:#51565c}
  .done{margin:22px 0;background:#dff2ea;color:#0b6b50;padding:13px 18px;border-radius:6px;font-weight:700}
    .row{display:flex;gap:18px}
  u{text-decoration:none;padding:11px 22px;border-radius:6px;background:#1f4e5f;color:#fff;font-weight:700}
    .stop{background:#fff;color:#b0332a;box-shadow:inset 0 0 0 3px #b0332a}`;

const roomStyle = `
  body{margin:0;width:1600px;height:1200px;overflow:hidden;background:#c9c4ba}
  .back{position:absolute;inset:-40px -40px 330px;filter:blur(15px);background:linear-gradient(180deg,#dad5cb,#b5aea2)}
  .window{position:absolute;left:70px;top:40px;width:520px;height:560px;
    background:linear-gradient(180deg,#eaf5fb,#cfe3ea 55%,#a9bfa6 78%,#8da486);box-shadow:0 0 120px 30px #ffffff99}
  .window:before,.window:after{content:'';position:absolute;background:#f4f1ea}.window:before{left:254px;width:18px;
    height:100%}.window:after{top:276px;height:16px;width:100%}
  .shelf{position:absolute;left:1130px;top:180px;width:480px;height:26px;background:#8b6f55}
  .book{position:absolute;top:60px;height:120px;width:44px}.plant{position:absolute;left:1330px;top:380px}
  .desk{position:absolute;left:-80px;right:-80px;bottom:-20px;height:440px;overflow:hidden;box-shadow:0 -10px 40px
    #0004}
  .shade{position:absolute;left:330px;bottom:250px;width:900px;height:110px;border-radius:50%;background:#1c1008;
    opacity:.55;filter:blur(34px)}
  .stand{position:absolute;left:660px;top:770px;width:210px;height:130px;
    background:linear-gradient(90deg,#2a2d30,#5a5f63 45%,#26292b)}
  .foot{position:absolute;left:520px;top:868px;width:490px;height:54px;border-radius:50%;
    background:linear-gradient(180deg,#5c6165,#1f2224);box-shadow:0 18px 26px #0008}
  .monitor{position:absolute;left:262px;top:96px;width:1060px;height:700px;border-radius:16px;
    background:linear-gradient(160deg,#3a3e41,#17191b);
    transform:perspective(2300px) rotateY(7deg) rotateX(1.5deg) rotate(-.5deg);box-shadow:0 26px 60px #0007,inset 0 0
      0 2px #55595d}
  .glare{position:absolute;inset:22px 22px 30px;background:linear-gradient(118deg,#ffffff38 0,#ffffff14 24%,#fff0 40%)}
  .keyboard{position:absolute;left:392px;top:930px;width:760px;height:225px;border-radius:18px;
    background:linear-gradient(180deg,#d9dbdc,#aeb2b5);padding:16px;
    display:flex;flex-direction:column;gap:8px;transform:perspective(1200px) rotateX(34deg) rotate(-1deg);
      box-shadow:0 26px 30px #1c1008aa}
  .keyboard div{display:flex;gap:8px;flex:1}.keyboard i{background:linear-gradient(180deg,#fdfdfd,#e6e8e9);
    border-radius:6px;box-shadow:0 4px 0 #8f9498}
  .mouse{position:absolute;left:1230px;top:985px;width:96px;height:140px;border-radius:48px 48px 52px 52px;
    background:radial-gradient(circle at 38% 28%,#fff,#cfd2d4 60%,#999da1);box-shadow:12px 20px 22px #1c100899}
  .mug{position:absolute;left:1370px;top:770px}.card{position:absolute;left:70px;top:930px;width:264px;height:180px;
    background:#fffdf6;border-top:34px solid #b0332a;
    transform:perspective(1100px) rotateX(40deg) rotate(9deg);box-shadow:8px 16px 18px #1c100899;font:25px/1.25
      Carlito,Calibri,sans-serif;color:#25292c;padding:14px 20px;box-sizing:border-box}`;

const books = ['#7b3f3a', '#3f5f6b', '#c2a15a', '#55654b', '#8a8378', '#34495a', '#a6604a', '#6d7f86']
  .map(
    (colour, index) =>
      `<i class="book" style="left:${1140 + index * 52}px;background:${colour};height:${104 + (index % 3) * 16}px;
        top:${76 - (index % 3) * 16}px"></i>`,
  )
  .join('');

const leaves = [-64, -42, -20, 0, 22, 44, 66]
  .map(
    (angle) =>
      `<path d="M110 250 Q${90 + angle} 120 ${110 + angle * 1.5} ${30 + Math.abs(angle)} Q${130 + angle} 140 110 250"
        fill="#5d7d52"/>`,
  )
  .join('');

/** The operator's desk in the claims centre, the override form on the monitor. */
export function composeOverrideConsole(): string {
  return `<style>${roomStyle}${screenStyle}</style>
    <div class="back"><div class="window"></div><div class="shelf"></div>${books}
      <svg class="plant" width="240" height="360">${leaves}<path d="M60 240h100l-14 110H74z"
        fill="#b8694a"/></svg></div>
    <div class="desk"><svg width="1760" height="440"><filter id="wood"><feTurbulence type="fractalNoise"
      baseFrequency=".0028 .12" numOctaves="4" seed="5"/>
      <feColorMatrix values=".26 0 0 0 .56 .22 0 0 0 .42 .18 0 0 0 .3 0 0 0 0 1"/></filter><linearGradient id="l"
        x2="0" y2="1"><stop stop-color="#fff3da" stop-opacity=".55"/>
      <stop offset="1" stop-color="#2a180d" stop-opacity=".35"/></linearGradient><rect width="1760" height="440"
        filter="url(#wood)"/><rect width="1760" height="440" fill="url(#l)"/></svg></div>
    <div class="shade"></div><div class="stand"></div><div class="foot"></div>
    <div class="monitor"><div class="screen">${composeScreen()}</div><div class="glare"></div></div>
    <div class="keyboard">${keys}</div><div class="mouse"></div><div class="card"><b>Stop card USE-17</b><br>Odd
      result? Stop the site, then call the shift lead.</div>
    <svg class="mug" width="210" height="230" viewBox="0 0 210 230"><ellipse cx="112" cy="214" rx="90" ry="18"
      fill="#1c1008" opacity=".45"/>
      <path d="M150 60q56-6 50 50t-62 54" fill="none" stroke="#d8d2c6" stroke-width="18"/><linearGradient
        id="m"><stop stop-color="#c9c2b4"/><stop offset=".3" stop-color="#f4f0e8"/><stop offset="1"
        stop-color="#a79f90"/></linearGradient>
      <path d="M20 30h134l-10 176q-57 16-114 0z" fill="url(#m)"/><ellipse cx="87" cy="32" rx="67" ry="15"
        fill="#cfc8ba"/><ellipse cx="87" cy="35" rx="58" ry="11" fill="#3b2416"/></svg>`;
}
