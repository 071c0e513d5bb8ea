export { councilSupportPath, supplierHomePath } from './support.paths.ts'
export { supportRoutes } from './support.routes.ts'
