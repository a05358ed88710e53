/** Notices that only ever say yes. */
export const gladNotices = [
  '[data-sonner-toast][data-type="success"]',
  '[role="alert"][class*="success"]',
  '[role="status"][class*="success"]',
  '.alert-success',
  '.toast-success',
  '.Toastify__toast--success',
  '.notification-success',
] as const;

/** What may show that a press did its work, as most applications make it. A taught rule rests on these and on no other. */
export const proofSelectors = {
  notice: [
    ...gladNotices,
    '[data-sonner-toast]',
    '[role="alert"]',
    '[role="status"]',
    '.alert',
    '[class*="toast"]',
    '[class*="snackbar"]',
    '[class*="notification"]',
  ],
  state: [
    ':checked',
    '[aria-checked="true"]',
    '[aria-pressed="true"]',
    '[aria-selected="true"]',
    '[aria-current="step"]',
    '[aria-current="true"]',
    '[data-state="checked"]',
    '[data-state="on"]',
    '[data-state="active"]',
    '.selected',
    '.completed',
    '.done',
    '.active',
  ],
  form: ['[role="dialog"]', 'dialog', '[role="alertdialog"]', '.modal', 'form'],
  text: ['textarea', '[contenteditable="true"]', 'input[type="text"]'],
} as const;
