export const searchPath = '/search'
