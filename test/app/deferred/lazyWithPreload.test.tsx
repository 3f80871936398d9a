import { render, screen } from '@testing-library/react';
import { Suspense } from 'react';
import { lazyWithPreload } from '../../../src/app/deferred/lazyWithPreload';

function setup() {
  let loads = 0;
  const Greeting = lazyWithPreload(async () => {
    loads += 1;
    await Promise.resolve();
    return ({ name }: { readonly name: string }) => <p>Hello {name}</p>;
  });
  const show = () =>
    render(
      <Suspense fallback="loading">
        <Greeting name="Ylva" />
      </Suspense>,
    );
  return { Greeting, show, loads: () => loads };
}

test('a part is fetched when it is drawn', async () => {
  const { show, loads } = setup();
  show();
  expect(screen.getByText('loading')).toBeInTheDocument();
  expect(await screen.findByText('Hello Ylva')).toBeInTheDocument();
  expect(loads()).toBe(1);
});

test('a part that was fetched before is drawn at once', async () => {
  const { Greeting, show } = setup();
  await Greeting.preload();
  show();
  expect(screen.getByText('Hello Ylva')).toBeInTheDocument();
});
