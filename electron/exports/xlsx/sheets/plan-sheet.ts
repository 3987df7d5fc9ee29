import { spanOf, timeOf } from '../../../../shared/domain/plan-times.ts';
import type { ReportModel } from '../../report-model.ts';
import { byTime } from '../../sections/plan.ts';
import { amount, day, references, type Sheet, tableSheet, words } from '../cells.ts';
import { looks } from '../theme.ts';

/** The slots of the plan, one row each, by day and time. */
export function planSheet(model: ReportModel): Sheet {
  const slots = model.planSlots.toSorted(byTime).map((slot, position) => ({ ...slot, number: position + 1 }));
  return tableSheet(
    'Plan',
    slots,
    [
      { title: 'Slot', width: 8, cell: ({ number }) => amount(number) },
      { title: 'Date', width: 14, cell: ({ on }) => day(on) },
      { title: 'Start', width: 9, cell: ({ startsAt }) => words(startsAt) },
      {
        title: 'End',
        width: 9,
        cell: (slot) => {
          const span = slot.minutes === null ? undefined : spanOf(slot);
          return words(span ? timeOf(span.until % 1_440) : '');
        },
      },
      { title: 'Planned minutes', width: 11, cell: ({ minutes }) => amount(minutes) },
      { title: 'Actual minutes', width: 11, cell: ({ actualMinutes }) => amount(actualMinutes) },
      {
        title: 'Difference',
        width: 12,
        cell: ({ minutes, actualMinutes }) =>
          amount(minutes === null || actualMinutes === null ? null : actualMinutes - minutes),
      },
      { title: 'What', width: 44, cell: ({ title }) => words(title, looks.strong) },
      { title: 'Requirements', width: 26, cell: ({ requirements }) => references(requirements) },
      { title: 'Auditee', width: 26, cell: ({ auditee }) => words(auditee) },
      { title: 'Auditor', width: 22, cell: ({ auditor }) => words(auditor) },
      { title: 'Place', width: 24, cell: ({ place }) => words(place) },
    ],
    ({ number }) => `Plan ${number}`,
    7,
  );
}
