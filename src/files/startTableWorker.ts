/** Starts the worker that reads tables, a program of its own beside the app's. */
export function startTableWorker(): Worker {
  return new Worker(new URL(/* webpackChunkName: "table-worker" */ './tableWorker.ts', import.meta.url));
}
