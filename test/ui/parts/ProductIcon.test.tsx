import { render } from '@testing-library/react';
import { ProductIcon } from '../../../src/ui/parts/ProductIcon';

function tile(name: string, publisher?: string) {
  const { container } = render(<ProductIcon name={name} publisher={publisher} />);
  const { textContent, className } = container.firstElementChild ?? document.body;
  return { letters: textContent, className };
}

test.each([
  ['Tindlewick Learn', 'TL'],
  ['Tindlewick Canvas', 'TC'],
  ['årsbok', 'År'],
  ['Rota (25 seats)', 'R2'],
  ['X', 'X'],
  ['…', '?'],
])('the letters of %s are %s', (name, letters) => {
  expect(tile(name).letters).toBe(letters);
});

test('products of one publisher share a color, and those of others have another', () => {
  const learn = tile('Tindlewick Learn', 'Tindlewick');
  expect(tile('Tindlewick Canvas', 'Tindlewick').className).toBe(learn.className);
  const publishers = ['Oskavaro', 'Quorvexa', 'Snorrifax', 'Tindlewick', 'Wexlund', 'Fernwick'];
  const colors = publishers.map((publisher) => tile('Notes', publisher).className);
  expect(new Set(colors).size).toBeGreaterThan(3);
});
