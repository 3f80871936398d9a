import { act, fireEvent, render, renderHook, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useRef, useState } from 'react';
import { guardInput } from '../../../src/app/shell/guardInput';
import { useFileDrop } from '../../../src/ui/parts/list-import/useFileDrop';
import { manualClock } from '../../base/manualClock';

const clock = manualClock();
let stop: () => void;
beforeEach(() => {
  stop = guardInput(window, clock);
});
afterEach(() => stop());

/** Rows whose buttons remove them and give the focus to the next one, as lists do. */
function Rows({ names }: { readonly names: readonly string[] }) {
  const [left, setLeft] = useState(names);
  const list = useRef<HTMLUListElement>(null);
  return (
    <ul ref={list}>
      {left.map((name, index) => (
        <li key={name}>
          <button
            onClick={() => {
              setLeft(left.filter((other) => other !== name));
              list.current?.querySelectorAll('button')[index + 1]?.focus();
            }}
          >
            {name}
          </button>
        </li>
      ))}
    </ul>
  );
}

const left = () => screen.getAllByRole('button').map(({ textContent }) => textContent);

test('one press of Enter or Space has one effect, though the focus moves to the next button while it is down', async () => {
  const user = userEvent.setup();
  render(<Rows names={['a', 'b', 'c', 'd']} />);
  act(() => screen.getByText('a').focus());
  await user.keyboard('{Enter>3/}');
  expect(left()).toEqual(['b', 'c', 'd']);
  await user.keyboard('{Enter}');
  expect(left()).toEqual(['c', 'd']);
  await user.keyboard(' ');
  expect(left()).toEqual(['d']);
});

test('the rest of a key that moved the focus on its way down does not reach the button that has it', () => {
  const onClick = jest.fn();
  const { container } = render(
    <>
      <input aria-label="field" onKeyDown={() => container.querySelector('button')?.focus()} />
      <button onKeyPress={onClick} onKeyUp={onClick}>
        next
      </button>
    </>,
  );
  const field = screen.getByLabelText('field');
  fireEvent.keyDown(field, { key: 'Enter', code: 'Enter' });
  expect(fireEvent.keyPress(screen.getByText('next'), { key: 'Enter', code: 'Enter', charCode: 13 })).toBe(
    false,
  );
  fireEvent.keyUp(screen.getByText('next'), { key: 'Enter', code: 'Enter' });
  expect(onClick).not.toHaveBeenCalled();
});

test('a second click within 500 ms on the same spot does not reach what took the place of the first', async () => {
  const onClose = jest.fn<void, []>();
  function Form() {
    const [isDone, setIsDone] = useState(false);
    return isDone ? (
      <button key="close" onClick={onClose}>
        Close
      </button>
    ) : (
      <button key="assign" onClick={() => setIsDone(true)}>
        Assign
      </button>
    );
  }
  render(<Form />);
  const at = (clientX: number) => ({ detail: 1, clientX, clientY: 20 });
  fireEvent.click(screen.getByText('Assign'), at(30));
  await clock.advance(130);
  fireEvent.click(screen.getByText('Close'), at(32));
  expect(onClose).not.toHaveBeenCalled();
  // Elsewhere on the screen it is another click.
  fireEvent.click(screen.getByText('Close'), at(90));
  expect(onClose).toHaveBeenCalledTimes(1);
  await clock.advance(600);
  fireEvent.click(screen.getByText('Close'), at(90));
  expect(onClose).toHaveBeenCalledTimes(2);
});

test('a control that changed its name under the pointer is another control, and one that did not is the same', async () => {
  const onClick = jest.fn();
  function Toggle() {
    const [isRunning, setIsRunning] = useState(false);
    return (
      <>
        <button
          onClick={() => {
            onClick();
            setIsRunning(!isRunning);
          }}
        >
          {isRunning ? 'Pause' : 'Resume'}
        </button>
        <label>
          Sorted <input type="checkbox" />
        </label>
      </>
    );
  }
  render(<Toggle />);
  const at = { detail: 1, clientX: 5, clientY: 5 };
  fireEvent.click(screen.getByRole('button'), at);
  await clock.advance(100);
  fireEvent.click(screen.getByRole('button'), at);
  expect(screen.getByRole('button')).toHaveTextContent('Pause');
  // A label clicks its field right after; both are one control.
  await clock.advance(600);
  fireEvent.click(screen.getByText('Sorted'), at);
  expect(screen.getByRole('checkbox')).toBeChecked();
  fireEvent.click(screen.getByRole('checkbox'), at);
  expect(screen.getByRole('checkbox')).not.toBeChecked();
});

