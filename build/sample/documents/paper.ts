/** The sheet all printed documents of the sample organisation share: fonts, tables, headings. */
export const paperStyle = `
  body{font:10.5pt/1.42 Carlito,Calibri,sans-serif;color:#1b1d20;margin:0}
  h1{font-size:23pt;line-height:1.15;margin:0 0 3mm;color:#1f4e5f}h2{font-size:14pt;margin:8mm 0 2mm;color:#1f4e5f;
    break-after:avoid}
  h3{font-size:11pt;margin:4mm 0 1mm;break-after:avoid}p{margin:0 0 2.4mm}.lead{font-size:12pt;color:#51565c;
    margin-bottom:8mm}
  table{border-collapse:collapse;width:100%;margin:2mm 0 5mm;font-size:9.8pt;break-inside:avoid}tr{break-inside:avoid}
  th{text-align:left;border-bottom:1pt solid #51565c;color:#51565c;padding:1.4mm 3mm 1.4mm 0;vertical-align:bottom}
  td{border-bottom:.5pt solid #d9d9d4;padding:1.6mm 3mm 1.6mm 0;vertical-align:top}li{margin:0 0 1.4mm}
    ol,ul{margin:1mm 0 3mm;padding-left:6mm}
  .facts td:first-child{width:42mm;color:#51565c}.box{border-left:1.2mm solid #1f4e5f;padding:1mm 0 1mm 5mm;
    margin:3mm 0 5mm;break-inside:avoid}
  .break{break-before:page}.keep{break-after:avoid}small{color:#757a80}`;

/** A table from a heading row and rows of cells; cells may hold markup. */
export function composeTable(heading: string[], rows: string[][], className = ''): string {
  const head = heading.length > 0 ? `<tr>${heading.map((cell) => `<th>${cell}</th>`).join('')}</tr>` : '';
  const body = rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('');
  return `<table class="${className}"><thead>${head}</thead><tbody>${body}</tbody></table>`;
}
