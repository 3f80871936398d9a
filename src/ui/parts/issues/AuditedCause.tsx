import { Link, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { mapConcurrent } from '../../../base/async/mapConcurrent';
import type { Directory } from '../../../directory/types';
import type { Product } from '../../../licensing/product';
import { useMessages } from '../../messages/MessagesContext';
import { keys } from '../../queries/keys';
import { useServices } from '../../services';
import { ErrorNotice } from '../ErrorNotice';
import { findFailure, planNameAmong, type IssueGroup, type IssuePerson } from './groupIssues';

/** Number of people of a group whose entries are read: the log allows five requests in ten seconds (Graph: throttling limits). */
const maxPeople = 3;

const guids = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi;

const useStyles = makeStyles({
  whole: { fontWeight: tokens.fontWeightRegular, marginTop: tokens.spacingVerticalXXS },
  link: { fontSize: 'inherit', lineHeight: '24px' },
});

interface AuditedCauseProps {
  readonly group: IssueGroup;
  /** All products, by whose plans the log's ids get names. */
  readonly products: readonly Product[];
}

/** Looks for the cause of a group's issue in the audit log, once a person asks for it: it may need a permission and a role. */
export function AuditedCause({ group, products }: AuditedCauseProps): ReactNode {
  const styles = useStyles();
  const { issues: words } = useMessages();
  const services = useServices();
  const { directory, adminConsentUrl } = services;
  const [isAsked, setIsAsked] = useState(false);
  const people = group.people.slice(0, maxPeople);
  const ids = people.map(({ holder }) => holder.user.id);
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: keys.auditedCauses(group.product.key, ids),
    queryFn: ({ signal }) => readFailures(directory, group.product, people, signal),
    enabled: isAsked,
  });
  return (
    <div className={styles.whole}>
      {!isAsked && (
        <Link
          as="button"
          className={styles.link}
          aria-label={words.askAuditLogSpoken(group.product.name)}
          onClick={() => setIsAsked(true)}
        >
          {words.askAuditLog}
        </Link>
      )}
      <span role="status">
        {isFetching && <Spinner size="extra-tiny" labelPosition="after" label={words.readingAuditLog} />}
        {data && !isFetching && (
          <>
            {data.length > 0
              ? words.auditLogSays(data.map((text) => withNames(text, products)))
              : words.auditLogSilent}
          </>
        )}
      </span>
      {error && !isFetching && (
        <ErrorNotice
          error={error}
          onRetry={() => void refetch()}
          // By name: what else was refused last is not asked for here.
          consent={{ requestConsent: () => services.askConsent(['AuditLog.Read.All']), adminConsentUrl }}
        />
      )}
    </div>
  );
}

/** Reads why each person didn't get the product, in the service's own words, each sentence once. Rejects as the directory does. */
async function readFailures(
  directory: Directory,
  product: Product,
  people: readonly IssuePerson[],
  signal: AbortSignal,
): Promise<readonly string[]> {
  const found = await mapConcurrent(people, async ({ holder, seat }) => {
    const { audits } = await directory.readLicenseAudits(holder.user.id, signal);
    return findFailure(audits, product, seat);
  });
  return [...new Set(found.flatMap((text) => text ?? []))];
}

/** Puts names in place of the ids of service plans. */
function withNames(text: string, products: readonly Product[]): string {
  return text.replace(guids, (id) => planNameAmong(id.toLowerCase(), products));
}
