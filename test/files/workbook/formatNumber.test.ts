import { compileNumberFormat } from '../../../src/files/workbook/formatNumber';

const show = (code: string, value: number): string => compileNumberFormat(170, code)(value, false);
const showBuiltIn = (id: number, value: number, isFrom1904 = false): string =>
  compileNumberFormat(id, undefined)(value, isFrom1904);

test.each([
  ['00000', 123, '00123'],
  ['00000', 1234567, '1234567'],
  ['000-00-0000', 12345678, '012-34-5678'],
  ['"E"00000', 42, 'E00042'],
  [String.raw`\E00000`, 42, 'E00042'],
  ['#,##0', 1234567, '1234567'],
  ['0.00', 12.5, '12.50'],
  ['0.0#', 12.5, '12.5'],
  ['#.##', 0.25, '.25'],
  ['??0', 7, '  7'],
  ['0%', 0.25, '25%'],
  ['@', 123456789012, '123456789012'],
  ['General', 123456789012, '123456789012'],
  ['0.00E+00', 123456789012, '123456789012'],
  ['# ?/?', 0.5, '0.5'],
  ['[>100]"many";0', 120, '120'],
  ['0;(0);"none"', -5, '(5)'],
  ['0;(0);"none"', 0, 'none'],
  ['0', -5, '-5'],
  ['[Red]0;[Red]-0', -5, '-5'],
  ['[$€-407] 0', 5, '€ 5'],
  ['_-* 0_-', 5, '5'],
  [';;;', 5, '5'],
  ['0', 123456789012345680, '123456789012346000'],
])('%s shows %d as %s', (code, value, shown) => {
  expect(show(code, value)).toBe(shown);
});

test.each([
  [0, 0.1 + 0.2, '0.3'],
  [0, -0, '0'],
  [3, 1234, '1234'],
  [49, 12, '12'],
  [11, 123456789012, '123456789012'],
])('without a code, format %d shows %d as %s', (id, value, shown) => {
  expect(showBuiltIn(id, value)).toBe(shown);
});

// 46082 is 2026-03-01 in workbooks that count from 1900.
test.each([
  ['dd/mm/yyyy', 46082, '01/03/2026'],
  ['m/d/yy', 46082, '3/1/26'],
  ['d mmmm yyyy', 46082, '1 March 2026'],
  ['ddd d mmm', 46082, 'Sun 1 Mar'],
  ['[$-41D]yyyy-mm-dd', 46082, '2026-03-01'],
  ['dddd, mmmm dd', 46082, 'Sunday, March 01'],
  ['mmmmm', 46082, 'M'],
  ['h:mm AM/PM', 0.75, '6:00 PM'],
  ['h:mm:ss a/p', 0, '12:00:00 A'],
  ['mm:ss.00', 1.5 / 86_400, '00:01.50'],
  ['hh:mm', 46082.5, '12:00'],
  ['[h]:mm', 1.5, '36:00'],
  ['yyyy-mm-dd', 1, '1900-01-01'],
  ['yyyy-mm-dd', 61, '1900-03-01'],
  ['yyyy-mm-dd', 46081.999999999, '2026-03-01'],
  ['yyyy-mm-dd', 3_000_000, '3000000'],
])('%s shows the day %d as %s', (code, value, shown) => {
  expect(show(code, value)).toBe(shown);
});

test('dates that follow the language of the system are ISO dates, and workbooks may count from 1904', () => {
  expect(showBuiltIn(14, 46082)).toBe('2026-03-01');
  expect(showBuiltIn(22, 46082.25)).toBe('2026-03-01 6:00');
  expect(showBuiltIn(31, 46082)).toBe('2026-03-01');
  expect(showBuiltIn(14, 44620, true)).toBe('2026-03-01');
});
