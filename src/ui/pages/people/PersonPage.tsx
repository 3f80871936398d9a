import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ChevronLeftRegular } from '@fluentui/react-icons/svg/chevron-left';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, type ReactNode } from 'react';
import type { UserPrincipal } from '../../../base/principal';
import { countryName } from '../../../license-jobs/usage-location/countries';
import { useMessages } from '../../messages/MessagesContext';
import { ErrorNotice } from '../../parts/ErrorNotice';
import { Loading } from '../../parts/Loading';
import { HiddenTitle } from '../../parts/PageHeader';
import { PrincipalAvatar } from '../../parts/PrincipalAvatar';
import { Refresh } from '../../parts/Refresh';
import { MissingUsageLocations } from '../../parts/usage-location/MissingUsageLocations';
import { withUsageLocation } from '../../parts/usage-location/usageLocations';
import { useDocumentTitle } from '../../parts/useDocumentTitle';
import { Wall } from '../../parts/Wall';
import { keys } from '../../queries/keys';
import { usePerson } from '../../queries/usePerson';
import { hrefOf, routes } from '../../routes';
import { PersonLicenses } from './PersonLicenses';
import type { ProductActions } from './productActions';

const useStyles = makeStyles({
  page: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalM },
  header: { display: 'flex', alignItems: 'flex-start', gap: tokens.spacingHorizontalM },
  back: {
    flexShrink: 0,
    // Aligns the arrow with the page's edge.
    marginInlineStart: '-6px',
    '@media (pointer: coarse)': { minWidth: '44px', minHeight: '44px' },
  },
  who: { flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    // Gets the focus after navigation so that screen readers read it; it's no control.
    ':focus': { outline: 'none' },
  },
  facts: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

/** Props of the page. */
interface PersonPageProps {
  readonly personId: string;
  readonly onBack: () => void;
  readonly actions: ProductActions;
}

/** The page of one person: who it is, and every license with its ways. */
export function PersonPage({ personId, onBack, actions }: PersonPageProps): ReactNode {
  const { people: words, shell } = useMessages();
  const { data: person, error, refetch } = usePerson(personId);
  if (person) return <Person {...{ person, onBack, actions }} />;
  if (person === null)
    return (
      <Wall title={words.notFoundTitle} text={words.notFoundText}>
        <Button as="a" appearance="primary" href={hrefOf(routes.people)}>
          {words.searchPeople}
        </Button>
      </Wall>
    );
  return (
    <>
      <HiddenTitle title={shell.people} />
      {error ? <ErrorNotice error={error} onRetry={() => void refetch()} /> : <Loading />}
    </>
  );
}

interface PersonProps extends Omit<PersonPageProps, 'personId'> {
  readonly person: UserPrincipal;
}

function Person({ person, onBack, actions }: PersonProps): ReactNode {
  const styles = useStyles();
  const { people: words, shell } = useMessages();
  // The window's title is in the browser's history, so it doesn't name the person.
  useDocumentTitle(shell.people);
  return (
    <div className={styles.page}>
      <header className={styles.header}>
        <Button
          className={styles.back}
          appearance="subtle"
          icon={<ChevronLeftRegular />}
          aria-label={words.back}
          title={words.back}
          onClick={onBack}
        />
        <PrincipalAvatar principal={person} isLarge />
        <div className={styles.who}>
          <h1 className={styles.title} tabIndex={-1}>
            {person.displayName}
          </h1>
          <PersonFacts person={person} />
        </div>
        <Refresh of={[keys.person(person.id), keys.allHoldings, keys.audits(person.id)]} isIcon />
      </header>
      <PersonLicenses {...{ person, actions }} />
    </div>
  );
}

function PersonFacts({ person }: Pick<PersonProps, 'person'>): ReactNode {
  const styles = useStyles();
  const { people: words, product, format } = useMessages();
  const client = useQueryClient();
  const { jobTitle, department, address, isGuest, isBlocked, usageLocation } = person;
  const takeLocation = useCallback(
    (locations: ReadonlyMap<string, string>) =>
      client.setQueryData(keys.person(person.id), withUsageLocation(person, locations)),
    [client, person],
  );
  const work = [jobTitle, department].filter(Boolean).join(' · ');
  const account = [
    address,
    ...(isGuest ? [product.guest] : []),
    ...(isBlocked ? [product.blocked] : []),
    usageLocation === undefined
      ? words.noUsageLocation
      : words.usageLocation(countryName(usageLocation, format.locale)),
  ];
  return (
    <div className={styles.facts}>
      {work !== '' && <div>{work}</div>}
      <div>{account.join(' · ')}</div>
      {usageLocation === undefined && <MissingUsageLocations missing={[person]} onSet={takeLocation} />}
    </div>
  );
}
