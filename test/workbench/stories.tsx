// The big parts of the screen in their states, fed by the fakes of the component tests. A new state is one entry of a list.
import { useState } from 'react';
import type { ReactElement } from 'react';
import { AppError, type ErrorCode } from '../../src/base/appError';
import { defaultPool } from '../../src/licensing/pools';
import type { Holder } from '../../src/licensing/types';
import { AboutPage } from '../../src/ui/pages/about/AboutPage';
import { AssignPane } from '../../src/ui/pages/assign/AssignPane';
import { ConfigurePage } from '../../src/ui/pages/configure/ConfigurePage';
import { InstallDialog } from '../../src/ui/pages/install/InstallDialog';
import { JobsPage } from '../../src/ui/pages/jobs/JobsPage';
import { LicensesPage } from '../../src/ui/pages/licenses/LicensesPage';
import { startView } from '../../src/ui/pages/licenses/licensesView';
import { MyAppsPage } from '../../src/ui/pages/my-apps/MyAppsPage';
import { PersonFlyout } from '../../src/ui/pages/product/PersonFlyout';
import { ProductPage } from '../../src/ui/pages/product/ProductPage';
import { EmptyState } from '../../src/ui/parts/EmptyState';
import { ErrorNotice } from '../../src/ui/parts/ErrorNotice';
import { JobPanel } from '../../src/ui/parts/JobPanel/JobPanel';
import { Loading } from '../../src/ui/parts/Loading';
import { PrincipalPicker } from '../../src/ui/parts/PrincipalPicker/PrincipalPicker';
import { SeatsMeter } from '../../src/ui/parts/SeatsMeter';
import type { ProductTab } from '../../src/ui/routes';
import type { Services } from '../../src/ui/services';
import {
  fakeGroup,
  fakeHolder,
  fakeHolding,
  fakeLicensedGroup,
  fakePerson,
  fakeSeat,
  via,
} from '../ui/support/fakeHolders';
import { fakeJobs, fakePlan } from '../ui/support/fakeJobs';
import type { FakeJobs } from '../ui/support/fakeJobs';
import { fakeProduct } from '../ui/support/fakeProduct';
import {
  fakeCatalogue,
  fakeDirectory,
  fakeEntry,
  fakeLicensing,
  fakeMe,
  fakeOwned,
  fakeRef,
} from '../ui/support/fakeServices';

/** A part of the screen in one state. */
export interface Story {
  /** Name of the part; the workbench lists stories of the same part together. */
  readonly part: string;
  readonly state: string;
  /** Creates services and element, so that each visit begins in the same state. */
  readonly open: () => Promise<{ readonly element: ReactElement; readonly services?: Partial<Services> }>;
}

const never = (): Promise<never> => new Promise(() => undefined);
const ignore = (): void => undefined;
const people = Array.from({ length: 2_000 }, (_, index) => fakePerson(index + 1));
const holdersOf = (count: number): readonly Holder[] =>
  people
    .slice(0, count)
    .map((person, index) =>
      fakeHolder(person, index % 3 === 0 ? fakeSeat({ path: via(fakeGroup()) }) : fakeSeat()),
    );

const manyOwned = Array.from({ length: 40 }, (_, index) =>
  fakeOwned({
    skuId: `20000000-0000-4000-8000-${String(index + 1).padStart(12, '0')}`,
    partNumber: `PRODUCT_${index + 1}`,
    seats: { total: 100, assigned: (index * 13) % 101, available: 100 - ((index * 13) % 101) },
  }),
);
const namedEntries = manyOwned.map(({ key }, index) =>
  fakeEntry({
    id: `product-${index + 1}`,
    name: `Product ${index + 1}`,
    publisher: `Vendor ${index % 7}`,
    skuIds: [key.replace(/^sku:/, '')],
  }),
);

const catalogue = fakeCatalogue(
  fakeEntry({
    links: { manage: 'https://plover.example/buy' },
    installTarget: { kind: 'teams-app', teamsAppId: 'app' },
  }),
);

function Licenses() {
  const [view, setView] = useState(startView);
  return <LicensesPage view={view} onViewChange={setView} />;
}

function licenses(
  state: string,
  licensing: Parameters<typeof fakeLicensing>[0],
  entries = namedEntries,
): Story {
  return {
    part: 'LicensesPage',
    state,
    open: () =>
      Promise.resolve({
        element: <Licenses />,
        services: { licensing: fakeLicensing(licensing), catalogue: fakeCatalogue(...entries) },
      }),
  };
}

