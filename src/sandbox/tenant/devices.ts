/** One device of the organization. */
interface DeviceRow {
  readonly id: string;
  readonly displayName: string;
}

/** The devices of every tenant: as many as licenses for devices need. */
const devices: readonly DeviceRow[] = ['Reception', 'Canteen', 'Warehouse'].map((place, index) => ({
  id: `0de71ce0-0000-4000-8000-00000000000${index + 1}`,
  displayName: `Kiosk ${place}`,
}));

/** Returns the device of an id; undefined if there is none. */
export function deviceOf(id: string): DeviceRow | undefined {
  return devices.find((device) => device.id === id.toLowerCase());
}

/** Id of the device that holds a license in every tenant. */
export const licensedDeviceId = '0de71ce0-0000-4000-8000-000000000001';
