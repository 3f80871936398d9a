import type { JobRecord, Journal } from '../../../src/jobs/journal/journal';
import { createJournalParser } from '../../../src/jobs/journal/journalSchema';
import type { LicenseJobInput, LicenseJobSubject } from '../../../src/license-jobs/licenseJob';
import { licenseJobSchema } from '../../../src/license-jobs/licenseJobSchema';
import type { LicensingCode } from '../../../src/licensing/types';

/** A license job as the journal holds it; undefined where there is none. */
export async function readRecord(
  journal: Journal,
  jobId: string,
): Promise<JobRecord<LicenseJobSubject, LicenseJobInput, LicensingCode> | undefined> {
  const parser = createJournalParser(licenseJobSchema);
  const stored = await journal.read(jobId);
  return (
    stored && {
      header: parser.parseHeader(stored.header),
      items: stored.items.map((item) => parser.parseItem(item)),
      events: stored.events.map((event) => parser.parseEvent(event)),
    }
  );
}
