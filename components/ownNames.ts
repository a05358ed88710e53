import type { OwnNames } from '../lib/domain/ownKinds';

/** What the rep's own kinds are called now, by kind; whoever assigns to it draws anew. */
export const ownNames: Partial<Record<string, string>> & OwnNames = {};
