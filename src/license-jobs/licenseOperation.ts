import { requestTimeoutInMs } from '../base/requestTimeout';
import type { Operation } from '../jobs/operation';
import type { LicensingCode } from '../licensing/types';
import type { LicenseJobInput, LicenseJobSubject } from './licenseJob';

/** An operation on the licenses of people and groups. */
export type LicenseOperation = Operation<LicenseJobSubject, LicenseJobInput, LicensingCode>;

/** Milliseconds that a job waits for a request that was on its way; an unanswered one has no effect after that. */
export const inFlightTimeoutMs = requestTimeoutInMs;
