import { useState } from 'react';
import type { AssignOptions } from '../../../license-jobs/assign/planAssignJob';

/** What a person decides besides the list, and how it is changed. */
export interface EditedOptions {
  readonly options: AssignOptions;
  readonly change: (part: Partial<AssignOptions>) => void;
}

const start: AssignOptions = { disabledPlanIds: {}, method: { kind: 'direct' }, stopsWithoutSeats: false };

/** Keeps what a person decides besides the list: every app on, one by one, going on without seats unless said otherwise. */
export function useAssignOptions(): EditedOptions {
  const [options, setOptions] = useState(start);
  return { options, change: (part) => setOptions((before) => ({ ...before, ...part })) };
}
