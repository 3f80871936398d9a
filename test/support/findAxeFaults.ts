import axe, { type AxeResults, type RunOptions } from 'axe-core';
import type { Frame, Page } from '@playwright/test';

declare global {
  interface Window {
    axe: typeof axe;
  }
}

const options: RunOptions = {
  // The frame inside is looked at on its own.
  iframes: false,
  resultTypes: ['violations'],
  // Off by default in axe, part of WCAG 2.2 AA.
  rules: { 'target-size': { enabled: true } },
};

/** Returns the violations that axe finds in a page or frame, a line each; without frames inside. */
export async function findAxeFaults(frame: Page | Frame): Promise<string[]> {
  // A script element would be refused by the page's policy; an evaluated script is not.
  const isThere = await frame.evaluate(() => 'axe' in window);
  if (!isThere) await frame.evaluate(axe.source);
  const results = await frame.evaluate(
    // Tabster's guards are hidden stops of the keyboard that hand the focus on at once.
    (runOptions) => window.axe.run({ exclude: [['[data-tabster-dummy]']] }, runOptions),
    options,
  );
  return linesOf(results);
}

function linesOf({ violations }: AxeResults): string[] {
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, html }) => `${id}: ${help} at ${target.join(' ')}: ${html.slice(0, 160)}`),
  );
}
