import type { Measure } from './measure.ts';

/** One child process: what it measures, and how often it is run; of several runs the median counts. */
export interface BenchStep {
  title: string;
  run: (folder: string) => Promise<Measure[]>;
  times?: number;
}

/** The parts of the benchmark. Each step runs in a process of its own and loads only what it measures. */
export const parts: Record<string, { title: string; steps: BenchStep[] }> = {
  save: {
    title: 'Durable save',
    steps: [{ title: '', run: async (folder) => (await import('./saves.ts')).measureSaves(folder), times: 3 }],
  },
  create: {
    title: 'A new stage 2 audit with three AI systems',
    steps: [{ title: '', run: async (folder) => (await import('./new-audit.ts')).measureNewAudit(folder), times: 3 }],
  },
  workspace: {
    title: 'A workspace of 500 audits',
    steps: [
      { title: '', run: async (folder) => (await import('./workspace.ts')).buildWorkspace(folder) },
      { title: '', run: async (folder) => (await import('./workspace.ts')).measureWorkspace(folder), times: 3 },
    ],
  },
  export: {
    title: 'Export of 1,200 answers, 400 findings and 3,000 evidence records',
    steps: [
      {
        title: '',
        run: async (folder) => (await import('./make-large-audit.ts')).buildLargeAuditWithoutPhotos(folder),
      },
      { title: '', run: async (folder) => (await import('./make-large-audit.ts')).buildLargeAuditWithPhotos(folder) },
      { title: 'Word', run: async (folder) => (await import('./exports.ts')).measureWord(folder), times: 3 },
      {
        title: 'Word, 300 photos',
        run: async (folder) => (await import('./exports.ts')).measureWordWithPhotos(folder),
        times: 3,
      },
      { title: 'Excel', run: async (folder) => (await import('./exports.ts')).measureExcel(folder), times: 3 },
      {
        title: 'Excel, 300 photos',
        run: async (folder) => (await import('./exports.ts')).measureExcelWithPhotos(folder),
        times: 3,
      },
      {
        title: 'Limit for Excel',
        run: async (folder) => (await import('./excel-limit.ts')).measureExcelLimit(folder),
        times: 3,
      },
      {
        title: 'Excel and its limit in turn',
        run: async (folder) => (await import('./excel-limit.ts')).measureExcelInTurn(folder),
        times: 3,
      },
      {
        title: 'Saves while both export',
        run: async (folder) => (await import('./typing.ts')).measureTyping(folder),
        times: 3,
      },
    ],
  },
  first: {
    title: 'The sample',
    steps: [
      { title: '', run: async (folder) => (await import('./first-export.ts')).buildSample(folder) },
      { title: '', run: async (folder) => (await import('./first-export.ts')).measureFirstExport(folder), times: 3 },
    ],
  },
  page: {
    title:
      'The page, in a workspace of 500 audits and an audit of 1,200 questions, 400 findings, 3,000 evidence records',
    steps: [
      { title: '', run: async (folder) => (await import('./page/workspace.ts')).buildPageWorkspace(folder) },
      { title: 'First view', run: async () => (await import('./page/bundle.ts')).measureBundle() },
      { title: 'Loading', run: async (folder) => (await import('./page/loading.ts')).measureLoading(folder), times: 3 },
      { title: 'Keys', run: async (folder) => (await import('./page/keys.ts')).measureKeys(folder), times: 3 },
      { title: 'Rooms', run: async (folder) => (await import('./page/rooms.ts')).measureRooms(folder), times: 3 },
      {
        title: 'Scrolling',
        run: async (folder) => (await import('./page/scrolling.ts')).measureScrolling(folder),
        times: 3,
      },
      { title: 'Memory', run: async (folder) => (await import('./page/memory.ts')).measureMemory(folder) },
    ],
  },
};
