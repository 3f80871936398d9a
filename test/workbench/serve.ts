// `npm run workbench`: builds the workbench, serves it, and exchanges what is saved in the open page.
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import webpack, { type Configuration } from 'webpack';
import { serveBuild } from '../../src/sandbox/dev/serveBuild';

const root = resolve(__dirname, '../..');
const port = 5390;

type MakeConfigurations = (env: unknown, argv: { isWorkbench: boolean }) => Configuration[];
const load = createRequire(resolve(root, 'package.json'));
const [configuration] = (load('./webpack.config.js') as MakeConfigurations)({}, { isWorkbench: true });
if (!configuration) throw new Error('webpack.config.js has no workbench.');

const serve = serveBuild(resolve(root, 'dist/watched/workbench'));
const server = createServer((request, response) => {
  const path = new URL(request.url ?? '/', 'http://localhost').pathname;
  void serve(path === '/' ? '/index.html' : path, request.headers['if-none-match']).then((answer) => {
    response.writeHead(answer?.status ?? 404, answer?.headers);
    response.end(answer?.body);
  });
});

let isListening = false;
webpack(configuration).watch({ aggregateTimeout: 20 }, (error, stats) => {
  if (error) throw error;
  if (stats?.hasErrors()) console.error(stats.toString({ preset: 'errors-only' }));
  else if (!isListening) {
    isListening = true;
    server.listen(port, '127.0.0.1', () => console.log(`Workbench: http://localhost:${port}`));
  }
});