test('a click after something was typed is a click of its own, though it comes soon and on the same spot', () => {
  const onClick = jest.fn();
  render(
    <>
      <button>first</button>
      <input aria-label="search" />
      <button onClick={onClick}>second</button>
    </>,
  );
  const at = { detail: 1, clientX: 5, clientY: 5 };
  fireEvent.click(screen.getByText('first'), at);
  fireEvent.input(screen.getByLabelText('search'), { target: { value: 'x' } });
  fireEvent.click(screen.getByText('second'), at);
  expect(onClick).toHaveBeenCalledTimes(1);
});

test('keys of an input method choose, close and add nothing', () => {
  const onKeyDown = jest.fn();
  render(<input onKeyDown={onKeyDown} />);
  const field = screen.getByRole('textbox');
  for (const key of ['Enter', 'Escape', 'ArrowDown', 'Tab']) {
    fireEvent.keyDown(field, { key, isComposing: true });
    fireEvent.keyDown(field, { key, keyCode: 229 });
  }
  expect(onKeyDown).not.toHaveBeenCalled();
  fireEvent.keyDown(field, { key: 'Enter' });
  expect(onKeyDown).toHaveBeenCalledTimes(1);
});

test('Escape clears a field with text first, and closes what is around it only then', async () => {
  const user = userEvent.setup();
  const onClose = jest.fn<void, []>();
  function Pane() {
    const [text, setText] = useState('');
    return (
      // eslint-disable-next-line jsx-a11y/no-static-element-interactions -- stands for a dialog
      <div
        onKeyDown={({ key }) => {
          if (key === 'Escape') onClose();
        }}
      >
        <input aria-label="name" value={text} onChange={({ target }) => setText(target.value)} />
        <input aria-label="open list" role="combobox" aria-controls="none" aria-expanded defaultValue="x" />
        <input aria-label="copy" readOnly value="fixed" />
        <output>{text}</output>
      </div>
    );
  }
  render(<Pane />);
  await user.type(screen.getByLabelText('name'), 'Sales');
  await user.keyboard('{Escape>2/}');
  expect(screen.getByLabelText('name')).toHaveValue('');
  expect(screen.getByRole('status')).toBeEmptyDOMElement();
  expect(onClose).not.toHaveBeenCalled();
  await user.keyboard('{Escape}');
  expect(onClose).toHaveBeenCalledTimes(1);
  act(() => screen.getByLabelText('open list').focus());
  await user.keyboard('{Escape}');
  expect(screen.getByLabelText('open list')).toHaveValue('x');
  act(() => screen.getByLabelText('copy').focus());
  await user.keyboard('{Escape}');
  expect(onClose).toHaveBeenCalledTimes(3);
});

test('a file that is dropped where nothing takes it does not replace the app; what takes files says so', () => {
  const hold = (name: 'dragover' | 'drop', ...types: readonly string[]) => {
    const dataTransfer = { types, files: [], dropEffect: 'move' };
    const event = new Event(name, { bubbles: true, cancelable: true });
    Object.defineProperty(event, 'dataTransfer', { value: dataTransfer });
    act(() => void document.body.dispatchEvent(event));
    return { isHeld: event.defaultPrevented, effect: dataTransfer.dropEffect };
  };
  expect(hold('dragover', 'Files')).toEqual({ isHeld: true, effect: 'none' });
  expect(hold('drop', 'Files')).toEqual({ isHeld: true, effect: 'none' });
  // A text is dropped into a field as ever.
  expect(hold('dragover', 'text/plain')).toEqual({ isHeld: false, effect: 'move' });
  expect(hold('drop', 'text/plain')).toEqual({ isHeld: false, effect: 'move' });
  const { unmount } = renderHook(() => useFileDrop(jest.fn()));
  expect(hold('dragover', 'Files')).toEqual({ isHeld: true, effect: 'copy' });
  unmount();
  renderHook(() => useFileDrop(jest.fn(), () => false));
  expect(hold('dragover', 'Files')).toEqual({ isHeld: true, effect: 'none' });
});
