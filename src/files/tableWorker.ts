// The worker's entry: answers the page's requests off the main thread.
import { createTableParserService } from './createTableParserService';
import { buffersOf } from './transferEntries';
import type { TableRequest } from './tableMessages';

const answer = createTableParserService();

self.addEventListener('message', ({ data }: MessageEvent<TableRequest>) => {
  void answer(data).then((reply) => {
    self.postMessage(reply, { transfer: reply.kind === 'entries' ? buffersOf(reply.entries) : [] });
  });
});
