import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../support/browser';

let browser: Browser;
let server: Server;
let port: number;

beforeAll(async () => {
  browser = await launchBrowser();
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

afterAll(async () => {
  await browser.close();
  server.close();
});

test('names under localhost reach this machine and are secure contexts', async () => {
  const page = await browser.newPage();
  await page.goto(`http://teams.localhost:${port}/`);
  expect(await page.title()).toBe('inner');
  expect(await page.evaluate(() => isSecureContext)).toBe(true);
  await page.close();
});

test('no other name resolves', async () => {
  const page = await browser.newPage();
  await expect(page.goto('http://elsewhere.example/')).rejects.toThrow('ERR_NAME_NOT_RESOLVED');
  await page.close();
});

test('storage of a framed site is apart from the same site at the top, as in a browser of a person', async () => {
  const page = await browser.newPage();
  await page.goto(`http://teams.localhost:${port}/outer`);
  await page.frames()[1]?.evaluate(() => localStorage.setItem('seen', 'framed'));
  await page.goto(`http://app.localhost:${port}/`);
  expect(await page.evaluate(() => localStorage.getItem('seen'))).toBeNull();
  await page.close();
});
