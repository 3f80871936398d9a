import type { BrowserContext, Locator } from '@playwright/test';
import type { Journey } from './journey';
import { english } from './languages';

declare global {
  interface Window {
    /** Texts of live regions since the last look, in order, and which of the page's regions each is from. */
    transcriptSaid?: { readonly region: number; readonly text: string }[];
  }
}

/**
 * Notes in every frame what its live regions announce, in order: each text that changes in a region, and alerts as they
 * appear. Regions that appear with their text are noted as such, since not every screen reader announces them. For
 * `prepare` of a journey.
 */
export async function noteAnnouncements(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const regions = '[role=status], [role=alert], [role=log], [aria-live]:not([aria-live=off])';
    const spoken: { region: number; text: string }[] = [];
    window.transcriptSaid = spoken;
    const textOf = (region: Element): string =>
      (region instanceof HTMLElement ? region.innerText : '').replace(/\s+/g, ' ').trim();
    const said = new WeakMap<Element, string>();
    const roleOf = (region: Element): string =>
      region.getAttribute('role') ?? `${region.getAttribute('aria-live') ?? ''} region`;
    const note = (region: Element, isNew: boolean): void => {
      const text = textOf(region);
      if (said.get(region) === text) return;
      said.set(region, text);
      const appears = isNew && region.getAttribute('role') !== 'alert' ? ' (appears)' : '';
      // Nothing behind an open dialog is announced.
      const isHidden = !region.isConnected || region.closest('[aria-hidden=true], [inert]') !== null;
      if (text !== '' && !isHidden) {
        const place = [...document.querySelectorAll(regions)].indexOf(region);
        spoken.push({ region: place, text: `${roleOf(region)}${appears}: ${text}` });
      }
    };
    const regionsIn = (node: Node): readonly Element[] =>
      node instanceof Element
        ? [node, ...node.querySelectorAll(regions)].filter((at) => at.matches(regions))
        : [];
    new MutationObserver((records) => {
      const fresh = new Set(records.flatMap(({ addedNodes }) => [...addedNodes].flatMap(regionsIn)));
      for (const region of fresh) note(region, true);
      for (const { target } of records) {
        const element = target instanceof Element ? target : target.parentElement;
        const region = element?.closest(regions);
        if (region && !fresh.has(region)) note(region, false);
      }
    }).observe(document, { childList: true, subtree: true, characterData: true });
  });
}

/** Lines that a screen reader speaks, in order. */
export interface Transcript {
  /** Does something, waits until nothing more is said, and records what was said and where the focus is. */
  readonly step: (what: string, action: () => Promise<unknown>) => Promise<void>;
  /** Records the names, roles and states of an area, in the order in which they are read. */
  readonly read: (what: string, area: Locator) => Promise<void>;
  /** The whole transcript, without what differs from run to run. */
  readonly text: () => string;
}

const { assign, common, jobs, unassign } = english;
/** Come and go as fast as the machine allows. */
const passing = [
  ...[common.loading, common.stillConnecting, assign.searching, assign.checking],
  ...[assign.starting, unassign.reading, jobs.loading, jobs.stateText.finishing],
];

const quietInMs = 400;

/** Begins the transcript of a journey that was opened with `noteAnnouncements`. */
export function startTranscript({ page, tab, tabFrame }: Journey): Transcript {
  const lines: string[] = [];
  const takeSaid = async (): Promise<NonNullable<Window['transcriptSaid']>> =>
    (await tabFrame()).evaluate(() => window.transcriptSaid?.splice(0) ?? []);
  let hasBegun = false;
  const begin = async (): Promise<void> => {
    // What the page said while it opened.
    if (!hasBegun) await takeSaid();
    hasBegun = true;
  };
  const listen = async (): Promise<void> => {
    const spoken: NonNullable<Window['transcriptSaid']> = [];
    for (let isQuiet = false; !isQuiet;) {
      await page.waitForTimeout(quietInMs);
      const more = await takeSaid();
      spoken.push(...more);
      isQuiet = more.length === 0;
    }
    // Two regions may speak at almost the same time: the upper one first, and each in its own order.
    const said = spoken
      .filter(({ text }) => !passing.some((words) => text.endsWith(`: ${words}`)))
      .sort((a, b) => a.region - b.region);
    lines.push(...said.map(({ text }) => `  says ${text}`));
  };
  const readFocus = async (): Promise<void> => {
    const focused = tab.locator(':focus');
    if ((await focused.count()) === 0) return void lines.push('  focus nowhere');
    const [first = ''] = (await focused.ariaSnapshot()).split('\n');
    // The option of a list that the keys of a text field move to.
    const active = await focused.getAttribute('aria-activedescendant');
    const option = active === null ? '' : await tab.locator(`[id="${active}"]`).ariaSnapshot();
    const described = await focused.evaluate((element) =>
      (element.getAttribute('aria-describedby') ?? '')
        .split(' ')
        .map((id) => document.getElementById(id)?.textContent ?? '')
        .join(' ')
        .trim(),
    );
    lines.push(`  focus ${first.replace(/^- /, '')}${described === '' ? '' : `, described: ${described}`}`);
    if (option !== '') lines.push(`  at ${option.split('\n')[0]?.replace(/^- /, '')}`);
  };
  return {
    step: async (what, action) => {
      await begin();
      lines.push('', `> ${what}`);
      await action();
      await listen();
      await readFocus();
    },
    read: async (what, area) => {
      lines.push('', `# ${what}`, ...(await area.ariaSnapshot()).split('\n'));
    },
    text: () => `${withoutRepeats(lines.map(normalize)).join('\n').trim()}\n`,
  };
}

/** Replaces what differs from run to run: days, times, durations and progress. */
function normalize(line: string): string {
  return line
    .replace(/\b[A-Z][a-z]{2} \d{1,2}, \d{4}(, \d{1,2}:\d{2}\s[AP]M)?/g, 'DATE')
    .replace(/\d{1,2}:\d{2}(:\d{2})?\s[AP]M/g, 'TIME')
    .replace(/\d+ (second|minute|day)s?\b/g, 'N $1s')
    .replace(/\d+ of \d+ finished/g, 'N of N finished')
    .replace(/[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}/g, 'ID')
    .replace(/https?:\/\/[^\s"]+/g, 'ADDRESS');
}

const withoutRepeats = (lines: readonly string[]): readonly string[] =>
  lines.filter((line, at) => line === '' || line !== lines[at - 1]);
