import type { Operation } from '../../jobs/operation';
import type { LicenseJobInput, LicenseJobSubject } from '../../licensing/licenseJob';
import type { LicensingCode } from '../../licensing/types';

/** An operation on the licenses of people and groups. */
export type LicenseOperation = Operation<LicenseJobSubject, LicenseJobInput, LicensingCode>;
