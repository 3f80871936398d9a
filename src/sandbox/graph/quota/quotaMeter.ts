import type { Clock } from '../../../base/clock';
import type { Random } from '../../../base/random';
import { quotaLimits, unitLimit } from './quotaLimits';
import type { QuotaLimit } from './quotaLimits';
import type { QuotaSettings } from './quotaSettings';
import { throttled } from './throttled';
import type { ThrottledCaller, ThrottleReason } from './throttled';

/** Cost of one request. */
export interface Charge {
  readonly caller: ThrottledCaller;
  /** Decides which limits count the request. */
  readonly kind: 'read' | 'write' | 'report' | 'photo';
  readonly units: number;
  /** The mailbox that a photo is in. */
  readonly mailbox?: string;
  /** The request header `x-ms-throttle-priority`. */
  readonly priority?: string;
}

/** Used share of one limit. */
export interface QuotaReading {
  readonly name: 'units' | 'appWrites' | 'tenantWrites';
  readonly appId?: string;
  readonly limit: QuotaLimit;
  /** Share of the limit, 0 to 2. */
  readonly level: number;
}

interface Gauge {
  readonly meter: LeakyMeter;
  readonly limit: QuotaLimit;
  readonly cost: number;
  readonly reason: ThrottleReason;
}

const units = {
  scope: 'Tenant_Application',
  limit: 'ReadWrite',
  information: 'ResourceUnitLimitExceeded',
} as const;
const appWrites = { scope: 'Tenant_Application', limit: 'Write', information: 'WriteLimitExceeded' } as const;
const tenantWrites = { ...appWrites, scope: 'Tenant' } as const;

/** Share of a limit from which on answers report the usage (Graph: throttling limits). */
const reportThreshold = 0.8;

/** Keeps the published quotas of one tenant by the clock; has no timers. */
export class QuotaMeter {
  readonly settings: QuotaSettings;
  readonly #clock: Clock;
  readonly #random: Random;
  readonly #users: number;
  readonly #leaky = new Map<string, LeakyMeter>();
  readonly #windows = new Map<string, WindowMeter>();

  constructor(options: { clock: Clock; random: Random; users: number; settings: Readonly<QuotaSettings> }) {
    this.#clock = options.clock;
    this.#random = options.random;
    this.#users = options.users;
    this.settings = { ...options.settings };
  }

  /** Charges a request and gives the headers of its answer. Throws GraphRefusal 429 where a limit refuses it. */
  charge(charge: Charge): Readonly<Record<string, string>> {
    const cost = { 'x-ms-resource-unit': String(charge.units) };
    if (!this.settings.isOn) return cost;
    if (charge.kind === 'report') this.#chargeWindow(charge, `report ${charge.caller.appid}`, 'reports');
    else if (charge.kind === 'photo')
      this.#chargeWindow(charge, `photo ${charge.caller.appid} ${charge.mailbox}`, 'photos');
    else return { ...cost, ...this.#chargeLeaky(charge) };
    return cost;
  }

  /** Returns the used share of each limit. */
  readings(): QuotaReading[] {
    return [...this.#leaky].map(([key, meter]) => {
      const [name, appId] = key.split(' ') as [QuotaReading['name'], string?];
      const limit = this.#shared(name === 'units' ? unitLimit(this.#users) : quotaLimits[name]);
      return { name, ...(appId === undefined ? {} : { appId }), limit, level: this.#levelOf(meter, limit) };
    });
  }

  /** Forgets all use. */
  reset(): void {
    this.#leaky.clear();
    this.#windows.clear();
  }

  #chargeLeaky({ caller, kind, units: cost, priority }: Charge): Record<string, string> {
    const gauges = this.#gaugesOf(caller.appid, kind === 'write', cost);
    const levels = gauges.map((gauge) => ({
      ...gauge,
      level: this.#levelOf(gauge.meter, gauge.limit) + gauge.cost / gauge.limit.amount,
    }));
    const worst = levels.reduce((most, next) => (next.level > most.level ? next : most));
    // Graph: throttling limits. At 1.2 a fifth of the calls is refused, at 1.8 four fifths: a slope, not a wall.
    const isRefused = this.#random() < worst.level - 1 + priorityShift(priority);
    if (!isRefused || this.settings.chargesRefused)
      for (const gauge of gauges) gauge.meter.add(gauge.cost, gauge.limit);
    const percentage: Record<string, string> =
      worst.level > reportThreshold ? { 'x-ms-throttle-limit-percentage': percentageOf(worst.level) } : {};
    if (!isRefused) return percentage;
    const untilFreeInMs = (Math.min(worst.level, 2) - 1) * worst.limit.windowInMs;
    throw throttled(worst.reason, caller, { ...percentage, ...retryAfter(untilFreeInMs) });
  }

