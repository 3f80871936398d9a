/** Milliseconds after a write during which answers stay old, by what is asked; each can be set at any time. Default 0. */
export interface ReplicationLag {
  /** Plain reads of the object and of lists. */
  readsInMs: number;
  /** The index behind advanced queries. */
  indexInMs: number;
  /** `consumedUnits` of subscribed SKUs. */
  countsInMs: number;
  /** Delta queries. */
  deltaInMs: number;
}

/** The ways to licenses that a tenant may have. */
export const doors = ['directory', 'both', 'cloud-licensing'] as const;

/**
 * Ways to the licenses of a tenant: `directory` has no cloud licensing; `both` is what most tenants have; with
 * `cloud-licensing` the products of other vendors than Microsoft are in no list of the directory.
 */
export type Doors = (typeof doors)[number];

/** Sources that the shapes of cloud licensing follow: Microsoft's reference pages, or its older design text. */
export const cloudShapes = ['reference', 'design'] as const;

/**
 * Answers to an assignment of a pool that the object has already, of which Microsoft publishes nothing: a refusal, or the
 * assignment that is there, written once more.
 */
export const repeatedAssignments = ['refused', 'accepted'] as const;

/** Behavior of the directory that clients must handle; each property can be set at any time. */
export interface DirectorySettings {
  /** Milliseconds that a write of a person takes, during which another one conflicts; default 0. */
  writesTakeInMs: number;
  /** True if every second page of a list is empty but links to the next; default false. */
  hasEmptyPages: boolean;
  /** Milliseconds that links to further pages live; default Infinity. */
  linksLiveInMs: number;
  /** Number of changes that each round of a delta query repeats from the rounds before; default 0. */
  deltaReplays: number;
  /** Delta tokens from before this moment (milliseconds since 1970) are answered by 410; default 0. */
  deltasResetAt: number;
  /** True if the tenant has a premium plan of the directory, which sign-in activity needs; default true. */
  isPremium: boolean;
  /** Default `both`. */
  doors: Doors;
  /** Default `reference`. */
  cloudShapes: (typeof cloudShapes)[number];
  /** True if cloud licensing answers a single object inside `value`, as samples of some pages show; default false. */
  wrapsSingles: boolean;
  /** Default `refused`. */
  repeatedAssignments: (typeof repeatedAssignments)[number];
}

/** Values of the settings that are words. */
export const settingWords: Readonly<Partial<Record<keyof DirectorySettings, readonly string[]>>> = {
  doors,
  cloudShapes,
  repeatedAssignments,
};

/** Answers that are never old. */
export const noLag: Readonly<ReplicationLag> = { readsInMs: 0, indexInMs: 0, countsInMs: 0, deltaInMs: 0 };

/** Settings of a directory without trouble. */
export const defaultSettings: Readonly<DirectorySettings> = {
  writesTakeInMs: 0,
  hasEmptyPages: false,
  linksLiveInMs: Infinity,
  deltaReplays: 0,
  deltasResetAt: 0,
  isPremium: true,
  doors: 'both',
  cloudShapes: 'reference',
  wrapsSingles: false,
  repeatedAssignments: 'refused',
};
