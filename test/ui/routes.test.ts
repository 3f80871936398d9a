import { parseProductKey } from '../../src/licensing/keys';
import {
  formatQuery,
  jobsCodec,
  myAppsCodec,
  pageCodec,
  parseQuery,
  parseSegments,
  productCodec,
  type Query,
  type RouteCodec,
} from '../../src/ui/routes';

function roundTrip<Params extends object>(codec: RouteCodec<Params>, params: Params): Params | undefined {
  return codec.parse(parseSegments(codec.format(params)));
}

const keys = [
  'sku:0a11ce00-0000-4000-8000-000000000006',
  'catalogue:x/y',
  'catalogue:ä ö&=+',
  'catalogue:100%',
].map(parseProductKey);
const views = ['users', 'groups', 'about', 'assign', 'install'] as const;

test.each(keys.flatMap((productKey) => views.map((view) => ({ productKey, view }))))(
  'the route of product $productKey with $view is read back',
  (params) => expect(roundTrip(productCodec, params)).toEqual(params),
);

test.each([undefined, ...keys])('the route of My apps with %p installing is read back', (installing) =>
  expect(roundTrip(myAppsCodec, { installing })).toEqual({ installing }),
);

test.each([undefined, 'j 1', '0190-a/b'])('the route of job %p is read back', (jobId) =>
  expect(roundTrip(jobsCodec, { jobId })).toEqual({ jobId }),
);

test.each(['', 'licenses', 'about'])('the route of page %p is read back', (name) =>
  expect(roundTrip(pageCodec(name), {})).toEqual({}),
);

test.each<Query>([
  {},
  { filter: 'issues.direct' },
  { sort: 'name.desc', groups: 'members', filter: 'a b&c=d' },
  { group: '20000000-0000-4000-8000-000000000002', product: 'p1' },
])('the query %p is read back', (query) =>
  expect(parseQuery(`/licenses${formatQuery(query)}`)).toEqual(query),
);