function Product({ startTab }: { readonly startTab: ProductTab }) {
  const [tab, setTab] = useState(startTab);
  return (
    <ProductPage
      productKey={fakeRef.product}
      tab={tab}
      onTabChange={setTab}
      onAssign={ignore}
      onInstall={ignore}
      onBack={ignore}
    />
  );
}

function product(
  state: string,
  licensing: Parameters<typeof fakeLicensing>[0],
  {
    tab = 'users',
    access,
  }: { readonly tab?: ProductTab; readonly access?: Parameters<typeof fakeMe>[0] } = {},
): Story {
  return {
    part: 'ProductPage',
    state,
    open: () =>
      Promise.resolve({
        element: <Product startTab={tab} />,
        services: {
          me: fakeMe(access),
          catalogue,
          licensing: fakeLicensing({ listProducts: () => Promise.resolve([fakeOwned()]), ...licensing }),
        },
      }),
  };
}

/** A job that `arrange` brings into a state. */
function job(state: string, arrange: (jobs: FakeJobs, id: string) => void, count = 12): Story {
  return {
    part: 'JobPanel',
    state,
    open: async () => {
      const jobs = fakeJobs({ outcomeOf: () => undefined });
      const id = await jobs.plan(fakePlan(count));
      arrange(jobs, id);
      return { element: <JobPanel jobId={id} />, services: { jobs, catalogue } };
    },
  };
}

const running = (jobs: FakeJobs, id: string): void => void jobs.start(id);

const element = (part: string, state: string, drawn: ReactElement, services?: Partial<Services>): Story => ({
  part,
  state,
  open: () => Promise.resolve({ element: drawn, ...(services ? { services } : {}) }),
});

const search: Partial<Services> = {
  directory: fakeDirectory({
    search: (text) =>
      Promise.resolve(people.filter(({ displayName }) => displayName.includes(text)).slice(0, 20)),
  }),
};

