/** What a page of a site is called among its rules, where it throws like one of them: `atomic/contact-page`. */
export function pageOf(site: string, kind: string): string {
  return `${site}/${kind}-page`;
}
