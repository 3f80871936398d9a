// cspell:disable -- names of people, places and products that do not exist
import { personas } from './personas';
import type { CapabilityStatus, SeededPlan } from './product';

/** One purchase of a product that only cloud licensing knows, with seats of its own. */
export interface CloudPool {
  /** Id of the subscription behind it. */
  readonly key: string;
  readonly units: number;
  readonly status: CapabilityStatus;
  readonly isTrial?: true;
  readonly boughtDaysAgo: number;
  /** Days from the seed day; undefined: none planned. */
  readonly nextChangeInDays?: number;
  /** Set for what one person bought for a department, which only that person gives away. */
  readonly ownerId?: string;
}

/** A product that only cloud licensing knows: it is in no list of subscribed SKUs. */
export interface CloudProduct {
  /** Known to the sandbox alone. */
  readonly key: string;
  readonly product: string;
  /** Its name in the marketplace; undefined where the service gives none. */
  readonly catalogId?: string;
  /** A SKU that is in no list of the directory. */
  readonly sku?: { readonly skuId: string; readonly partNumber: string };
  readonly plans: readonly SeededPlan[];
  /** Kinds of objects, separated by commas; `none` where the vendor manages the seats. */
  readonly assignableTo: string;
  readonly pools: readonly CloudPool[];
}

/** Keys by the part that the product plays. */
export const cloudProductIds = {
  insights: '9b1f60d2-3c58-4e7a-8c4d-71e0a2f35b01',
  locked: '9b1f60d2-3c58-4e7a-8c4d-71e0a2f35b02',
  ledger: '9b1f60d2-3c58-4e7a-8c4d-71e0a2f35b03',
  department: '9b1f60d2-3c58-4e7a-8c4d-71e0a2f35b04',
  rooms: '9b1f60d2-3c58-4e7a-8c4d-71e0a2f35b05',
  scanner: '9b1f60d2-3c58-4e7a-8c4d-71e0a2f35b06',
  kiosk: '9b1f60d2-3c58-4e7a-8c4d-71e0a2f35b07',
} as const;

const poolKey = (place: string): string => `6e2b9c14-7f03-4a5d-b1e8-90d3c7a2f4${place}`;
const planId = (place: string): string => `5c7e1d90-0b64-4f1e-9d27-c3a8e64f1a${place}`;
const buyerId = personas.find(({ key }) => key === 'member')?.userId;

/** The products that only cloud licensing knows; vendors are invented. */
export const cloudProducts: readonly CloudProduct[] = [
  // The plain case: it can be given, but through cloud licensing alone.
  {
    key: cloudProductIds.insights,
    product: 'Quillmarrow Insights',
    catalogId: 'G2ALO6SPZNK7:0001',
    plans: [
      { id: planId('01'), name: 'QUILLMARROW_INSIGHTS_CORE' },
      { id: planId('02'), name: 'QUILLMARROW_INSIGHTS_ALERTS' },
    ],
    assignableTo: 'user,group',
    pools: [{ key: poolKey('01'), units: 12, status: 'Enabled', boughtDaysAgo: 200, nextChangeInDays: 165 }],
  },
  // Visible but not assignable: the vendor manages its seats.
  {
    key: cloudProductIds.locked,
    product: 'Bramblecourt Desk',
    catalogId: 'K7TR2WMB9QAX:0002',
    plans: [{ id: planId('03'), name: 'BRAMBLECOURT_DESK' }],
    assignableTo: 'none',
    pools: [{ key: poolKey('02'), units: 30, status: 'Enabled', boughtDaysAgo: 90, nextChangeInDays: 275 }],
  },
  // Bought twice, without a name in the marketplace: people may hold a seat of each purchase.
  {
    key: cloudProductIds.ledger,
    product: 'Thornwick Ledger',
    plans: [
      { id: planId('04'), name: 'THORNWICK_LEDGER' },
      { id: planId('05'), name: 'THORNWICK_LEDGER_EXPORT' },
    ],
    assignableTo: 'user,group',
    pools: [
      { key: poolKey('03'), units: 15, status: 'Enabled', boughtDaysAgo: 300, nextChangeInDays: 65 },
      { key: poolKey('04'), units: 10, status: 'Warning', boughtDaysAgo: 370, nextChangeInDays: 25 },
    ],
  },
  // What one person bought for a department; it has a SKU that `assignLicense` does not take.
  {
    key: cloudProductIds.department,
    product: 'Palegrove Sketch',
    catalogId: 'P3HW8DLQ5NCE:0001',
    sku: { skuId: '9b1f60d2-3c58-4e7a-8c4d-71e0a2f35c04', partNumber: 'PALEGROVE_SKETCH_DEPT' },
    plans: [{ id: planId('06'), name: 'PALEGROVE_SKETCH' }],
    assignableTo: 'user,group',
    pools: [
      {
        key: poolKey('05'),
        units: 8,
        status: 'Enabled',
        boughtDaysAgo: 40,
        nextChangeInDays: 325,
        ownerId: buyerId,
      },
    ],
  },
  // Given to a group with more members than there are seats, so that some of them wait.
  {
    key: cloudProductIds.rooms,
    product: 'Merrowfen Rooms',
    catalogId: 'R9YB4KFS2VMG:0003',
    plans: [{ id: planId('07'), name: 'MERROWFEN_ROOMS' }],
    assignableTo: 'user,group',
    pools: [{ key: poolKey('06'), units: 8, status: 'Enabled', boughtDaysAgo: 120, nextChangeInDays: 245 }],
  },
  // Not paid: its seats no longer provide benefits.
  {
    key: cloudProductIds.scanner,
    product: 'Hollowmere Scanner',
    catalogId: 'H6MD1XQJ8ZTU:0001',
    plans: [{ id: planId('08'), name: 'HOLLOWMERE_SCANNER' }],
    assignableTo: 'user,group',
    pools: [{ key: poolKey('07'), units: 20, status: 'Suspended', boughtDaysAgo: 400, nextChangeInDays: 9 }],
  },
  // A trial, and for devices.
  {
    key: cloudProductIds.kiosk,
    product: 'Fennimore Kiosk',
    catalogId: 'F4NE0CVK3PWL:0001',
    plans: [{ id: planId('09'), name: 'FENNIMORE_KIOSK' }],
    assignableTo: 'device,group',
    pools: [
      {
        key: poolKey('08'),
        units: 5,
        status: 'Enabled',
        isTrial: true,
        boughtDaysAgo: 11,
        nextChangeInDays: 19,
      },
    ],
  },
];