  #gaugesOf(appId: string, isWrite: boolean, cost: number): readonly Gauge[] {
    const gauge = (key: string, limit: QuotaLimit, reason: ThrottleReason, amount: number): Gauge => ({
      meter: this.#meter(key),
      limit: this.#shared(limit),
      cost: amount,
      reason,
    });
    const read = gauge(`units ${appId}`, unitLimit(this.#users), units, cost);
    if (!isWrite) return [read];
    return [
      read,
      gauge(`appWrites ${appId}`, quotaLimits.appWrites, appWrites, 1),
      gauge('tenantWrites', quotaLimits.tenantWrites, tenantWrites, 1),
    ];
  }

  /** Inferred: that these limits are a wall; only those of identity and access are described as a slope. */
  #chargeWindow({ caller }: Charge, key: string, name: 'reports' | 'photos'): void {
    const limit = this.#shared(quotaLimits[name]);
    const now = this.#clock.now();
    const window = this.#windows.get(key) ?? new WindowMeter();
    this.#windows.set(key, window);
    const isRefused = window.count(limit, now) >= limit.amount;
    const waitInMs = window.waitInMs(limit, now);
    if (!isRefused || this.settings.chargesRefused) window.add(now);
    if (isRefused) throw throttled(units, caller, retryAfter(waitInMs));
  }

  #meter(key: string): LeakyMeter {
    const meter = this.#leaky.get(key) ?? new LeakyMeter(this.#clock.now());
    this.#leaky.set(key, meter);
    return meter;
  }

  #levelOf(meter: LeakyMeter, limit: QuotaLimit): number {
    return meter.level(limit, this.#clock.now());
  }

  #shared(limit: QuotaLimit): QuotaLimit {
    return { ...limit, amount: Math.max(1, Math.floor(limit.amount * this.settings.share)) };
  }
}

/** Inferred: by how much a low priority is refused sooner and a high one later. */
function priorityShift(priority: string | undefined): number {
  if (priority?.toLowerCase() === 'low') return 0.1;
  return priority?.toLowerCase() === 'high' ? -0.1 : 0;
}

/** The published range ends at 1.8. */
function percentageOf(level: number): string {
  return String(Number(Math.min(level, 1.8).toFixed(2)));
}

function retryAfter(waitInMs: number): Record<string, string> {
  return { 'Retry-After': String(Math.max(1, Math.ceil(waitInMs / 1000))) };
}

/** The level is at most twice the limit, so that a client that sent far too much is served again in time. */
const fullest = 2;

/**
 * Leaky bucket: a whole window's amount may be used at once, then only what has drained. Inferred: that the service
 * meters this way; the amounts are published, the method isn't.
 */
class LeakyMeter {
  #used = 0;
  #at: number;

  constructor(nowInMs: number) {
    this.#at = nowInMs;
  }

  /** Use as a share of the limit: 1 is at the limit, 2 the most there is. */
  level(limit: QuotaLimit, nowInMs: number): number {
    const passed = Math.max(0, nowInMs - this.#at);
    this.#used = Math.max(0, this.#used - (passed * limit.amount) / limit.windowInMs);
    this.#at = nowInMs;
    return this.#used / limit.amount;
  }

  /** Adds use; `level` has been asked for at this time. */
  add(units: number, limit: QuotaLimit): void {
    this.#used = Math.min(this.#used + units, fullest * limit.amount);
  }
}

/** Counts what happened within the last window, for limits that end in a hard wall. */
class WindowMeter {
  #times: number[] = [];

  /** Counts the charges within the window. */
  count({ windowInMs }: QuotaLimit, nowInMs: number): number {
    this.#times = this.#times.filter((time) => time > nowInMs - windowInMs);
    return this.#times.length;
  }

  /** Milliseconds until the oldest leaves the window. */
  waitInMs({ windowInMs }: QuotaLimit, nowInMs: number): number {
    return Math.max(0, (this.#times[0] ?? nowInMs) + windowInMs - nowInMs);
  }

  add(nowInMs: number): void {
    this.#times.push(nowInMs);
  }
}