/** Lists every story, in the order of the list; `errorCodes` are those for which there is a message. */
export const toStories = (errorCodes: readonly ErrorCode[]): readonly Story[] => [
  licenses('40 products', { listProducts: () => Promise.resolve(manyOwned) }),
  licenses('products to classify', { listProducts: () => Promise.resolve(manyOwned.slice(0, 5)) }, []),
  licenses('no products', {}),
  licenses('loading', { listProducts: never }),
  licenses('forbidden', { listProducts: () => Promise.reject(new AppError('forbidden')) }),
  product('3 holders', {
    listHolders: () => Promise.resolve({ holders: holdersOf(3), total: 3, next: undefined }),
  }),
  product('2,000 holders', {
    listHolders: () => Promise.resolve({ holders: holdersOf(2_000), total: 2_000, next: undefined }),
  }),
  product('no holders', {}),
  product('holders loading', { listHolders: never }),
  product('issues', {
    listPeopleWithIssues: () =>
      Promise.resolve({
        people: [fakeHolder(fakePerson(1), fakeSeat({ state: 'error', issue: 'not-enough-licenses' }))],
        unreadGroups: [],
      }),
    listHolders: () => Promise.resolve({ holders: holdersOf(20), total: 20, next: undefined }),
  }),
  product('groups', { listGroups: () => Promise.resolve([fakeLicensedGroup()]) }, { tab: 'groups' }),
  product(
    'may only read',
    { listHolders: () => Promise.resolve({ holders: holdersOf(20), total: 20, next: undefined }) },
    { access: 'read' },
  ),
  element(
    'PersonFlyout',
    'one license',
    <PersonFlyout person={fakePerson(1)} product={fakeProduct()} onClose={ignore} />,
    {
      licensing: fakeLicensing({
        listProducts: () => Promise.resolve([fakeProduct().owned]),
        readHoldings: () =>
          Promise.resolve([fakeHolding(fakePerson(1), fakeSeat(defaultPool(fakeProduct().owned)))]),
      }),
    },
  ),
  element(
    'PersonFlyout',
    'loading',
    <PersonFlyout person={fakePerson(1)} product={fakeProduct()} onClose={ignore} />,
    {
      licensing: fakeLicensing({ listProducts: never }),
    },
  ),
  element('AssignPane', 'empty list', <AssignPane productKey={fakeRef.product} onClose={ignore} />, {
    ...search,
    catalogue,
    licensing: fakeLicensing({ listProducts: () => Promise.resolve([fakeOwned()]) }),
  }),
  element('AssignPane', 'no seat left', <AssignPane productKey={fakeRef.product} onClose={ignore} />, {
    ...search,
    catalogue,
    licensing: fakeLicensing({
      listProducts: () => Promise.resolve([fakeOwned({ seats: { total: 10, assigned: 10, available: 0 } })]),
    }),
  }),
  job('planned', ignore),
  job('running', (jobs, id) => {
    running(jobs, id);
    jobs.settle(id, { 0: { kind: 'done' }, 1: { kind: 'done' } });
    jobs.change(id, {}, { pace: { itemsPerMinute: 1_180, timeLeftInMs: 250_000 } });
  }),
  job('paused by the admin', (jobs, id) => {
    running(jobs, id);
    jobs.change(id, { status: 'paused', pause: { kind: 'asked' } });
  }),
  ...errorCodes.map((code) =>
    job(`stopped: ${code}`, (jobs, id) => {
      running(jobs, id);
      jobs.change(id, { status: 'paused', pause: { kind: 'stopped', code, goesOnByItself: false } });
    }),
  ),
  job('finished', (jobs, id) => {
    running(jobs, id);
    jobs.settle(
      id,
      Object.fromEntries(Array.from({ length: 12 }, (_, place) => [place, { kind: 'done' } as const])),
    );
  }),
  job('finished with failures', (jobs, id) => {
    running(jobs, id);
    jobs.settle(
      id,
      Object.fromEntries(
        Array.from({ length: 12 }, (_, place) => [
          place,
          place % 3 === 0
            ? ({ kind: 'failed', reason: 'no-licenses-available' } as const)
            : ({ kind: 'done' } as const),
        ]),
      ),
    );
  }),
  {
    part: 'JobsPage',
    state: 'two jobs',
    open: async () => {
      const jobs = fakeJobs();
      await jobs.start(await jobs.plan(fakePlan(2)));
      await jobs.start(await jobs.plan(fakePlan(3, { kind: 'remove' })));
      return { element: <JobsPage />, services: { jobs } };
    },
  },
  element('JobsPage', 'no jobs', <JobsPage />),
  element('MyAppsPage', 'one app', <MyAppsPage />, {
    me: fakeMe('own-apps'),
    catalogue,
    licensing: fakeLicensing({
      listProducts: () => Promise.resolve([fakeOwned()]),
      readOwnSeats: () => Promise.resolve([fakeSeat()]),
    }),
  }),
  element('MyAppsPage', 'no apps', <MyAppsPage />, { me: fakeMe('own-apps') }),
  element('AboutPage', 'nothing kept', <AboutPage />),
  element('ConfigurePage', 'settings of a tab', <ConfigurePage isAvailable onChoose={ignore} />, {
    catalogue,
    licensing: fakeLicensing({ listProducts: () => Promise.resolve([fakeOwned()]) }),
  }),
  element('InstallDialog', 'Teams app', <InstallDialog productKey={fakeRef.product} onClose={ignore} />, {
    catalogue,
    licensing: fakeLicensing({ listProducts: () => Promise.resolve([fakeOwned()]) }),
    planInstall: () => ({ kind: 'host-dialog', teamsAppId: 'app' }),
  }),
  element(
    'PrincipalPicker',
    'type "Person"',
    <PrincipalPicker products={[fakeProduct()]} chosenIds={new Set()} onChoose={ignore} />,
    search,
  ),
  element(
    'SeatsMeter',
    'free, few, none, too many, waiting',
    <>
      {[4, 9, 10, 12].map((assigned) => (
        <SeatsMeter key={assigned} seats={{ total: 10, assigned, available: 10 - assigned }} />
      ))}
      <SeatsMeter seats={{ total: 10, assigned: 13, available: -3 }} isLarge />
    </>,
  ),
  element('Loading', 'rows', <Loading />),
  element(
    'EmptyState',
    'title and text',
    <EmptyState title="No jobs yet" text="Jobs that you start are listed here." />,
  ),
  ...errorCodes.map((code) =>
    element('ErrorNotice', code, <ErrorNotice error={new AppError(code)} onRetry={ignore} />),
  ),
];
