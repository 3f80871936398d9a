// What checking a pasted list costs before anything is sent: calls of the service as a function of people, and time. The
// service and the app share this process; 300 ms of each request are virtual, the work on the list is not.
import { describeProducts } from '../../src/licensing/catalogue/describeProducts';
import { isAssignable } from '../../src/licensing/isAssignable';
import type { LicensingAdapter } from '../../src/licensing/licensingAdapter';
import { refOf } from '../licensing/support/samples';
import { matchRequests } from '../../src/directory/matching/matchRequests';
import type { MatchEntry } from '../../src/directory/types';
import { runPreflight } from '../../src/licensing/preflight/runPreflight';
import { preflightCost } from '../../src/licensing/preflight/preflightCost';
import type { AssignableProduct } from '../../src/licensing/product';
import { choosePeople, grantLicenses, product } from '../faults/environment/people';
import { openEnvironment } from '../faults/environment/openEnvironment';
import { usersFor } from './engine/contest';
import { printTable, seconds } from './engine/table';

const sizes = [1_000, 10_000, 100_000];

/** The one product that the list is previewed for. */
async function productOf(licensing: LicensingAdapter): Promise<AssignableProduct> {
  const catalogue = { entries: [], linkHosts: new Set<string>() };
  const products = describeProducts(await licensing.listProducts(), catalogue, {}, 0);
  const found = products.filter(isAssignable).find(({ key }) => key === refOf(product).product);
  if (!found) throw new Error('the tenant does not own the product of the benchmark');
  return found;
}

async function measure(people: number, isHeld: boolean): Promise<readonly string[]> {
  const users = usersFor(people);
  const environment = openEnvironment({ seed: 1, users });
  const { tenant, network, clock, random } = environment;
  const { directory, licensing } = environment.browser.openPage();
  const chosen = choosePeople(tenant, people, random);
  if (isHeld) grantLicenses(tenant, chosen.slice(people / 2), product);
  const entries = chosen.map(({ userPrincipalName }): MatchEntry => ({
    text: userPrincipalName,
    kind: 'address',
  }));
  const holders = tenant.users.filter(({ licenses }) =>
    licenses.some(({ skuId }) => skuId === product),
  ).length;
  const calls = (): number => network.exchanges.reduce((sum, exchange) => sum + exchange.calls.length, 0);

  return clock.run(
    (async () => {
      const asked = await productOf(licensing);
      const before = { calls: calls(), at: clock.monotonic(), exchanges: network.exchanges.length };
      const principals = (await directory.match(entries)).flatMap((match) =>
        match.kind === 'matched' ? [match.principal] : [],
      );
      const matched = { calls: calls(), at: clock.monotonic() };
      const holdings = await licensing.readHoldings(principals, {
        products: [asked.key],
        isBulk: people >= 200,
      });
      const checked = { calls: calls(), at: clock.monotonic() };
      const usedBefore = process.cpuUsage();
      const { lines } = runPreflight({
        products: [asked],
        principals,
        holdings,
        groups: new Map(),
        tenant: [],
        access: 'assign-to-all',
        canLicenseRoleAssignableGroups: false,
      });
      const { user, system } = process.cpuUsage(usedBefore);
      const checkedInMs = (user + system) / 1_000;
      if (lines.length !== people) throw new Error(`${lines.length} of ${people} people were checked`);
      return [
        people.toLocaleString('en'),
        users.toLocaleString('en'),
        holders.toLocaleString('en'),
        String(matched.calls - before.calls),
        String(matchRequests(entries, users, tenant.groups.length)),
        seconds(matched.at - before.at),
        String(checked.calls - matched.calls),
        String(preflightCost(people, [holders]).reads),
        seconds(checked.at - matched.at),
        String(network.exchanges.length - before.exchanges),
        checkedInMs.toFixed(0),
      ];
    })(),
  );
}

async function main(): Promise<void> {
  const rows: (readonly string[])[] = [];
  for (const isHeld of [false, true]) for (const people of sizes) rows.push(await measure(people, isHeld));
  console.log(
    '\npre-flight of a pasted list of addresses; first nobody, then half of them holds the product',
  );
  printTable(
    [
      'people',
      'users',
      'holders',
      'match calls',
      'foretold',
      's',
      'holdings calls',
      'foretold',
      's',
      'requests',
      'judging, ms of processor',
    ],
    rows,
  );
}

void main();
