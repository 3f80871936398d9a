// cspell:ignore Csilent
import { readChoices, writeChoices } from '../../../src/sandbox/host-page/choices';

test('an address without a query means an administrator in Teams on the web, in English', () => {
  expect(readChoices('')).toEqual({
    person: 'global-admin',
    theme: 'default',
    language: 'en-us',
    host: 'teams-web',
    users: undefined,
    faults: [],
    subPageId: '',
    view: 'content',
  });
  expect(writeChoices(readChoices(''))).toBe('');
});

test('what is written is read back', () => {
  const search =
    '?person=member&theme=dark&lang=sv-se&host=outlook-web&users=200&faults=graph-slow%2Csilent-host&sub=product%2F1&view=configure';
  expect(writeChoices(readChoices(search))).toBe(search);
});

test('values that do not exist become the defaults', () => {
  const choices = readChoices('?theme=pink&lang=xx&host=toString&users=-3&faults=none,graph-slow&view=x');
  expect(choices).toEqual({ ...readChoices(''), faults: ['graph-slow'] });
});
