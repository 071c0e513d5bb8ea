export { searchPath } from './search.paths.ts'
export { searchRoutes } from './search.routes.ts'
