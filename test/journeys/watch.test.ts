import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import { findAxeFaults } from '../support/findAxeFaults';
import { expect, test } from '../support/journey';
import { watchContext, type ContextLog } from '../support/watchContext';

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  'img-src data:',
  "connect-src 'self' https:",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');
const origins = 'https://res.cdn.office.net/teams-js/validDomains/json/validDomains.json';

let server: Server;
let body = '';

test.beforeAll(async () => {
  server = createServer((request, response) => {
    response.statusCode = request.url?.includes('photo') ? 404 : 200;
    response.setHeader('content-type', 'text/html');
    response.setHeader('content-security-policy', policy);
    response.end(
      `<!doctype html><html lang="en"><title>A page</title><link rel="icon" href="data:,">${body}</html>`,
    );
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
});

test.afterAll(() => void server.close());

/** Opens a page with this body, and watches it. */
async function openPage(page: Page, html: string, expected: readonly RegExp[] = []): Promise<ContextLog> {
  body = html;
  const log = await watchContext(page.context(), expected);
  await page.goto(`http://app.localhost:${(server.address() as AddressInfo).port}/`);
  return log;
}

test('a quiet page has no faults, and teams-js gets its list of origins', async ({ page }) => {
  const log = await openPage(page, '<main><h1>Hello</h1></main>');
  const list = await page.evaluate(async (url) => (await fetch(url)).json() as unknown, origins);
  expect(list).toEqual({ validOrigins: [] });
  expect(log.faults).toEqual([]);
});

test('an error on the console is a fault, unless it is expected', async ({ page }) => {
  const log = await openPage(page, '', [/quite usual/]);
  await page.evaluate(() => {
    console.error('this is quite usual');
    console.error('this is not');
    console.warn('a warning');
  });
  expect(log.faults).toEqual([expect.stringContaining('this is not')]);
  expect(log.lines).toHaveLength(3);
});

test('an uncaught error is a fault', async ({ page }) => {
  const log = await openPage(page, '');
  const thrown = page.waitForEvent('pageerror');
  await page.evaluate(() => {
    setTimeout(() => {
      throw new Error('not caught');
    });
  });
  await thrown;
  expect(log.faults).toEqual([expect.stringContaining('not caught')]);
});

test('a violation of the policy is a fault', async ({ page }) => {
  const log = await openPage(page, '');
  const reported = page.waitForEvent('console', (message) => message.text().startsWith('policy violated'));
  await page.evaluate(() => {
    document.body.append(Object.assign(document.createElement('img'), { src: '/picture' }));
  });
  await reported;
  expect(log.faults).toContainEqual(expect.stringContaining('policy violated: img-src'));
});

test('a request to another machine is aborted and is a fault', async ({ page }) => {
  const log = await openPage(page, '');
  const answer = await page.evaluate(() => fetch('https://elsewhere.example/x').catch(() => 'refused'));
  expect(answer).toBe('refused');
  expect(log.faults).toContainEqual('left this machine: https://elsewhere.example/x');
});

test('a person without a photo is no fault', async ({ page }) => {
  const log = await openPage(page, '');
  await page.evaluate(() => fetch('/v1.0/users/1/photos/48x48/$value'));
  expect(log.faults).toEqual([]);
});

test('axe runs in a page whose policy forbids scripts, and finds a violation', async ({ page }) => {
  const log = await openPage(page, '<main><h1>Hello</h1></main>');
  expect(await findAxeFaults(page)).toEqual([]);
  body = '<main><h1>Hello</h1><button></button></main>';
  await page.reload();
  expect(await findAxeFaults(page)).toEqual([expect.stringContaining('button-name')]);
  expect(log.faults).toEqual([]);
});
