const rows = [
  ['A.6.2.8', 'AI system recording of event logs', 'Yes', 'Decision log LOG-CT, treatment R-07', 'In operation'],
  ['A.7.2', 'Data for development and enhancement of AI system', 'No', '', ''],
  ['A.7.3', 'Acquisition of data', 'No', 'No data are bought or collected from outside for any AI system', ''],
  ['A.7.4', 'Quality of data for AI systems', 'Yes', 'Input quality decides the queue, treatment R-04', 'In operation'],
  ['A.7.5', 'Data provenance', 'Yes', 'Trace from claim to model version, treatment R-09', 'In operation'],
  ['A.7.6', 'Data preparation', 'No', 'Models are used as delivered; no training data are prepared', ''],
  [
    'A.8.2',
    'System documentation and information for users',
    'Yes',
    'Claimants and brokers, treatment R-11',
    'In operation',
  ],
  ['A.8.4', 'Communication of incidents', 'Yes', 'Supervisory duty, contract with brokers', 'In operation'],
  ['A.8.5', 'Information for interested parties', 'Yes', 'Disclosure duties, list COM-11-A', 'In operation'],
  ['A.9.2', 'Processes for responsible use of AI systems', 'Yes', 'Rules USE-17, treatment R-12', 'In operation'],
];

/** The Statement of Applicability as the client's document portal shows it, rows A.6.2.8 to A.9.2. */
export function composePortalScreenshot(): string {
  const cells = rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('');
  return `<style>
    body{margin:0;width:1440px;height:810px;overflow:hidden;font:16px/1.4 Carlito,Calibri,sans-serif;color:#1b1d20;
      background:#f3f4f3}
    .tabs{background:#d9dddc;height:40px;display:flex;align-items:end;padding:0 14px;gap:6px}.tabs
      b{background:#f3f4f3;padding:6px 20px;border-radius:8px 8px 0 0;font-weight:400}
    .address{background:#f3f4f3;padding:8px 16px;color:#51565c}.address span{display:block;background:#fff;border:1px
      solid #d7dad9;border-radius:16px;padding:4px 16px}
    header{background:#1f4e5f;color:#fff;padding:14px 28px;display:flex;align-items:center;gap:24px;font-size:18px}
      header i{margin-left:auto;font-style:normal;opacity:.85}
    main{display:grid;grid-template-columns:230px 1fr}nav{padding:22px 20px;color:#51565c;line-height:2.1}nav
      b{color:#1f4e5f;display:block}
    article{background:#fff;padding:20px 28px;min-height:700px}h1{margin:0;font-size:26px}.facts{color:#51565c;
      margin:4px 0 16px}
    table{border-collapse:collapse;width:100%}th{text-align:left;color:#51565c;border-bottom:2px solid #51565c;
      padding:6px 12px 6px 0}
    td{border-bottom:1px solid #e3e3de;padding:9px 12px 9px 0;vertical-align:top}td:first-child{font-family:"DejaVu
      Sans Mono",monospace;font-size:14px;color:#1f4e5f;width:84px}
    td:nth-child(2){width:330px}td:nth-child(3){width:110px}td:nth-child(5){width:120px;color:#51565c}</style>
  <div class="tabs"><b>Document portal: SOA-06</b></div><div
    class="address"><span>portal.brackenfjord.example/aims/SOA-06/2.1</span></div>
  <header><b>Brackenfjord Mutual document portal</b><i>Signed in: AIMS manager, 13 Oct 2026 13:31</i></header>
  <main><nav><b>AIMS documents</b>Scope<br>Policy<br>Risk<br><b>Applicability</b>Impact<br>Operation<br>Review<br>Archive</nav>
  <article><h1>SOA-06 Statement of Applicability</h1><div class="facts">Version 2.1, 2 September 2026, approved by
    the Chief risk officer. Rows 23 to 32 of 38 shown</div>
  <table><tr><th>Control</th><th>Title</th><th>Applicable</th><th>Justification</th><th>Status</th></tr>${cells}</table></article></main>`;
}
