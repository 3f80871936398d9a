import { useEffect, useMemo, type ReactNode } from 'react';
import { useCriticalMessages } from '../../messages/CriticalMessagesContext';
import { countPeople, groupIssues } from '../../parts/issues/groupIssues';
import { useMissingDoor } from '../../queries/useDoors';
import { isReadInPart, productsWithIssues, useIssues } from '../../queries/useIssues';
import { useProducts } from '../../queries/useProducts';

/** Badge of the navigation entry, and its label for screen readers. */
interface IssuesBadge {
  readonly count: string;
  readonly label: string;
}

interface IssuesCountProps {
  /** Must be the same function between renders. */
  readonly onBadgeChange: (badge: IssuesBadge | undefined) => void;
}

/** Counts the people with issues for the navigation; draws nothing. There is no badge while the number isn't known, or is zero. */
export function IssuesCount({ onBadgeChange }: IssuesCountProps): ReactNode {
  const { shell, format } = useCriticalMessages();
  const { products } = useProducts();
  const listed = useMemo(() => productsWithIssues(products ?? []), [products]);
  const readings = useIssues(listed);
  const isDoorUnread = useMissingDoor() === 'unread';
  const badge = useMemo(() => {
    if (readings.length < listed.length || readings.some(({ isReading }) => isReading)) return undefined;
    const read = readings.flatMap(({ product, data }) => (data ? [{ product, people: data.people }] : []));
    const people = countPeople(groupIssues(read));
    const isPartial = isDoorUnread || isReadInPart(readings);
    return people > 0
      ? {
          count: `${format.number(people)}${isPartial ? '+' : ''}`,
          label: shell.peopleWithIssues(people, isPartial),
        }
      : undefined;
  }, [readings, listed, isDoorUnread, shell, format]);
  useEffect(() => onBadgeChange(badge), [badge, onBadgeChange]);
  return undefined;
}
