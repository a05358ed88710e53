import type { Site } from './site';

/** A page that no other site recognises: nothing is counted from it, and the rep logs there with one click. */
export const other: Site = {
  id: 'other',
  // It has no name of its own; its address is shown.
  label: '',
  matches: [],
  pages: [],
  rules: [],
  landmarks: {},
};
