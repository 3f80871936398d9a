import type { PreflightLine } from '../../../../../src/licensing/preflight/preflight';
import { loadMessages } from '../../../../../src/ui/messages/loadMessages';
import { seatMarks } from '../../../../../src/ui/pages/assign/list/seatMarks';
import { fakePerson } from '../../../support/fakeHolders';

const line = (number: number, ...products: readonly string[]): PreflightLine => ({
  principal: fakePerson(number),
  findings: products.length > 0 ? [{ kind: 'no-seat-left', products }] : [{ kind: 'gets-seat' }],
  result: 'stop',
});

test('each product is marked where its seats run out, and not again', async () => {
  const messages = await loadMessages('en');
  const lines = [line(1), line(2, 'B'), line(3, 'B'), line(4, 'B', 'A')];
  expect([...seatMarks(lines, messages)]).toEqual([
    [lines[1], 'No seats of B left from here on'],
    [lines[3], 'No seats of A left from here on'],
  ]);
});

test('one product needs no name, and one line no mark', async () => {
  const messages = await loadMessages('en');
  const short: PreflightLine = { ...line(1), findings: [{ kind: 'no-seat-left' }] };
  const other: PreflightLine = { ...short };
  expect([...seatMarks([line(2), short, other], messages)]).toEqual([[short, 'No seats left from here on']]);
  expect(seatMarks([short], messages).size).toBe(0);
});
