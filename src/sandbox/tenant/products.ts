// cspell:disable -- names of people, places and products that do not exist
import type { SeededProduct } from './product';
import { exactly, shareOf } from './product';

/** Country in which {@link productIds.vault} must not be used; some seeded people live there. */
export const prohibitedCountry = 'TR';

/** SKU ids by the part that the product plays, for seeding and for tests. */
export const productIds = {
  timesheets: '5ace5b58-6a68-416c-8775-124d5d88d23e',
  rota: 'a322990a-b6a1-499f-9a09-5201066a0484',
  sign: 'c75a598b-c5df-4a78-a5d6-2681e852505a',
  vault: '0963f6fc-e77e-4522-a742-98b195f27724',
  helpdesk: 'cffb8337-dc19-456d-b67e-5ab9ac505b8b',
  surveys: '74e4d09b-6c46-4399-85df-b00de793e40a',
  scan: 'd9a27303-442b-423c-b752-95cf87597c15',
  canvas: 'b61e9777-5497-4482-aaf1-f98b0b209e9e',
  learn: '380a1ac4-6023-4ee4-aace-600fcbad50c4',
  expenses: '1dc0bd4b-1dca-416d-ba13-ab858956348d',
  shield: 'cca8ef10-0c03-4345-8887-ee93c2b3be0f',
  suite: 'df3da47f-0297-4219-8f9d-5bb050be51a8',
  basic: '3b165d43-b8d9-4956-aaa6-4b01460d6544',
  forecast: '364abcbd-f5ae-4e5c-a7ad-2a21fd699db1',
  stranger: '8c3d069f-2bc2-490d-b1e5-d1f90a98b466',
  microsoft365E3: '05e9a617-0261-4cee-bb44-138d3ef5d965',
  office365E3: '6fd2c87f-b296-42f0-b197-1e91e994b900',
  flowFree: 'f30db892-07e9-47e9-837c-80727f46fd3d',
  powerBiFree: 'a403ebcc-fae0-4ca2-8c8c-7a907fd6c235',
} as const;

const foundation = {
  id: '113feb6c-3fe4-4440-bddc-54d774bf0318',
  name: 'EXCHANGE_S_FOUNDATION',
  appliesTo: 'Company',
} as const;
const suiteCore = { id: '396ab454-84c8-4b9e-bb0d-d0f8626c8994', name: 'OSKAVARO_CORE' } as const;
const basicCoreId = '7cecd4a1-34e1-4900-afac-41c2b31e8699';

const officePlans = [
  { id: 'efb87545-963c-4e0d-99df-69c6916d9eb0', name: 'EXCHANGE_S_ENTERPRISE' },
  { id: '5dbe027f-2339-4123-9542-606e4d348a72', name: 'SHAREPOINTENTERPRISE' },
  { id: '43de0ff5-c92c-492b-9116-175376d08c38', name: 'OFFICESUBSCRIPTION' },
  { id: '57ff2da0-773e-42df-b2af-ffb7a2317929', name: 'TEAMS1' },
] as const;

/**
 * Every SKU of the tenant, with the part it plays. All vendors but Microsoft are invented, and so are their products.
 * Microsoft's SKUs and plans carry their published ids.
 */
