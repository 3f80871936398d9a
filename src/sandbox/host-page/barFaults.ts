import { faultGroups } from '../faultChoices';
import type { FaultAim, FaultGroup, FaultKey } from '../faultChoices';
import { words } from '../words';
import { createPopup } from './barPopup';
import { button, el } from './el';
import type { Attributes } from './el';

/** State and callbacks of the menu of faults. */
interface FaultMenuOptions {
  readonly groups: readonly FaultGroup[];
  readonly chosen: readonly FaultKey[];
  readonly aim: FaultAim;
  readonly onChoose: (faults: readonly FaultKey[]) => void;
  readonly onAim: (aim: FaultAim) => void;
}

const countText = (count: number): string => (count === 0 ? words.bar.noFaults : words.bar.someFaults(count));

function boxesOf(group: FaultGroup, chosen: readonly FaultKey[]): HTMLElement {
  const boxes = faultGroups[group].map((key) =>
    el(
      'label',
      {},
      el('input', { type: 'checkbox', name: 'fault', value: key, checked: chosen.includes(key) }),
      words.faults[key],
    ),
  );
  return el('fieldset', {}, el('legend', {}, words.faultGroups[group]), ...boxes);
}

type AimName = 'rate' | 'after' | 'limit' | 'pathPattern' | 'person' | 'seed';

const aimFields: Readonly<Record<AimName, { readonly label: string; readonly attributes: Attributes }>> = {
  rate: {
    label: words.bar.rate,
    attributes: { type: 'number', min: '0', max: '100', placeholder: words.bar.rateOwn },
  },
  after: { label: words.bar.after, attributes: { type: 'number', min: '0' } },
  limit: { label: words.bar.limit, attributes: { type: 'number', min: '0' } },
  pathPattern: { label: words.bar.pathPattern, attributes: { placeholder: 'POST /users/*' } },
  person: { label: words.bar.aimedPerson, attributes: {} },
  seed: { label: words.bar.seed, attributes: { type: 'number', min: '0' } },
};

/** The share is shown in percent. */
const shown = (name: AimName, aim: FaultAim): string =>
  name === 'rate' && aim.rate !== undefined ? String(aim.rate * 100) : String(aim[name] ?? '');

function aimOf(inputs: Readonly<Record<AimName, HTMLInputElement>>): FaultAim {
  const text = (name: AimName): string | undefined => inputs[name].value.trim() || undefined;
  const number = (name: AimName): number | undefined =>
    text(name) === undefined ? undefined : inputs[name].valueAsNumber;
  const percent = number('rate');
  return {
    rate: percent === undefined ? undefined : percent / 100,
    after: number('after'),
    limit: number('limit'),
    pathPattern: text('pathPattern'),
    person: text('person'),
    seed: number('seed'),
  };
}

function createAim(aim: FaultAim, onAim: (aim: FaultAim) => void): HTMLElement {
  const inputOf = (name: AimName): HTMLInputElement =>
    el('input', { ...aimFields[name].attributes, name: `aim-${name}`, value: shown(name, aim) });
  const inputs: Readonly<Record<AimName, HTMLInputElement>> = {
    rate: inputOf('rate'),
    after: inputOf('after'),
    limit: inputOf('limit'),
    pathPattern: inputOf('pathPattern'),
    person: inputOf('person'),
    seed: inputOf('seed'),
  };
  const fields = Object.entries(inputs).map(([name, input]) =>
    el('label', { class: 'field' }, el('span', {}, aimFields[name as AimName].label), input),
  );
  const element = el('fieldset', { class: 'aim' }, el('legend', {}, words.bar.aim), ...fields);
  element.addEventListener('change', () => {
    if (Object.values(inputs).every((input) => input.reportValidity())) onAim(aimOf(inputs));
  });
  return element;
}

/** Draws the menu of faults, in groups, with where they strike. */
export function createFaultMenu({ groups, chosen, aim, onChoose, onAim }: FaultMenuOptions): HTMLElement {
  const list = el('div', { class: 'fault-groups' }, ...groups.map((group) => boxesOf(group, chosen)));
  const boxes = [...list.querySelectorAll('input')];
  const tell = (): void => {
    const keys = groups.flatMap((group) => faultGroups[group]);
    const on = keys.filter((key) => boxes.some((box) => box.value === key && box.checked));
    popup.tell(countText(on.length));
    onChoose(on);
  };
  list.addEventListener('change', tell);
  const clear = button(words.bar.clearFaults, () => {
    for (const box of boxes) box.checked = false;
    tell();
  });
  const popup = createPopup(words.bar.faults, countText(chosen.length), list, createAim(aim, onAim), clear);
  return popup.element;
}
