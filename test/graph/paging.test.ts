import * as v from 'valibot';
import type { GraphRequest } from '../../src/graph/types';
import type { HttpRequest } from '../../src/http/types';
import { answer } from '../http/answers';
import { setup } from './setup';

const item = v.object({ id: v.string() });
const users: GraphRequest = { path: '/users', query: { top: 2 }, scopes: ['User.Read.All'] };
const publicGraph = 'https://graph.microsoft.com';

function page(ids: readonly string[], next?: string, total?: number) {
  return answer(200, {
    value: ids.map((id) => ({ id })),
    ...(next === undefined ? {} : { '@odata.nextLink': next }),
    ...(total === undefined ? {} : { '@odata.count': total }),
  });
}

const tokenOf = ({ url }: HttpRequest): string | null => new URL(url).searchParams.get('$skiptoken');

test('a first page gives items, total and the way on', async () => {
  const { graph } = setup(() => page(['a'], `${publicGraph}/v1.0/users?$skiptoken=2`, 7));
  const first = await graph.firstPage({ ...users, isEventual: true }, item);
  expect(first).toMatchObject({ items: [{ id: 'a' }], total: 7, next: { isEventual: true } });
});

test('a last page has no way on and no total', async () => {
  const { graph } = setup(() => page(['a']));
  await expect(graph.firstPage(users, item)).resolves.toEqual({
    items: [{ id: 'a' }],
    total: undefined,
    next: undefined,
  });
});

test('a next link is asked with all that it carries, with ConsistencyLevel and scopes again', async () => {
  const link = `${publicGraph}/v1.0/users?$count=true&$select=id&$filter=a%20eq%20'b%26c'&$skiptoken=RFNw%3D%3D=(x)&odd`;
  const { graph, sent } = setup(({ url }) => (url.includes('skiptoken') ? page(['b']) : page(['a'], link)));
  const first = await graph.firstPage({ ...users, isEventual: true }, item);
  expect(first.next).toBeDefined();
  if (first.next) await graph.nextPage(first.next, item);
  const parts = (url = '') => new URL(url).search.slice(1).split('&').sort();
  expect(parts(sent[1]?.url)).toEqual(parts(link));
  expect(new URL(sent[1]?.url ?? '').pathname).toBe('/v1.0/users');
  expect(sent[1]).toMatchObject({ headers: { consistencylevel: 'eventual' }, scopes: ['User.Read.All'] });
});

test('links of the public Graph and of the own address are asked of the own address, plain http too', async () => {
  const local = 'http://graph.localhost:5302';
  for (const origin of [publicGraph, local]) {
    const { graph, sent } = setup(
      (sentOne) => (tokenOf(sentOne) ? page(['b']) : page(['a'], `${origin}/v1.0/users?$skiptoken=2`)),
      local,
    );
    await expect(graph.allPages(users, item)).resolves.toEqual([{ id: 'a' }, { id: 'b' }]);
    expect(sent[1]?.url).toBe(`${local}/v1.0/users?$skiptoken=2`);
  }
});

test.each([
  'https://evil.example/v1.0/users?$skiptoken=2',
  'https://graph.microsoft.com.evil.example/v1.0/users',
  'https://graph.microsoft.com@evil.example/v1.0/users',
  'http://graph.microsoft.com/v1.0/users',
  'https://graph.microsoft.com/beta/users',
  '/v1.0/users?$skiptoken=2',
  '',
])('a next link to %p is never followed', async (link) => {
  const { graph, sent } = setup(() => page(['a'], link));
  await expect(graph.allPages(users, item)).rejects.toMatchObject({ code: 'unexpected-answer' });
  expect(sent).toHaveLength(1);
});

test('items that the service repeats are listed once, and those without an id are all kept', async () => {
  const { graph } = setup((sentOne) =>
    tokenOf(sentOne) ? page(['b', 'c']) : page(['a', 'b'], `${publicGraph}/v1.0/users?$skiptoken=1`),
  );
  await expect(graph.allPages(users, item)).resolves.toEqual(['a', 'b', 'c'].map((id) => ({ id })));
  const named = setup(() => answer(200, { value: [{ name: 'x' }, { name: 'x' }] }));
  const names = await named.graph.allPages(users, v.object({ name: v.string() }));
  expect(names).toHaveLength(2);
});

