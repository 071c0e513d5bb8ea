export const guidesPath = '/guides'
export const guidePath = (guide: string): string => `/guides/${guide}`
