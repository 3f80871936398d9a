import { systemClock } from '../../base/clock';
import { doors } from '../graph/directorySettings';
import type { DirectorySettings, ReplicationLag } from '../graph/directorySettings';
import type { QuotaReading } from '../graph/quota/quotaMeter';
import type { QuotaSettings } from '../graph/quota/quotaSettings';
import type { SwitchesState } from '../server/adminSwitches';
import { words } from '../words';
import { createPopup } from './barPopup';
import { el } from './el';

/** Changes of the service from the bar. */
export interface ServiceChange {
  readonly quota?: Partial<QuotaSettings>;
  readonly lag?: Partial<ReplicationLag>;
  readonly directory?: Partial<DirectorySettings>;
}

/** State and callbacks of the menu of the service. */
interface ServiceMenuOptions {
  readonly switches: SwitchesState;
  readonly onChange: (change: ServiceChange) => void;
  /** Asks how things are now. */
  readonly read: () => Promise<SwitchesState>;
}

type QuotaChoice = keyof typeof words.bar.quotas;

const quotaChoices: Readonly<Record<QuotaChoice, QuotaSettings>> = {
  published: { isOn: true, share: 1, chargesRefused: true },
  halved: { isOn: true, share: 0.5, chargesRefused: true },
  'refused-free': { isOn: true, share: 1, chargesRefused: false },
  off: { isOn: false, share: 1, chargesRefused: true },
};

function choiceOf({ isOn, share, chargesRefused }: QuotaSettings): QuotaChoice {
  if (!isOn) return 'off';
  if (share < 1) return 'halved';
  return chargesRefused ? 'published' : 'refused-free';
}

const refreshInMs = 2_000;

function usageLine({ name, limit, level }: QuotaReading): HTMLElement {
  const percent = Math.round(level * 100);
  const seconds = limit.windowInMs / 1000;
  return el('li', {}, words.bar.usageOf(words.bar.usages[name], percent, limit.amount, seconds));
}

function createUsage(): { element: HTMLElement; show: (readings: readonly QuotaReading[]) => void } {
  const list = el('ul', { class: 'usage' });
  const show = (readings: readonly QuotaReading[]): void =>
    list.replaceChildren(
      ...(readings.length === 0 ? [el('li', {}, words.bar.noUsage)] : readings.map(usageLine)),
    );
  const element = el('fieldset', {}, el('legend', {}, words.bar.usage), list);
  return { element, show };
}

function numberField(label: string, value: number, onChange: (value: number) => void): HTMLElement {
  const input = el('input', { type: 'number', min: '0', step: '100', value: String(value) });
  input.addEventListener('change', () => {
    if (input.reportValidity()) onChange(input.valueAsNumber || 0);
  });
  return el('label', { class: 'field' }, el('span', {}, label), input);
}

function createDelays({ switches, onChange }: ServiceMenuOptions): HTMLElement {
  const lagNames = Object.keys(words.bar.lags) as (keyof ReplicationLag)[];
  const lags = lagNames.map((name) =>
    numberField(words.bar.lags[name], switches.lag[name], (value) => onChange({ lag: { [name]: value } })),
  );
  const { writesTakeInMs, hasEmptyPages } = switches.directory;
  const writes = numberField(words.bar.writesTake, writesTakeInMs, (value) =>
    onChange({ directory: { writesTakeInMs: value } }),
  );
  const box = el('input', { type: 'checkbox', checked: hasEmptyPages });
  box.addEventListener('change', () => onChange({ directory: { hasEmptyPages: box.checked } }));
  const empty = el('label', {}, box, words.bar.emptyPages);
  return el('fieldset', { class: 'aim' }, el('legend', {}, words.bar.delays), ...lags, writes, empty);
}

function createDoors({ switches, onChange }: ServiceMenuOptions): HTMLElement {
  const select = el('select', { name: 'doors' });
  for (const door of doors)
    select.append(
      el('option', { value: door, selected: door === switches.directory.doors }, words.bar.doorNames[door]),
    );
  select.addEventListener('change', () => {
    const chosen = doors.find((door) => door === select.value);
    if (chosen) onChange({ directory: { doors: chosen } });
  });
  return el('label', { class: 'field' }, el('span', {}, words.bar.doors), select);
}

/** Draws the menu of how the service is on this day: quotas and how full they are, delays after writes. */
export function createServiceMenu(options: ServiceMenuOptions): HTMLElement {
  const { switches, onChange, read } = options;
  const current = choiceOf(switches.quota);
  const select = el('select', { name: 'quota' });
  for (const [value, text] of Object.entries(words.bar.quotas))
    select.append(el('option', { value, selected: value === current }, text));
  select.addEventListener('change', () => {
    const choice = select.value as QuotaChoice;
    popup.tell(words.bar.quotas[choice]);
    onChange({ quota: quotaChoices[choice] });
  });
  const quota = el('label', { class: 'field' }, el('span', {}, words.bar.quota), select);
  const usage = createUsage();
  usage.show(switches.readings);
  const popup = createPopup(
    words.bar.service,
    words.bar.quotas[current],
    createDoors(options),
    quota,
    usage.element,
    createDelays(options),
  );
  const follow = async (): Promise<void> => {
    while (popup.element.open) {
      usage.show((await read()).readings);
      await systemClock.wait(refreshInMs);
    }
  };
  popup.element.addEventListener('toggle', () => void follow().catch(() => undefined));
  return popup.element;
}
