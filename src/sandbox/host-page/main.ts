import { createHostPage } from './createHostPage';
import { el } from './el';
import { sandboxApi } from './sandboxApi';
import { words } from '../words';

createHostPage(sandboxApi).catch((thrown: unknown) => {
  const reason = thrown instanceof Error ? thrown.message : String(thrown);
  document.body.append(el('p', { class: 'alarm', role: 'alert' }, words.banner.sandboxFailed(reason)));
});
