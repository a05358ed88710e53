/**
 * Everybody on the pages. All invented. Member ids have the length of real ones (`ACoAA` and 34 more, fixtures of 2026-05,
 * grade V), and say that they are not: `ACoAATEST…`. A lead has another id than its profile (`ACwAA…`, grade V).
 *
 * `relation`: none (2nd degree) · pending · withdrawn · connected · incoming · follow (Connect only under More) · me
 */
const everybody = [
  ['me-myself', 'Robin Muster', 'me'],
  ['nora-beispiel', 'Nora Beispiel', 'none'],
  ['tom-sample', 'Tom Sample', 'none'],
  ['lucia-ejemplo', 'Lucía Ejemplo', 'none'],
  ['paula-pendiente', 'Paula Pendiente', 'pending'],
  ['wim-withdrawn', 'Wim Withdrawn', 'withdrawn'],
  ['carl-connected', 'Carl Connected', 'connected'],
  ['dana-connected', 'Dana Connected', 'connected'],
  ['iris-incoming', 'Iris Incoming', 'incoming'],
  ['ian-incoming', "Ian O'Incoming", 'incoming'],
  ['flora-follow', 'Flora Follow', 'follow'],
  ['abd-al-rahman-mithal', 'عبد الرحمن بن عبد العزيز بن محمد المثالي التجريبي الافتراضية', 'none'],
  ['ada-sidebar', 'Ada Sidebar', 'none'],
  ['ben-sidebar', 'Ben Sidebar', 'none'],
  ['cleo-sidebar', 'Cleo Sidebar', 'none'],
  ['dirk-sidebar', 'Dirk Sidebar', 'none'],
  ['emma-sidebar', 'Emma Sidebar', 'none'],
  ['finn-sidebar', 'Finn Sidebar', 'none'],
  ['gil-sidebar', 'Gil Sidebar', 'none'],
  ['hana-sidebar', 'Hana Sidebar', 'none'],
  ['ines-sidebar', 'Ines Sidebar', 'none'],
  ['jo-sidebar', 'Jo Sidebar', 'pending'],
];

export const people = everybody.map(([slug, name, relation], number) => ({
  slug,
  name,
  relation,
  member: 900_000_000 + number,
  id: `ACoAATEST${String(number).padStart(30, '0')}`,
  lead: `ACwAATEST${String(number).padStart(30, '0')}`,
}));
