/** What moves a rep; the words of a nudge follow it. */
export const drives = ['money', 'recognition', 'mastery', 'helping', 'freedom'] as const;
export type Drive = (typeof drives)[number];

/** More are no longer what moves one. */
export const mostDrives = 3;
