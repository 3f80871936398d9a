import { faultGroups } from '../../faultChoices';
import type { FaultGroup } from '../../faultChoices';
import { createFaultMenu } from '../../host-page/barFaults';
import { createServiceMenu } from '../../host-page/barService';
import { button, el } from '../../host-page/el';
import type { SwitchesState } from '../../server/adminSwitches';
import { words } from '../../words';
import { standaloneApi } from './standaloneApi';

const page = words.standalone.page;

/** There is no host here that could fail. */
const groups = (Object.keys(faultGroups) as FaultGroup[]).filter((group) => group !== 'host');

/** Draws what can be switched: faults, quotas and delays, and starting over. */
export function createSwitchesSection(switches: SwitchesState, fail: (thrown: unknown) => void): HTMLElement {
  const faults = createFaultMenu({
    groups,
    chosen: switches.faults,
    aim: switches.aim,
    onChoose: (keys) => void standaloneApi.setFaults(keys).catch(fail),
    onAim: (aim) => void standaloneApi.aimFaults(aim).catch(fail),
  });
  const service = createServiceMenu({
    switches,
    onChange: (change) => void standaloneApi.changeService(change).catch(fail),
    read: () => standaloneApi.switches(),
  });
  const startOver = button(words.bar.startOver, () => {
    if (window.confirm(words.bar.startOverQuestion)) void standaloneApi.startOver().catch(fail);
  });
  return el(
    'section',
    { 'aria-labelledby': 'switches' },
    el('h2', { id: 'switches' }, page.switches),
    el('div', { class: 'switches' }, faults, service, startOver),
  );
}
