const paths = {
  peak: 'M1.5 15 7 5l3.2 5.6L12 8l4.5 7z',
  call: 'M4 2.5h2.6l1.3 3.4-1.7 1.2a9 9 0 0 0 4.7 4.7l1.2-1.7 3.4 1.3V14a1.6 1.6 0 0 1-1.7 1.6A12.5 12.5 0 0 1 2.4 4.2 1.6 1.6 0 0 1 4 2.5z',
  email:
    'M3.5 4h11A1.5 1.5 0 0 1 16 5.5v7.5a1.5 1.5 0 0 1-1.5 1.5h-11A1.5 1.5 0 0 1 2 13V5.5A1.5 1.5 0 0 1 3.5 4zM2.5 5 9 10l6.5-5',
  connection:
    'M9.8 6a2.8 2.8 0 1 1-5.6 0 2.8 2.8 0 0 1 5.6 0zM2 15c.4-3 2.3-4.4 5-4.4s4.6 1.4 5 4.4M14 5v5M11.5 7.5h5',
  message: 'M2.5 3.5h13v8.6H8.2L4.6 15v-2.9H2.5z',
  meeting:
    'M4 3.5h10A1.5 1.5 0 0 1 15.5 5v9a1.5 1.5 0 0 1-1.5 1.5H4A1.5 1.5 0 0 1 2.5 14V5A1.5 1.5 0 0 1 4 3.5zM2.5 7.2h13M6 2v3M12 2v3',
  note: 'M4 2.5h7l3.5 3.5v8A1.5 1.5 0 0 1 13 15.5H4.5A1.5 1.5 0 0 1 3 14V4A1.5 1.5 0 0 1 4.5 2.5M6 8.5h5.5M6 11.5h4',
  check: 'm3.5 9.5 3.5 3.5 7.5-8',
  rest: 'M14.5 11A6.2 6.2 0 0 1 7 3.5a6.2 6.2 0 1 0 7.5 7.5z',
  plus: 'M9 4v10M4 9h10',
  fold: 'm7 4.5 4.5 4.5L7 13.5',
  move: 'M5.5 5 2 8.5 5.5 12M2 8.5h14M12.5 5 16 8.5 12.5 12',
  company: 'M3.5 15.5v-13h7v13M10.5 7h4v8.5M2 15.5h14M6 6h2M6 9h2M6 12h2',
  up: 'm4.5 11 4.5-4.5 4.5 4.5',
  down: 'm4.5 7 4.5 4.5L13.5 7',
  seen: 'M1.5 9S4.5 4 9 4s7.5 5 7.5 5-3 5-7.5 5-7.5-5-7.5-5M9 8.2v1.6',
  unseen: 'M1.5 9S4.5 4 9 4s7.5 5 7.5 5-3 5-7.5 5-7.5-5-7.5-5M3 15 15 3',
  panel: 'M2.5 3.5h13v11h-13zM11 3.5v11',
  page: 'M2.5 3.5h13v11h-13zM11 6.5h2v5h-2z',
} as const;

export type IconName = keyof typeof paths;

/** Decorative: the words beside it, or the button's label, carry the meaning. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 18 18" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  );
}
