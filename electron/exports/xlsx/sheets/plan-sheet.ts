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
      {
        title: 'Slot',
        width: 8,
        about: 'Its place in the plan, from 1.',
        from: 'Counted',
        kind: 'amount',
        cell: ({ number }) => amount(number),
      },
      { title: 'Date', width: 14, about: 'The day of the slot.', kind: 'day', cell: ({ on }) => day(on) },
      { title: 'Start', width: 9, about: 'When it begins, by the clock.', cell: ({ startsAt }) => words(startsAt) },
      {
        title: 'End',
        width: 9,
        about: 'When it is planned to end, by the clock.',
        from: 'Start and planned minutes',
        cell: (slot) => {
          const span = slot.minutes === null ? undefined : spanOf(slot);
          return words(span ? timeOf(span.until % 1_440) : '');
        },
      },
      {
        title: 'Planned minutes',
        width: 11,
        about: 'How long it is planned to take.',
        kind: 'amount',
        cell: ({ minutes }) => amount(minutes),
      },
      {
        title: 'Actual minutes',
        width: 11,
        about: 'How long it took.',
        kind: 'amount',
        cell: ({ actualMinutes }) => amount(actualMinutes),
      },
      {
        title: 'Difference',
        width: 12,
        about: 'Actual less planned minutes; below zero where it took less.',
        from: 'Planned and actual minutes',
        kind: 'difference',
        cell: ({ minutes, actualMinutes }) =>
          amount(minutes === null || actualMinutes === null ? null : actualMinutes - minutes),
      },
      { title: 'What', width: 44, about: 'What it is about.', cell: ({ title }) => words(title, looks.strong) },
      {
        title: 'Requirements',
        width: 26,
        about: 'Ids of the requirements that are audited in it; leads to them.',
        cell: ({ requirements }) => references(requirements),
      },
      {
        title: 'Auditee',
        width: 26,
        about: 'Who is needed from the organisation, by role or name.',
        cell: ({ auditee }) => words(auditee),
      },
      {
        title: 'Auditor',
        width: 22,
        about: 'Who of the audit team leads it.',
        cell: ({ auditor }) => words(auditor),
      },
      { title: 'Place', width: 24, about: 'Where it takes place.', cell: ({ place }) => words(place) },
    ],
    ({ number }) => `Plan ${number}`,
    { about: 'The slots of the audit plan by day and time.', from: 'The plan', key: 7 },
  );
}
