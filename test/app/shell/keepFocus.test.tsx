import { act, render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useEffect, useState, type ReactNode } from 'react';
import { keepFocus } from '../../../src/app/shell/keepFocus';
import { stubMatchMedia } from '../../ui/support/stubMatchMedia';

const clock = { now: () => 0, monotonic: () => 0, wait: () => Promise.resolve() };
// Fluent's own finds nothing in a page without a layout.
const findFocusable = (within: HTMLElement) => [
  ...within.querySelectorAll<HTMLElement>('a, input, button, [tabindex="0"]'),
];

interface PageProps {
  /** Draws the page; the second argument is the button that was pressed once the first is true. */
  readonly draw: (isPressed: boolean, button: ReactNode) => ReactNode;
}

function Page({ draw }: PageProps) {
  const [isPressed, setIsPressed] = useState(false);
  useEffect(() => keepFocus(document, { clock, findFocusable }), []);
  return (
    <main tabIndex={-1}>
      <h1 tabIndex={-1}>Licenses</h1>
      {draw(isPressed, <button onClick={() => setIsPressed(true)}>Clear</button>)}
    </main>
  );
}

async function pressClear(draw: PageProps['draw'], ...media: readonly string[]) {
  stubMatchMedia(...media);
  render(<Page draw={draw} />);
  await userEvent.click(screen.getByRole('button', { name: 'Clear' }));
  await waitFor(() => expect(document.body).not.toHaveFocus());
}

test('the focus goes from a button that is gone to the list that takes its place', async () => {
  await pressClear((isPressed, button) => (
    <>
      <input aria-label="Search" />
      {isPressed && <a href="#first">First product</a>}
      {!isPressed && <div>Nothing found. {button}</div>}
      <a href="#other">Other products</a>
    </>
  ));
  expect(screen.getByRole('link', { name: 'First product' })).toHaveFocus();
});

test('the focus goes from a banner to the first control below it', async () => {
  await pressClear((isPressed, button) => (
    <>
      <a href="#back">Back</a>
      <section>
        {!isPressed && <div>A list was not finished. {button}</div>}
        <p>A list</p>
        <input aria-label="Search" />
      </section>
    </>
  ));
  expect(screen.getByRole('textbox')).toHaveFocus();
});

test('in a dialog the focus stays in the dialog', async () => {
  await pressClear((isPressed, button) => (
    <>
      <div role="alertdialog">
        <a href="#cancel">Cancel</a>
        {!isPressed && button}
      </div>
      <a href="#behind">Behind</a>
    </>
  ));
  expect(screen.getByRole('link', { name: 'Cancel' })).toHaveFocus();
});

test('on a touch screen no field takes the focus, which would open the keyboard', async () => {
  await pressClear(
    (isPressed, button) => (
      <>
        {!isPressed && <div>{button}</div>}
        <input aria-label="Search" />
        <a href="#other">Other products</a>
      </>
    ),
    'pointer: coarse',
  );
  expect(screen.getByRole('link')).toHaveFocus();
});

test('where nothing is left the heading of the page has the focus', async () => {
  await pressClear((isPressed, button) => !isPressed && button);
  expect(screen.getByRole('heading', { level: 1 })).toHaveFocus();
});

test('a focus that the page moves itself stays there', async () => {
  await pressClear((isPressed, button) => (
    <>
      {!isPressed && button}
      <a href="#first">First</a>
      {isPressed && <button ref={(result) => result?.focus()}>Result</button>}
    </>
  ));
  expect(screen.getByRole('button', { name: 'Result' })).toHaveFocus();
});

test('a focus that a click took away stays away when its element goes later', async () => {
  const page = (row: ReactNode) => (
    <Page
      draw={() => (
        <>
          {row}
          <a href="#last">Last</a>
        </>
      )}
    />
  );
  const { rerender } = render(page(<button>Row</button>));
  await userEvent.click(screen.getByRole('button', { name: 'Row' }));
  await userEvent.click(document.body);
  rerender(page(undefined));
  await act(() => new Promise((resolve) => queueMicrotask(() => resolve(undefined))));
  await act(() => Promise.resolve());
  expect(document.body).toHaveFocus();
});