test('a page that fails is asked for again, and the pages before it are not', async () => {
  let failures = 2;
  const { graph, sent } = setup((sentOne) => {
    const token = Number(tokenOf(sentOne) ?? 0);
    if (token === 57 && failures > 0) {
      failures -= 1;
      return answer(504);
    }
    return page([`p${token}`], token < 100 ? `${publicGraph}/v1.0/users?$skiptoken=${token + 1}` : undefined);
  });
  await expect(graph.allPages(users, item)).resolves.toHaveLength(101);
  expect(sent).toHaveLength(103);
});

test.each([400, 410])('a link that has expired (%d) makes the reading begin anew', async (status) => {
  let expiries = 1;
  const { graph, sent } = setup((sentOne) => {
    if (!tokenOf(sentOne)) return page(['a', 'b'], `${publicGraph}/v1.0/users?$skiptoken=1`);
    if (expiries === 0) return page(['c']);
    expiries -= 1;
    return answer(status, { error: { code: 'Directory_ExpiredPageToken', message: 'expired' } });
  });
  await expect(graph.allPages(users, item)).resolves.toEqual(['a', 'b', 'c'].map((id) => ({ id })));
  expect(sent).toHaveLength(4);
});

test('links that expire for ever end in the refusal, after two new beginnings', async () => {
  const { graph, sent } = setup((sentOne) =>
    tokenOf(sentOne) ? answer(400) : page(['a'], `${publicGraph}/v1.0/users?$skiptoken=1`),
  );
  await expect(graph.allPages(users, item)).rejects.toMatchObject({ code: 'bad-request' });
  expect(sent).toHaveLength(6);
});

test('a first page that is refused is refused', async () => {
  const { graph, sent } = setup(() => answer(400));
  await expect(graph.allPages(users, item)).rejects.toMatchObject({ code: 'bad-request' });
  expect(sent).toHaveLength(1);
});

test('pages after the first are of the same priority', async () => {
  const { graph, sent } = setup((sentOne) =>
    tokenOf(sentOne) ? page(['b']) : page(['a'], `${publicGraph}/v1.0/users?$skiptoken=1`),
  );
  await graph.allPages({ ...users, priority: 'bulk' }, item);
  expect(sent.map(({ headers }) => headers['x-ms-throttle-priority'])).toEqual(['Normal', 'Normal']);
});

test('all pages are read in order, empty ones in between too', async () => {
  const pages = [['a', 'b'], [], ['c'], [], ['d']];
  const { graph, sent } = setup((sentOne) => {
    const index = Number(tokenOf(sentOne) ?? 0);
    const isLast = index === pages.length - 1;
    return page(pages[index] ?? [], isLast ? undefined : `${publicGraph}/v1.0/users?$skiptoken=${index + 1}`);
  });
  await expect(graph.allPages(users, item)).resolves.toEqual(['a', 'b', 'c', 'd'].map((id) => ({ id })));
  expect(sent).toHaveLength(5);
});

test('pages that lead in a circle end in an error, not in an endless row', async () => {
  const { graph, sent } = setup((sentOne) =>
    page(['a'], `${publicGraph}/v1.0/users?$skiptoken=${tokenOf(sentOne) === '1' ? '2' : '1'}`),
  );
  await expect(graph.allPages(users, item)).rejects.toMatchObject({ code: 'unexpected-answer' });
  expect(sent.length).toBeLessThan(5);
});

test('all pages stop at the first page that fails', async () => {
  const { graph } = setup((sentOne) =>
    tokenOf(sentOne) ? answer(403) : page(['a'], `${publicGraph}/v1.0/users?$skiptoken=1`),
  );
  await expect(graph.allPages(users, item)).rejects.toMatchObject({ code: 'forbidden' });
});
