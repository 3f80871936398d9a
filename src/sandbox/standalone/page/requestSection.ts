import { systemClock } from '../../../base/clock';
import { button, el } from '../../host-page/el';
import type { GraphRequestRecord } from '../../server/graphSite';
import { words } from '../../words';
import { standaloneApi } from './standaloneApi';
import { createTable } from './table';

const page = words.standalone.page;
const refreshInMs = 1_000;
const shownAtMost = 200;

function answerText({ status, items }: GraphRequestRecord): string {
  if (status <= 0) return status === 0 ? page.closed : page.silent;
  if (!items) return String(status);
  const parts = Object.entries(items).map(([code, count]) => `${count} × ${code}`);
  return `${status} (${parts.join(', ')})`;
}

function rowOf(record: GraphRequestRecord): HTMLElement {
  const { number, method, path, status, durationInMs, cost, throttlePercentage, faults } = record;
  const isError = status <= 0 || status >= 400;
  return el(
    'tr',
    {},
    el('td', { class: 'number' }, String(number + 1)),
    el('td', {}, method),
    el('td', { class: 'path' }, decode(path)),
    el('td', { class: isError ? 'is-error' : undefined }, answerText(record)),
    el('td', { class: 'number' }, String(cost)),
    el('td', { class: 'number' }, throttlePercentage ?? ''),
    el('td', { class: 'number' }, String(durationInMs)),
    el('td', {}, faults?.join(', ') ?? ''),
  );
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

const columns = [
  { heading: page.number, isNumber: true },
  { heading: page.method },
  { heading: page.path },
  { heading: page.answer },
  { heading: page.cost, isNumber: true },
  { heading: page.quotaUsed, isNumber: true },
  { heading: page.duration, isNumber: true },
  { heading: page.injected },
];

/** Draws the log of requests, newest first, and keeps it up to date. */
export function createRequestSection(fail: (thrown: unknown) => void): HTMLElement {
  const table = createTable(page.requests, columns);
  const checks = el('p', { class: 'quiet' });
  let isPaused = false;
  let last = -1;
  const pause = button(page.pause, () => {
    isPaused = !isPaused;
    pause.textContent = isPaused ? page.goOn : page.pause;
  });
  const refresh = async (): Promise<void> => {
    const [records, found] = await Promise.all([standaloneApi.requests(last), standaloneApi.checks()]);
    for (const record of records) {
      table.body.prepend(rowOf(record));
      last = record.number;
    }
    while (table.body.childElementCount > shownAtMost) table.body.lastElementChild?.remove();
    const { writes, injected, doubleEffects, seatViolations } = found;
    checks.textContent = page.checks(writes, injected, doubleEffects.length, seatViolations.length);
  };
  const follow = async (): Promise<void> => {
    for (;;) {
      if (!isPaused) await refresh();
      await systemClock.wait(refreshInMs);
    }
  };
  void follow().catch(fail);
  return el(
    'section',
    { 'aria-labelledby': 'requests' },
    el('div', { class: 'section-head' }, el('h2', { id: 'requests' }, page.requests), checks, pause),
    table.element,
  );
}
