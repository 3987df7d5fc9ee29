// The words of the overfull audit: too long, too many lines, and from right to left. Invented throughout.

export const longTitle =
  'Intercontinental consortium for responsible automated underwriting, claims adjudication and customer correspondence, shared services Elbe–Weser–Ems';

/** Forty lines, as a hurried person types them. */
export const longNote = Array.from(
  { length: 40 },
  (_, place) =>
    `${place + 1}. Invented: sample ${place + 1} of 40, register entry REG-${1_000 + place}, seen on screen${place % 7 === 0 ? ', owner absent, deputy answered and promised the missing page for the afternoon' : ''}`,
).join('\n');

/** Hebrew and Arabic with numbers and Latin words between. It says: invented text, register of systems, version 3. */
export const rightToLeft = [
  'טקסט מומצא: מרשם המערכות AIR-02 גרסה 3, נבדקו 11 מתוך 11',
  'نص مخترع: سجل الأنظمة AIR-02 الإصدار 3، تم فحص 11 من 11',
  'בעל המערכת Model card v3 לא היה נוכח',
].join('\n');

export const systemNames = [
  'Claims triage',
  'Broker assist',
  'Mail sorter',
  'Donaudampfschifffahrtsgesellschaftskapitänsassistent',
  'مساعد المطالبات',
  'Underwriting_risk_score_v2_2026_final_FINAL',
  'עוזר תביעות',
  'Fraud signals for household and motor policies with telematics',
];
