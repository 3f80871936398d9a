import { AppError, type ErrorCode } from '../../src/base/appError';
import { maxMembersRead, readGroup } from '../../src/license-jobs/readGroup';
import type { HoldingOptions } from '../../src/licensing/licensingAdapter';
import type { Holding } from '../../src/licensing/types';
import { unknownGroup } from '../../src/licensing/preflight/groupReading';
import { group, groupSeat, guid, holding, ref, refOf, seat, user } from '../licensing/support/samples';
import { fakeDirectory, fakeLicensing } from '../ui/support/fakeServices';

const other = refOf(901);

function setup(
  over: { composition?: ErrorCode; holdings?: ErrorCode; size?: number; groups?: Holding[] } = {},
) {
  const asked: (HoldingOptions | undefined)[] = [];
  const named: (number | undefined)[] = [];
  const directory = fakeDirectory({
    readComposition: (_id, { namesUpTo = 0 } = {}) => {
      named.push(namesUpTo);
      if (over.composition) return Promise.reject(new AppError(over.composition));
      const size = over.size ?? 2;
      const userIds = [guid(1), guid(2)];
      return Promise.resolve({
        directUsers: size,
        nestedGroups: 1,
        ...(size <= namesUpTo ? { userIds } : {}),
      });
    },
  });
  const licensing = fakeLicensing({
    readHoldings: (principals, options) => {
      asked.push(options);
      if (principals[0]?.kind === 'group')
        return Promise.resolve(over.groups ?? [holding(group(5), seat(other))]);
      if (over.holdings) return Promise.reject(new AppError(over.holdings));
      return Promise.resolve(principals.map((principal) => ({ principal, seats: [groupSeat(5, other)] })));
    },
  });
  const read = (isReadInFull = true) =>
    readGroup(
      { directory, licensing },
      { groupId: guid(5), products: [ref.product], isReadInFull, signal: new AbortController().signal },
    );
  return { read, asked, named };
}

test('each member is read with what is to change and with what the group gives besides', async () => {
  const { read, asked, named } = setup();
  expect(await read()).toEqual({
    directUsers: 2,
    nestedGroups: 1,
    members: [holding(user(1), groupSeat(5, other)), holding(user(2), groupSeat(5, other))],
    carried: [other.product],
  });
  expect(named).toEqual([maxMembersRead]);
  expect(asked[1]).toMatchObject({ products: [ref.product, other.product], isBulk: true });
});

test('members of a larger group, and of one too many, are counted only', async () => {
  expect(await setup({ size: maxMembersRead + 1 }).read()).toMatchObject({
    directUsers: maxMembersRead + 1,
    members: undefined,
  });
  expect(await setup().read(false)).toMatchObject({ directUsers: 2, members: undefined });
});

test.each<ErrorCode>(['forbidden', 'service-unavailable', 'unexpected-answer'])(
  'a size that cannot be read (%s) is unknown and not zero',
  async (composition) => {
    expect(await setup({ composition }).read()).toEqual({ ...unknownGroup, carried: [other.product] });
  },
);

test('members whose licenses cannot be read are still counted', async () => {
  expect(await setup({ holdings: 'forbidden' }).read()).toMatchObject({ directUsers: 2, members: undefined });
});

test('a group that is not among the answers is not said to give nothing', async () => {
  const { read } = setup({ groups: [] });
  expect(await read()).toMatchObject({ directUsers: 2, carried: undefined });
});

test('a reading that nobody waits for any more ends', async () => {
  await expect(setup({ composition: 'cancelled' }).read()).rejects.toMatchObject({ code: 'cancelled' });
});
