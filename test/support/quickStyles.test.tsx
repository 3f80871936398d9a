import { screen } from '@testing-library/react';

const sheet = document.head.appendChild(document.createElement('style')).sheet as CSSStyleSheet;
const insert = (...rules: readonly string[]): void =>
  rules.forEach((rule) => sheet.insertRule(rule, sheet.cssRules.length));

/** Shows HTML and returns the computed style of the element with `data-testid="it"`. */
function styleOf(html: string): CSSStyleDeclaration {
  document.body.innerHTML = html;
  return getComputedStyle(screen.getByTestId('it'));
}

beforeEach(() => {
  while (sheet.cssRules.length > 0) sheet.deleteRule(0);
});

test.each([
  ['a class', '.it { display: grid }'],
  ['a class among others', '.first.it:not(.other, [data-a=","]) { display: grid }'],
  ['one selector of a list', 'nav, .other, .it { display: grid }'],
  ['a parent', '[data-a="x, y"] > .it { display: grid }'],
  ['a tag', 'p { display: grid }'],
  ['an attribute alone', '[data-testid="it"] { display: grid }'],
  ['a class in brackets alone', ':is(.other, .it) { display: grid }'],
  ['a medium', '@media screen { .it { display: grid } }'],
])('%s that a rule asks for gives an element its style', (_name, rule) => {
  insert(rule);
  const style = styleOf('<div data-a="x, y"><p class="first it" data-testid="it"></p></div>');
  expect(style.display).toBe('grid');
});

test.each(['.other', '.it .it', '.it:hover', 'nav', '.it:not(.first)', '@media print { .it', '.it::after'])(
  '%s gives it none',
  (selector) => {
    insert(`${selector} { display: grid }${selector.includes('{') ? ' }' : ''}`);
    expect(styleOf('<p class="first it" data-testid="it"></p>').display).toBe('block');
  },
);

test('the last rule wins, and the style attribute wins over all', () => {
  insert('.a { display: grid; color: red }', '.b { display: flex }', 'p { color: blue }');
  const style = styleOf('<p class="b a" style="color: green" data-testid="it"></p>');
  expect(style.display).toBe('flex');
  expect(style.getPropertyValue('color')).toBe('rgb(0, 128, 0)');
});

test('rules that are inserted between and before others take their place', () => {
  insert('.a { display: grid }', '.a { display: flex }');
  expect(styleOf('<p class="a" data-testid="it"></p>').display).toBe('flex');
  sheet.insertRule('.a { display: none }', 1);
  expect(styleOf('<p class="a" data-testid="it"></p>').display).toBe('flex');
  sheet.deleteRule(2);
  expect(styleOf('<p class="a" data-testid="it"></p>').display).toBe('none');
});

test('a changed class changes the style', () => {
  insert('.a { visibility: hidden; overflow-y: auto }');
  styleOf('<div class="a"><p data-testid="it"></p></div>');
  const it = screen.getByTestId('it');
  expect(getComputedStyle(it)).toMatchObject({ visibility: 'hidden', overflowY: '' });
  it.className = 'a';
  it.parentElement?.removeAttribute('class');
  expect(getComputedStyle(it)).toMatchObject({ visibility: 'hidden', overflowY: 'auto' });
  it.removeAttribute('class');
  expect(getComputedStyle(it).visibility).toBe('visible');
});

test('pointer events and visibility are inherited, and other properties are not', () => {
  insert('.a { pointer-events: none; visibility: collapse; display: grid; border: 1px solid red }');
  const style = styleOf('<div class="a"><span><i data-testid="it"></i></span></div>');
  expect(style.pointerEvents).toBe('none');
  expect(style.visibility).toBe('collapse');
  expect(style.getPropertyValue('border-top-width')).toBe('');
  expect(style.display).not.toBe('grid');
});

test('an element meets none of the rules that ask for a class it does not have', () => {
  insert(...Array.from({ length: 500 }, (_, i) => `.other-${i}:not(.not) { display: none }`));
  const reads = jest.spyOn(Element.prototype, 'getAttribute');
  expect(styleOf('<p class="a" data-testid="it"></p>').display).toBe('block');
  expect(reads.mock.calls.length).toBeLessThan(50);
});
