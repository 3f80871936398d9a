import { AppError } from '../../src/base/appError';
import type { Outcome } from '../../src/base/outcome';
import { madeBy, toMadePart } from '../../src/license-jobs/change-licenses/madeSteps';
import { isSamePool } from '../../src/licensing/pools';
import type { LicensingAdapter } from '../../src/licensing/licensingAdapter';
import type { Change, ChangeStep, HeldLicense, LicensingCode, PoolRef } from '../../src/licensing/types';
import { seat } from '../licensing/support/samples';

/** Fault of a call: a refusal, an error before its effect, or a tab that dies before or after it. */
export type Trouble = LicensingCode | AppError | 'dies-before' | 'dies-after' | undefined;

/** A service that gives and takes licenses one by one, without journals of its own. */
export function createStepService(held: ReadonlyMap<string, readonly HeldLicense[]>) {
  const licenses = new Map(held);
  /** Every call that had an effect, such as `+pool`, by person. */
  const effects: string[] = [];
  const service = {
    licenses,
    effects,
    trouble: (_call: string): Trouble => undefined,
    hasFreeSeat: true,
  };
  const ofPerson = (id: string) => licenses.get(id) ?? [];
  const holds = (id: string, pool: PoolRef) => ofPerson(id).some((each) => isSamePool(each, pool));

  async function call(sign: '+' | '-', id: string, license: HeldLicense): Promise<LicensingCode | undefined> {
    const name = `${sign}${license.pool}`;
    const trouble = service.trouble(name);
    if (trouble instanceof AppError) throw trouble;
    if (trouble === 'dies-before') return never();
    if (trouble !== undefined && trouble !== 'dies-after') return trouble;
    const others = ofPerson(id).filter((each) => !isSamePool(each, license));
    licenses.set(id, sign === '+' ? [...others, license] : others);
    effects.push(name);
    return trouble === 'dies-after' ? never() : undefined;
  }

  async function apply(
    { principal, add, remove }: Change,
    { onStep, signal }: Parameters<LicensingAdapter['apply']>[1] = {},
  ): Promise<Outcome<LicensingCode>> {
    if (signal?.aborted) throw new AppError('cancelled');
    const steps: ChangeStep[] = [];
    const { id } = principal;
    const record = async (kind: ChangeStep['kind'], { product, pool, disabledPlanIds }: HeldLicense) => {
      const step = { kind, license: { product, pool, disabledPlanIds }, assignmentId: `of ${pool}` };
      steps.push(step);
      if (add.length + remove.length > 1) await onStep?.(step);
      if (signal?.aborted) throw new AppError('cancelled');
    };
    const give = async (): Promise<LicensingCode | undefined> => {
      for (const license of add) {
        if (holds(id, license)) throw new Error(`${license.pool} is given twice`);
        const refusal = await call('+', id, license);
        if (refusal) return refusal;
        await record('given', license);
      }
      return undefined;
    };
    const take = async (): Promise<LicensingCode | undefined> => {
      for (const pool of remove) {
        const license = ofPerson(id).find((each) => isSamePool(each, pool));
        if (!license) throw new Error(`${pool.pool} is taken twice`);
        const refusal = await call('-', id, license);
        if (refusal) return refusal;
        await record('taken', license);
      }
      return undefined;
    };
    const refusal = service.hasFreeSeat
      ? ((await give()) ?? (await take()))
      : ((await take()) ?? (await give()));
    if (!refusal) return { kind: 'done' };
    for (const license of add.length > 0 ? madeBy(steps).taken : [])
      if (!(await call('+', id, license))) await record('given-back', license);
    const made = toMadePart(madeBy(steps));
    return { kind: 'failed', reason: refusal, ...(made && { made }) };
  }

  const unused = () => Promise.reject(new Error('not part of this service'));
  const licensing: LicensingAdapter = {
    id: 'steps',
    readDoors: unused,
    isOneStep: ({ add, remove }) => add.length + remove.length <= 1,
    listProducts: () => Promise.resolve([]),
    listUnlisted: unused,
    listHolders: unused,
    listPeopleWithIssues: unused,
    listWaitingMembers: unused,
    listGroups: unused,
    readOwnSeats: unused,
    readGroupProgress: unused,
    readHoldings: (principals) =>
      Promise.resolve(
        principals.map((principal) => ({
          principal,
          seats: ofPerson(principal.id).map((each) => seat(each)),
        })),
      ),
    apply,
  };
  return Object.assign(service, { licensing });
}

const never = <T>(): Promise<T> => new Promise<T>(() => undefined);
