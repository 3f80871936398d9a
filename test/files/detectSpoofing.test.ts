// cspell:disable -- names that look alike, and their parts
import { detectSpoofing } from '../../src/files/detectSpoofing';

test.each([
  'anna@contoso.com',
  'Åsa Öberg',
  'Анна Lind',
  'Ελένη Παπαδοπούλου',
  '田中 Ichiro',
  'Jean‐Luc O’Neil',
  'ＡＢＣ会社',
])('%s is what it seems', (text) => {
  expect(detectSpoofing(text)).toBeUndefined();
});

test.each([
  ['аnna@contoso.com', 'a Cyrillic letter in an address', 'mixed-scripts'],
  ['иван@contoso.com', 'an address over two scripts', 'mixed-scripts'],
  ['ａnna@contoso.com', 'a full-width letter in an address', 'mixed-scripts'],
  ['Аnna Lind', 'a Cyrillic letter in a name', 'mixed-scripts'],
  ['Οlof', 'a Greek letter in a name', 'mixed-scripts'],
  ['an\u200Bna@contoso.com', 'a blank of no width', 'invisible-characters'],
  ['\uFEFFanna@contoso.com', 'a byte order mark', 'invisible-characters'],
  ['an\u00ADna@contoso.com', 'a soft hyphen', 'invisible-characters'],
  ['anna\u0000@contoso.com', 'a NUL', 'invisible-characters'],
  ['anna\u202Emoc.osotnoc@', 'a turn of direction', 'direction-marks'],
  ['anna@contoso.com\u200F', 'a mark at the end', 'direction-marks'],
])('%j is flagged: %s', (text, _why, suspicion) => {
  expect(detectSpoofing(text)).toBe(suspicion);
});
