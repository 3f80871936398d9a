import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '../support/journey';

let server: Server;
let port: number;

test.beforeAll(async () => {
  server = createServer((request, response) => {
    response.setHeader('content-type', 'text/html');
    response.end(
      request.url === '/outer'
        ? `<iframe src="http://app.localhost:${port}/"></iframe>`
        : '<title>inner</title>',
    );
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  port = (server.address() as AddressInfo).port;
});

test.afterAll(() => void server.close());

test('names under localhost reach this machine and are secure contexts', async ({ page }) => {
  await page.goto(`http://teams.localhost:${port}/`);
  expect(await page.title()).toBe('inner');
  expect(await page.evaluate(() => isSecureContext)).toBe(true);
});

test('no other name resolves', async ({ page }) => {
  await expect(page.goto('http://elsewhere.example/')).rejects.toThrow('ERR_NAME_NOT_RESOLVED');
});

test('the storage of a framed site is separate from that of the same site at the top, as in an ordinary browser', async ({
  page,
}) => {
  await page.goto(`http://teams.localhost:${port}/outer`);
  await page.frames()[1]?.evaluate(() => localStorage.setItem('seen', 'framed'));
  await page.goto(`http://app.localhost:${port}/`);
  expect(await page.evaluate(() => localStorage.getItem('seen'))).toBeNull();
});
