import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { systemClock } from '../../../src/base/clock';
import { openTenant } from '../../../src/sandbox/tenant/openTenant';
import { withStore } from '../../../src/sandbox/tenant/storeFailure';
import type { Tenant } from '../../../src/sandbox/tenant/tenant';
import { inTransaction } from '../../../src/sandbox/tenant/tenantStore';

const folders: string[] = [];
afterEach(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true, force: true })));

function setup() {
  const folder = mkdtempSync(join(tmpdir(), 'tenant-'));
  folders.push(folder);
  const file = join(folder, 'tenant-200-users-seed-1.db');
  const open = (fresh = false): Tenant => openTenant({ users: 200, folder, fresh, clock: systemClock });
  const failure = (): string => {
    try {
      open().close();
    } catch (thrown) {
      return (thrown as Error).message;
    }
    return 'opened';
  };
  return { folder, file, open, failure };
}

function store(file: string, kind: string, json: string): void {
  const database = new Database(file);
  database.prepare('INSERT OR REPLACE INTO changes (kind, id, json) VALUES (?, ?, ?)').run(kind, 'x', json);
  database.close();
}

const damages: Readonly<Record<string, (file: string) => void>> = {
  'that is no database': (file) => {
    for (const suffix of ['-wal', '-shm']) rmSync(`${file}${suffix}`, { force: true });
    writeFileSync(file, 'no database, but long enough. '.repeat(40));
  },
  'with a row that is no JSON': (file) => store(file, 'user', '{"usageLocation":'),
  'with a row of nothing': (file) => store(file, 'user', 'null'),
  'with a group that is a number': (file) => store(file, 'group', '7'),
};

test.each(Object.keys(damages))('a store %s is named, with the option that helps', (name) => {
  const { file, open, failure } = setup();
  open().close();
  damages[name]?.(file);
  expect(failure()).toBe(
    `The stored tenant ${file} is damaged and can't be read. Start with --fresh to delete it and create a new one.`,
  );
  open(true).close();
  expect(failure()).toBe('opened');
});

test('a store that is open is refused to a second sandbox, also to one that starts afresh', () => {
  const { file, open, failure } = setup();
  const first = open();
  const person = first.users[20];
  if (!person) throw new Error('no user');
  first.save({ users: [{ ...person, usageLocation: 'NZ' }] });
  expect(failure()).toContain(`Another sandbox uses the stored tenant ${file}`);
  expect(() => open(true)).toThrow('Another sandbox uses');
  first.close();
  const second = open();
  expect(second.users[20]?.usageLocation).toBe('NZ');
  second.close();
});

test('a lock whose process was killed is taken over', async () => {
  const { folder, open, failure } = setup();
  const program = join(__dirname, 'openAndStay.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', program, folder]);
  await once(child.stdout, 'data');
  expect(failure()).toContain('Another sandbox uses');
  child.kill('SIGKILL');
  await once(child, 'exit');
  open().close();
});

test('a lock that is no lock is replaced', () => {
  const { file, failure } = setup();
  writeFileSync(`${file}.lock`, 'pid 1 '.repeat(100));
  expect(failure()).toBe('opened');
});

(existsSync('/dev/full') ? test : test.skip)('a full disk is said so', () => {
  const { file, failure } = setup();
  symlinkSync('/dev/full', file);
  expect(failure()).toBe(
    `There's no disk space left for ${file}. Free up some space and start the sandbox again.`,
  );
});

test('a disk that fills up during a write is said so, and nothing of the write stays', () => {
  const database = new Database(':memory:');
  database.exec('CREATE TABLE notes (text TEXT NOT NULL)');
  // The driver gives no other way to run out of room: 8 pages of 4 kB.
  database.exec('PRAGMA max_page_count = 8');
  const insert = database.prepare('INSERT INTO notes (text) VALUES (?)');
  const write = (times: number) => () =>
    withStore('tenant.db', () =>
      inTransaction(database, () => {
        for (let time = 0; time < times; time += 1) insert.run('x'.repeat(1000));
      }),
    );
  write(2)();
  expect(write(100)).toThrow("There's no disk space left for tenant.db.");
  expect(database.prepare('SELECT count(*) AS rows FROM notes').get()).toMatchObject({ rows: 2 });
  write(3)();
  expect(database.prepare('SELECT count(*) AS rows FROM notes').get()).toMatchObject({ rows: 5 });
  database.close();
});

test('a place that cannot be written is named', () => {
  const { folder, file, failure } = setup();
  mkdirSync(file);
  expect(failure()).toContain(`${file} can't be opened or written.`);
  writeFileSync(join(folder, 'no-folder'), '');
  const beneath = join(folder, 'no-folder', 'store');
  expect(() => openTenant({ users: 200, folder: beneath, clock: systemClock })).toThrow(
    "can't be opened or written",
  );
});
