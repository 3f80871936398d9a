import { consoleSink } from '../../../src/app/bootstrap/consoleSink';

test('what reaches the console is redacted too', () => {
  const warn = jest.spyOn(console, 'warn').mockImplementation(() => undefined);
  const fields = { code: 'Ada Lovelace', path: '/users/ada@tenant.example', status: 404 };
  consoleSink({ at: 0, level: 'warn', area: 'graph', event: 'call-failed', fields });
  expect(warn.mock.calls).toEqual([
    ['graph: call-failed', { code: 'redacted', path: '/users/{id}', status: 404 }],
  ]);
  warn.mockRestore();
});
