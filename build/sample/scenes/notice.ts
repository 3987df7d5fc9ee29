const paragraphs = [
  {
    language: 'English',
    title: 'We use AI to sort claims',
    text: 'A computer system proposes which queue your claim joins. A person decides on every refusal. Ask at the desk, and a person looks at your claim again.',
  },
  {
    language: 'Deutsch',
    title: 'Wir sortieren Schäden mit KI',
    text: 'Ein Computersystem schlägt vor, in welche Gruppe Ihr Schaden kommt. Über jede Ablehnung entscheidet ein Mensch. Am Schalter wird neu geprüft.',
  },
  {
    language: 'Polski',
    title: 'Zgłoszenia sortuje AI',
    text: 'System komputerowy proponuje kolejność zgłoszeń. O każdej odmowie decyduje człowiek. Na życzenie w okienku człowiek sprawdzi zgłoszenie ponownie.',
  },
];

const screw =
  '<i style="width:26px;height:26px;border-radius:50%;background:radial-gradient(circle at 35% 30%,#fff,#b9bcc0 45%,#7d8186);box-shadow:2px 4px 6px #0005;position:absolute';

/** The notice to claimants beside the entrance of the claims centre, upright. */
export function composeNotice(): string {
  const blocks = paragraphs.map(
    ({ language, title, text }) => `<section><small>${language}</small><h2>${title}</h2><p>${text}</p></section>`,
  );
  return `<style>
    body{margin:0;width:1200px;height:1600px;overflow:hidden;font-family:Carlito,Calibri,sans-serif;
      background:linear-gradient(100deg,#cfc8bb 0,#ddd7cb 45%,#c4bcae 100%)}
    .wall{position:absolute;inset:0;opacity:.5;mix-blend-mode:multiply}
    .door{position:absolute;left:-60px;top:-40px;width:290px;height:1700px;
      background:linear-gradient(95deg,#5d7378 0,#9fb6b8 30%,#dce9e8 46%,#7d9497 75%,#6a8084 100%);
      box-shadow:inset -14px 0 0 #43484c,inset -20px 0 0 #6b7074,18px 0 40px #0005}
    .door:before{content:'';position:absolute;left:60px;top:180px;width:150px;height:560px;background:#fff4;
      filter:blur(26px);transform:skewX(-8deg)}
    .handle{position:absolute;left:150px;top:760px;width:26px;height:330px;border-radius:13px;
      background:linear-gradient(90deg,#6e7276,#f3f4f5 40%,#8b8f93);box-shadow:14px 12px 16px #0006}
    .bell{position:absolute;left:1010px;top:1275px;width:92px;height:150px;border-radius:14px;
      background:linear-gradient(150deg,#e8e9ea,#a9adb1);
      box-shadow:6px 12px 20px #0006}
    .bell:after{content:'';position:absolute;left:24px;top:78px;width:44px;height:44px;border-radius:50%;
      background:radial-gradient(circle at 40% 35%,#f9f9f9,#83888d)}
    .plate{position:absolute;left:318px;top:210px;width:700px;height:1010px;transform:perspective(2400px)
      rotateY(-4deg) rotate(.5deg);
      background:#fdfdfb;border-radius:10px;box-shadow:0 0 0 16px #ffffff55,0 0 0 18px #ffffff99,16px 30px 50px 10px
        #3a322a77}
    .band{background:#1f4e5f;color:#fff;padding:34px 52px 28px;border-radius:10px 10px 0 0;display:flex;
      align-items:center;gap:28px}
    .band b{font-size:46px;letter-spacing:.01em;line-height:1}.band span{font-size:24px;opacity:.85;display:block;
      margin-top:8px;font-weight:400}
    section{padding:24px 52px 4px}section+section{border-top:2px solid #e4e2dc}
    small{font-size:21px;color:#6b7a80;letter-spacing:.06em;text-transform:uppercase}h2{margin:2px 0 6px;
      font-size:40px;color:#1f4e5f}
    p{margin:0 0 14px;font-size:27px;line-height:1.28;color:#25292c}
    footer{position:absolute;left:52px;right:52px;bottom:28px;display:flex;justify-content:space-between;
      font-size:21px;color:#6b7a80}
    .shine{position:absolute;inset:0;border-radius:10px;background:linear-gradient(112deg,#fff0 30%,#ffffff30
      42%,#ffffff12 50%,#fff0 58%)}
    .sun{position:absolute;left:300px;top:-300px;width:1200px;height:900px;background:radial-gradient(#fff6dd88,#fff0
      65%)}
  </style>
  <svg class="wall" width="1200" height="1600"><filter id="n"><feTurbulence type="fractalNoise" baseFrequency=".035
    .05" numOctaves="5" seed="9"/>
    <feColorMatrix values="0 0 0 0 .86 0 0 0 0 .83 0 0 0 0 .78 0 0 0 .55 .25"/></filter><rect width="1200"
      height="1600" filter="url(#n)"/></svg>
  <div class="door"><div class="handle"></div></div><div class="bell"></div>
  <div class="plate"><div class="band"><svg width="76" height="76" viewBox="0 0 76 76"><path d="M38 4 68 22v32L38 72
    8 54V22Z" fill="#f2c14e"/>
      <path d="M20 44q9-12 18 0t18 0" stroke="#1f4e5f" stroke-width="6" fill="none" stroke-linecap="round"/></svg>
      <b>Brackenfjord Mutual<span>Claims centre Sandvale</span></b></div>
    ${blocks.join('')}<footer><span>Notice N-07, version 4</span><span>1 August 2026</span></footer><div
      class="shine"></div>
    ${screw};left:-30px;top:-30px"></i>${screw};right:-30px;top:-30px"></i>${screw};left:-30px;
      bottom:-30px"></i>${screw};right:-30px;bottom:-30px"></i>
  </div><div class="sun"></div>`;
}