export const products: readonly SeededProduct[] = [
  // Active, with free seats; the plain case.
  {
    skuId: productIds.timesheets,
    partNumber: 'SNORRIFAX_TIMESHEETS',
    product: 'Snorrifax Timesheets',
    vendor: 'Snorrifax',
    isFirstParty: false,
    appliesTo: 'User',
    plans: [{ id: '2123dfdc-71ef-4efa-a5d5-900ece47358e', name: 'SNORRIFAX_TIMESHEETS' }, foundation],
    subscriptions: [
      {
        id: '2146e2fb-d1e2-436e-98b7-e514464a9968',
        commerceId: 'ea11fcbb-4301-4674-9b2f-49b52c97ab7d',
        status: 'Enabled',
        seats: exactly(100),
        boughtDaysAgo: 210,
        nextChangeInDays: 155,
      },
    ],
  },
  // Full: every seat is taken, and a licensed group waits for more.
  {
    skuId: productIds.rota,
    partNumber: 'SNORRIFAX_ROTA',
    product: 'Snorrifax Rota',
    vendor: 'Snorrifax',
    isFirstParty: false,
    appliesTo: 'User',
    plans: [{ id: 'ba41a3a6-d80a-4924-a89c-fa3cd3e3e5ad', name: 'SNORRIFAX_ROTA' }],
    subscriptions: [
      {
        id: '1198b979-0db6-473e-be49-0f54d9adaba5',
        commerceId: 'a522abb1-c249-4f91-9fee-7d8c5e2d1b66',
        status: 'Enabled',
        seats: exactly(25),
        boughtDaysAgo: 320,
        nextChangeInDays: 45,
      },
    ],
  },
  // Trial.
  {
    skuId: productIds.sign,
    partNumber: 'QUORVEXA_SIGN_TRIAL',
    product: 'Quorvexa Sign',
    vendor: 'Quorvexa',
    isFirstParty: false,
    appliesTo: 'User',
    plans: [
      { id: 'd42b1dd3-76e2-4a7a-bb3b-2c3773684e86', name: 'QUORVEXA_SIGN' },
      { id: '2fe4441a-86e0-4318-a426-472580a838d6', name: 'QUORVEXA_SIGN_TEMPLATES' },
    ],
    subscriptions: [
      {
        id: 'cd07dfa8-3600-4672-952c-c98e29fae4e1',
        commerceId: 'ed8885e5-13d5-4443-b582-567c4a54e52e',
        status: 'Enabled',
        seats: exactly(25),
        isTrial: true,
        boughtDaysAgo: 9,
        nextChangeInDays: 21,
      },
    ],
  },
  // Expires within 30 days; its plan is prohibited in one country.
  {
    skuId: productIds.vault,
    partNumber: 'QUORVEXA_VAULT',
    product: 'Quorvexa Vault',
    vendor: 'Quorvexa',
    isFirstParty: false,
    appliesTo: 'User',
    plans: [
      {
        id: 'f8375670-b125-402e-b9ec-23924ed67e44',
        name: 'QUORVEXA_VAULT',
        prohibitedIn: [prohibitedCountry],
      },
    ],
    subscriptions: [
      {
        id: '809635dd-363d-41d2-bdda-d9a7dcf3ccf5',
        commerceId: '604a1cba-00ce-4bac-a752-c7d47d219297',
        status: 'Enabled',
        seats: exactly(60),
        boughtDaysAgo: 353,
        nextChangeInDays: 12,
      },
    ],
  },
  // Expired, in its grace period: warning units only.
  {
    skuId: productIds.helpdesk,
    partNumber: 'WUMBLEDYNE_HELPDESK',
    product: 'Wumbledyne Helpdesk',
    vendor: 'Wumbledyne',
    isFirstParty: false,
    appliesTo: 'User',
    plans: [
      { id: 'b405afcd-4cef-4c01-8a1d-ea3678e0e81f', name: 'WUMBLEDYNE_AGENT' },
      { id: '39b16d26-d5a0-4d33-bf5c-59d224484d77', name: 'WUMBLEDYNE_REPORTS' },
    ],
    subscriptions: [
      {
        id: 'c0a42900-85ba-4495-8f29-4899ad7b77ba',
        commerceId: '2eef3023-b9a2-4c38-a58e-98975e975321',
        status: 'Warning',
        seats: exactly(40),
        boughtDaysAgo: 371,
        nextChangeInDays: 24,
      },
    ],
  },
  // Suspended: people still hold seats that no longer work.
  {
    skuId: productIds.surveys,
    partNumber: 'WUMBLEDYNE_SURVEYS',
    product: 'Wumbledyne Surveys',
    vendor: 'Wumbledyne',
    isFirstParty: false,
    appliesTo: 'User',
    plans: [{ id: 'b2e53ade-05e0-4c62-b9f5-1fb84792b0b2', name: 'WUMBLEDYNE_SURVEYS' }],
    subscriptions: [
      {
        id: '30c5cd83-52e7-47b4-827a-1c03ac6bdaeb',
        commerceId: 'a8f00d94-36c1-4335-85da-486accc431d1',
        status: 'Suspended',
        seats: exactly(30),
        boughtDaysAgo: 440,
        nextChangeInDays: 50,
      },
    ],
  },
  // Locked out: the customer cancelled.
  {
    skuId: productIds.scan,
    partNumber: 'BRAMBULON_SCAN',
    product: 'Brambulon Scan',
    vendor: 'Brambulon',
    isFirstParty: false,
    appliesTo: 'User',
    plans: [{ id: '362c9917-cab1-480a-b9f3-f813a5adfdb3', name: 'BRAMBULON_SCAN' }],
    subscriptions: [
      {
        id: 'da79718c-51c6-4734-9ef8-e8915d2f6b57',
        commerceId: 'd178bf5b-5475-41df-8c7f-0eb371eb0c08',
        status: 'LockedOut',
        seats: exactly(15),
        boughtDaysAgo: 500,
        nextChangeInDays: 8,
      },
    ],
  },
  // Over-allocated: seats were taken away while people held them.
  {
    skuId: productIds.canvas,
    partNumber: 'TINDLEWICK_CANVAS',
    product: 'Tindlewick Canvas',
    vendor: 'Tindlewick',
    isFirstParty: false,
    appliesTo: 'User',
    plans: [{ id: 'f3f9fecc-1e4b-41d9-ad2d-5e2a9e2d0404', name: 'TINDLEWICK_CANVAS' }],
    subscriptions: [
      {
        id: 'ace059aa-d1ff-4f57-a6d3-0e244ad7fbb7',
        commerceId: 'e0473dfe-c61d-43cb-9cd0-497570392224',
        status: 'Enabled',
        seats: exactly(20),
        boughtDaysAgo: 130,
        nextChangeInDays: 235,
      },
    ],
  },
  // Large: about 60 % of the people, directly, through a group, or both.
  {
    skuId: productIds.learn,
    partNumber: 'TINDLEWICK_LEARN',
    product: 'Tindlewick Learn',
    vendor: 'Tindlewick',
    isFirstParty: false,
    appliesTo: 'User',
    plans: [
      { id: 'e4943316-4d56-4148-a697-14c094a83355', name: 'TINDLEWICK_LEARN' },
      { id: 'e73648d0-a23e-42b3-98b6-e6385e7446e8', name: 'TINDLEWICK_LEARN_OFFLINE' },
      { id: 'f7429720-bdf8-4a7b-8c0e-1ca068dcb70c', name: 'TINDLEWICK_LEARN_COACH' },
    ],
    subscriptions: [
      {
        id: '8503b3c8-6951-47ab-a02e-7e8b8e112021',
        commerceId: '758fd5f3-5056-4b5e-ae4a-51bf38000028',
        status: 'Enabled',
        seats: shareOf(0.85, 2500),
        boughtDaysAgo: 640,
        nextChangeInDays: 90,
      },
    ],
  },
  // Two subscriptions of one SKU, one of them in its grace period.
  {
    skuId: productIds.expenses,
    partNumber: 'FRIBBLETORP_EXPENSES',
    product: 'Fribbletorp Expenses',
    vendor: 'Fribbletorp',
    isFirstParty: false,
    appliesTo: 'User',
    plans: [
      { id: 'ef775c3f-ec9c-40e0-b5ba-14ffab8da28e', name: 'FRIBBLETORP_EXPENSES' },
      { id: 'ede186c3-0c8f-41f9-8d2b-e143ddf76a4e', name: 'FRIBBLETORP_RECEIPTS' },
    ],
    subscriptions: [
      {
        id: '0ffdd6e8-d8cb-4c48-ad8b-58cb0278efd5',
        commerceId: '56b02df9-c7aa-40f0-a235-3e20c0198d8b',
        status: 'Enabled',
        seats: exactly(50),
        boughtDaysAgo: 100,
        nextChangeInDays: 265,
      },
      {
        id: '94288505-3fd4-4905-b545-161f594234e0',
        commerceId: 'dcf196f3-c21e-4626-bfe6-3a68f4060158',
        status: 'Warning',
        seats: exactly(20),
        boughtDaysAgo: 378,
        nextChangeInDays: 17,
      },
    ],
  },
  // For the whole organization: cannot be assigned to anyone.
  {
    skuId: productIds.shield,
    partNumber: 'FRIBBLETORP_TENANT_SHIELD',
    product: 'Fribbletorp Tenant Shield',
    vendor: 'Fribbletorp',
    isFirstParty: false,
    appliesTo: 'Company',
    plans: [
      { id: '156073a9-ee8d-45e9-ae6e-ec618786d23d', name: 'FRIBBLETORP_TENANT_SHIELD', appliesTo: 'Company' },
    ],
    subscriptions: [
      {
        id: 'e4088fc2-a2f5-45ef-9ef3-2d12f745f8c1',
        commerceId: 'ac3ed556-f67b-4faf-85e7-fb31a4d5f16b',
        status: 'Enabled',
        seats: exactly(1),
        boughtDaysAgo: 60,
        nextChangeInDays: 305,
      },
    ],
  },
  // Several plans; two of them depend on the first. Excludes the basic edition.
  {
    skuId: productIds.suite,
    partNumber: 'OSKAVARO_SUITE',
    product: 'Oskavaro Suite',
    vendor: 'Oskavaro',
    isFirstParty: false,
    appliesTo: 'User',
    plans: [
      { ...suiteCore, excludes: [basicCoreId] },
      { id: '3ff0a23d-08cf-419e-9848-9338d9902792', name: 'OSKAVARO_BOARDS', dependsOn: [suiteCore.id] },
      { id: 'fdd2781f-098b-447e-94a6-00b27941679f', name: 'OSKAVARO_INSIGHTS', dependsOn: [suiteCore.id] },
      { id: '625ab263-e187-40e7-8af7-2ec82bff2f54', name: 'OSKAVARO_MOBILE' },
    ],
    subscriptions: [
      {
        id: '191a15ac-f7db-4889-8eff-4cd0ff26a5d7',
        commerceId: 'bea8977f-500b-4dde-b3e3-17c4aa364391',
        status: 'Enabled',
        seats: exactly(80),
        boughtDaysAgo: 30,
        nextChangeInDays: 335,
      },
    ],
  },
  // The basic edition: it conflicts with the suite.
  {
    skuId: productIds.basic,
    partNumber: 'OSKAVARO_BASIC',
    product: 'Oskavaro Basic',
    vendor: 'Oskavaro',
    isFirstParty: false,
    appliesTo: 'User',
    plans: [{ id: basicCoreId, name: 'OSKAVARO_BASIC_CORE', excludes: [suiteCore.id] }],
    subscriptions: [
      {
        id: 'c4342109-264e-4c61-9e6d-aa4e453350a7',
        commerceId: 'dee30eed-7f86-4b56-adea-552bce6348ef',
        status: 'Enabled',
        seats: exactly(50),
        boughtDaysAgo: 30,
        nextChangeInDays: 335,
      },
    ],
  },
  // An add-on whose plan depends on a plan of another product.
  {
    skuId: productIds.forecast,
    partNumber: 'OSKAVARO_FORECAST_ADDON',
    product: 'Oskavaro Forecast add-on',
    vendor: 'Oskavaro',
    isFirstParty: false,
    appliesTo: 'User',
    plans: [
      { id: 'ea71e298-e6be-42e8-a9d9-12d793ea067e', name: 'OSKAVARO_FORECAST', dependsOn: [suiteCore.id] },
    ],
    subscriptions: [
      {
        id: '247a0900-d32b-490f-be5f-3c864947e6a6',
        commerceId: 'b2aff867-4cdb-4d24-9ddf-6892cf4438c5',
        status: 'Enabled',
        seats: exactly(30),
        boughtDaysAgo: 30,
      },
    ],
  },
  // In no catalogue: its publisher is unknown.
  {
    skuId: productIds.stranger,
    partNumber: 'ZQ7_PRM_AL',
    product: undefined,
    vendor: undefined,
    isFirstParty: false,
    appliesTo: 'User',
    plans: [{ id: '3352d043-34f9-4454-81ff-7e202728c2ce', name: 'ZQ7_PRM_CORE' }],
    subscriptions: [
      {
        id: '16109f5e-d41e-4cd2-8048-dcd9bd52f98a',
        commerceId: '223b9822-4139-4a8c-8733-45108e983aab',
        status: 'Enabled',
        seats: exactly(10),
        boughtDaysAgo: 75,
        nextChangeInDays: 290,
      },
    ],
  },
  // Microsoft's own, held by most people.
  {
    skuId: productIds.microsoft365E3,
    partNumber: 'SPE_E3',
    product: 'Microsoft 365 E3',
    vendor: 'Microsoft',
    isFirstParty: true,
    appliesTo: 'User',
    plans: [...officePlans, { id: '41781fb2-bc02-4b7c-bd55-b576c07bb09d', name: 'AAD_PREMIUM' }],
    subscriptions: [
      {
        id: '5b6d4c0e-6c39-4d53-9c0a-7b8f3c7f1b11',
        commerceId: '1f2f0a35-9a44-4a0c-8c55-2ad1b9a4f6d2',
        status: 'Enabled',
        seats: shareOf(0.9, 190),
        boughtDaysAgo: 700,
        nextChangeInDays: 30 + 365,
      },
    ],
  },
  {
    skuId: productIds.office365E3,
    partNumber: 'ENTERPRISEPACK',
    product: 'Office 365 E3',
    vendor: 'Microsoft',
    isFirstParty: true,
    appliesTo: 'User',
    plans: officePlans,
    subscriptions: [
      {
        id: '7d9ac3fd-2f0e-4f07-b1d1-0f6a6a1f2c43',
        commerceId: '96b7c8a4-51f0-4b6c-8f1e-3f9f0a5b7d54',
        status: 'Enabled',
        seats: shareOf(0.1, 40),
        boughtDaysAgo: 900,
        nextChangeInDays: 200,
      },
    ],
  },
  {
    skuId: productIds.flowFree,
    partNumber: 'FLOW_FREE',
    product: 'Microsoft Power Automate Free',
    vendor: 'Microsoft',
    isFirstParty: true,
    appliesTo: 'User',
    plans: [{ id: '50e68c76-46c6-4674-81f9-75456511b170', name: 'FLOW_P2_VIRAL' }, foundation],
    subscriptions: [
      {
        id: 'a0f5b2c1-8e47-4a1f-9d5c-6e2b7f3a4c65',
        commerceId: 'b8e6d3a2-7c58-4b2e-8f6d-5d1c8e4b3a76',
        status: 'Enabled',
        seats: exactly(10_000),
        boughtDaysAgo: 1_000,
      },
    ],
  },
  {
    skuId: productIds.powerBiFree,
    partNumber: 'POWER_BI_STANDARD',
    product: 'Power BI (free)',
    vendor: 'Microsoft',
    isFirstParty: true,
    appliesTo: 'User',
    plans: [{ id: '2049e525-b859-401b-b2a0-e0a31c4b1fe4', name: 'BI_AZURE_P0' }, foundation],
    subscriptions: [
      {
        id: 'c1d7e4b3-6b69-4c3d-9e7e-4c0d9f5c2b87',
        commerceId: 'd2e8f5c4-5a7a-4d4c-8d8f-3b1e0a6d1c98',
        status: 'Enabled',
        seats: exactly(1_000_000),
        boughtDaysAgo: 1_000,
      },
    ],
  },
];
