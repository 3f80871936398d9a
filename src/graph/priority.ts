import type { GraphRequest } from './types';

/** Who goes first when not everybody can. */
export type Priority = NonNullable<GraphRequest['priority']>;

/** Says to the service whose refusal a person would notice (Graph: throttling limits, prioritize requests). */
export const priorityHeader = 'x-ms-throttle-priority';

/**
 * The header's value. Bulk calls are of the default priority and not of the low one: the throttle controller keeps them below the
 * limit itself, and low ones would be refused before it is reached.
 */
export function priorityValue(priority: Priority): string {
  return priority === 'bulk' ? 'Normal' : 'High';
}

/** Reads the value back from headers with names in lower case; without one a call is interactive. */
export function priorityOf(headers: Readonly<Record<string, string>>): Priority {
  return headers[priorityHeader] === priorityValue('bulk') ? 'bulk' : 'interactive';
}
