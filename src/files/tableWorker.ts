// The worker's entry: answers the page's requests off the main thread.
import { createTableDesk } from './createTableDesk';
import { buffersOf } from './packEntries';
import type { TableRequest } from './tableMessages';

const answer = createTableDesk();

self.addEventListener('message', ({ data }: MessageEvent<TableRequest>) => {
  void answer(data).then((reply) => {
    self.postMessage(reply, { transfer: reply.kind === 'entries' ? buffersOf(reply.entries) : [] });
  });
});
