import type { Operation } from '../jobs/operation';
import type { LicensingCode } from '../licensing/types';
import type { LicenseJobInput, LicenseJobSubject } from './licenseJob';

/** An operation on the licenses of people and groups. */
export type LicenseOperation = Operation<LicenseJobSubject, LicenseJobInput, LicensingCode>;

/**
 * Milliseconds after which a request without an answer has taken effect or never will: the time that this app waits for an
 * answer before it asks again. The texts of a job that waits for it say half a minute.
 */
export const inFlightTimeoutMs = 30_000;
