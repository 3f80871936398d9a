// cspell:ignore spznk rkoc
import {
  idInKey,
  parsePoolKey,
  parseProductKey,
  poolSpaces,
  productSpaces,
  toPoolKey,
  toProductKey,
} from '../../src/licensing/keys';
import { guid } from './support/samples';

test('a key gives back the id that it was made from, in its own namespace alone', () => {
  const key = toProductKey('offer', 'G2ALO6SPZNK7:0001');
  expect(idInKey(key, 'offer')).toBe('G2ALO6SPZNK7:0001');
  expect(idInKey(key, 'off')).toBeUndefined();
  expect(idInKey(key, productSpaces.sku)).toBeUndefined();
});

test('SKU ids of before products had keys become keys, whatever their case', () => {
  const old = 'ABCDEF00-0000-4000-8000-000000000009';
  expect(parseProductKey(old)).toBe(toProductKey(productSpaces.sku, old.toLowerCase()));
  expect(parseProductKey(`sku:${old}`)).toBe(toProductKey(productSpaces.sku, old.toLowerCase()));
  expect(parsePoolKey(old)).toBe(toPoolKey(poolSpaces.directory, old.toLowerCase()));
});

test('keys are read as they were written', () => {
  for (const key of [toProductKey(productSpaces.sku, guid(1)), 'catalogue:tern-board', 'offer:A:1'])
    expect(parseProductKey(key)).toBe(key);
  expect(parsePoolKey('allotment:rkoc')).toBe('allotment:rkoc');
});
