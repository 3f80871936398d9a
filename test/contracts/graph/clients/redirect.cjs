// Preloaded into a client's process (node --require): what it sends to graph.microsoft.com goes to the local service,
// which is told by forwarded headers what the client asked for. Anything else is refused, so nothing leaves the machine.
const http = require('node:http');
const https = require('node:https');
const { syncBuiltinESMExports } = require('node:module');

const local = new URL(process.env.GRAPH_EMULATOR ?? '');

/** Node's three ways to write a request, as one. */
function read(args) {
  const callback = args.find((arg) => typeof arg === 'function');
  const [first, second] = args;
  const url = typeof first === 'string' ? new URL(first) : first instanceof URL ? first : undefined;
  const options = url ? (typeof second === 'object' ? second : {}) : first;
  const host = url?.hostname ?? options.hostname ?? options.host;
  return { callback, options, host, path: url ? url.pathname + url.search : options.path };
}

function request(...args) {
  const { callback, options, host, path } = read(args);
  if (host !== 'graph.microsoft.com') throw new Error(`The test lets no request out to ${host}.`);
  const headers = {
    ...options.headers,
    host: local.host,
    'x-forwarded-host': host,
    'x-forwarded-proto': 'https',
  };
  return http.request(
    { method: options.method, headers, hostname: local.hostname, port: local.port, path },
    callback,
  );
}

https.request = request;
https.get = (...args) => request(...args).end();
syncBuiltinESMExports();
