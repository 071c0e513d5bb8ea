/** Every address of this area. */

export const retentionPath = '/admin/retention'
export const turnRetentionPath = '/admin/retention/switch'
export const confirmRetentionPath = (number: number | string): string => `/admin/retention/switch/${number}/confirm`
export const holdsPath = '/admin/holds'
export const releaseHoldPath = (id: string): string => `/admin/holds/${id}/release`
