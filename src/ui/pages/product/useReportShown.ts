import { useLayoutEffect } from 'react';

/** Receives the number of selected rows that a list shows; undefined when the list goes. */
export type ReportShown = (count: number | undefined) => void;

/** Reports how many of the selected rows a list shows, before the browser paints, so that no wrong number is seen. */
export function useReportShown(count: number, report: ReportShown): void {
  useLayoutEffect(() => report(count), [count, report]);
  useLayoutEffect(() => () => report(undefined), [report]);
}
