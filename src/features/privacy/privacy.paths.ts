/** Every address of this area. */

export const retentionPath = '/admin/retention'
export const turnRetentionPath = '/admin/retention/switch'
export const confirmRetentionPath = (number: number | string): string => `/admin/retention/switch/${number}/confirm`
export const holdsPath = '/admin/holds'
export const releaseHoldPath = (id: string): string => `/admin/holds/${id}/release`
export const subjectRequestsPath = '/admin/subject-requests'
export const subjectRequestPath = (number: number | string): string => `/admin/subject-requests/${number}`
export const subjectDataPath = (number: number | string): string => `/admin/subject-requests/${number}/data`
export const closeSubjectRequestPath = (number: number | string): string => `/admin/subject-requests/${number}/close`
export const anonymisePath = (number: number | string): string => `/admin/subject-requests/${number}/anonymise`
