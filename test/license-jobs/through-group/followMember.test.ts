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
