import { followMember } from '../../../src/license-jobs/through-group/followMember';
import { groupSeat, guid, ref } from '../../licensing/support/samples';

const joining = { groupId: guid(5), products: [ref.product], isLeaving: false };
const leaving = { ...joining, isLeaving: true };

test('a license of unknown state, or one that could not be read, is neither given nor gone', () => {
  expect(followMember({ seats: [groupSeat(5, { state: 'unknown' })] }, joining)).toBeUndefined();
  expect(followMember({ seats: [], isIncomplete: true }, leaving)).toBeUndefined();
  expect(followMember({ seats: [groupSeat(5)] }, joining)).toEqual({ kind: 'done' });
  expect(followMember({ seats: [] }, leaving)).toEqual({ kind: 'done' });
});

test('a license through the group that is off or works in part replaces no direct one', () => {
  for (const state of ['disabled', 'active-with-error'] as const) {
    const holding = { seats: [groupSeat(5, { state })] };
    expect(followMember(holding, { ...joining, isReplacing: true })?.kind).toBe('failed');
    expect(followMember(holding, joining)).toEqual({ kind: 'done' });
  }
});
