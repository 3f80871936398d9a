import type { PreflightLine } from '../../../src/licensing/preflight/preflight';
import { isMethodReady, evaluateGroupOffer } from '../../../src/license-jobs/assign/assignmentMethod';
import { fakeGroup, fakePerson } from '../../ui/support/fakeHolders';

const sent = (count: number): PreflightLine[] =>
  Array.from({ length: count }, (_, index) => ({
    principal: fakePerson(index),
    findings: [],
    result: 'send',
  }));
const skipped: PreflightLine = { principal: fakePerson(0), findings: [], result: 'skip' };

test('a group is offered from 500 people on who would be sent', () => {
  expect(evaluateGroupOffer([...sent(499), skipped], 1)).toBe('none');
  expect(evaluateGroupOffer(sent(500), 1)).toBe('offered');
});

test('a group in the list keeps the list from going through a group', () => {
  const group: PreflightLine = { principal: fakeGroup(), findings: [], result: 'send' };
  expect(evaluateGroupOffer([...sent(500), group], 1)).toBe('groups-in-list');
  expect(evaluateGroupOffer([...sent(500), { ...group, result: 'skip' }], 1)).toBe('offered');
});

test('several products are not given through a group', () => {
  expect(evaluateGroupOffer(sent(500), 2)).toBe('several-products');
  expect(evaluateGroupOffer(sent(499), 2)).toBe('none');
});

test('a group needs a name, or has to be one that can be used', () => {
  expect(isMethodReady({ kind: 'direct' })).toBe(true);
  expect(isMethodReady({ kind: 'new-group', name: '  ' })).toBe(false);
  expect(isMethodReady({ kind: 'new-group', name: 'Plover' })).toBe(true);
  expect(isMethodReady({ kind: 'existing-group', group: undefined })).toBe(false);
  expect(isMethodReady({ kind: 'existing-group', group: fakeGroup() })).toBe(true);
  expect(isMethodReady({ kind: 'existing-group', group: fakeGroup({ groupKind: 'dynamic' }) })).toBe(false);
});
