import * as v from 'valibot';
import type { PersonalStoreOptions } from './decisions';
import { personalKey } from './storageKeys';
import { openStoredRecord } from './storedRecord';
import type { EntryFormat, StoredRecord } from './storedRecord';

/** The choices of how long a finished job is kept, in days after its end. */
export const retentionChoices = [30, 90, 180, 365, 'forever'] as const;

/** Days that a finished job is kept after its end, or `forever`: until it is deleted. */
export type JobRetention = (typeof retentionChoices)[number];

/** Retention of finished jobs unless somebody chose otherwise: half a year, for audits and for undoing. */
const defaultRetention: JobRetention = 180;

/** An account's settings. */
export interface SettingStore {
  readJobRetention(): JobRetention;
  writeJobRetention(retention: JobRetention): void;
  subscribe(listener: () => void): () => void;
  /** The record that holds them. */
  readonly stored: StoredRecord<JobRetention>;
}

/** Format of stored settings. */
export function settingsFormat(): EntryFormat<JobRetention> {
  return { version: 1, values: v.picklist(retentionChoices), migrateKey: (key) => key };
}

/** Opens the settings of an account. */
export function openSettingStore({ storage, owner, clock }: PersonalStoreOptions): SettingStore {
  const key = personalKey('settings', owner);
  const stored = openStoredRecord({ storage, key, format: settingsFormat(), clock });
  return {
    readJobRetention: () => stored.read().jobRetention ?? defaultRetention,
    writeJobRetention: (retention) =>
      stored.update(({ jobRetention: _before, ...others }) =>
        retention === defaultRetention ? others : { ...others, jobRetention: retention },
      ),
    subscribe: (listener) => stored.subscribe(listener),
    stored,
  };
}
