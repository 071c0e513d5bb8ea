export { tellOfDelivery } from './delivering/tell-of-delivery.ts'
export { councilSupportPath, supplierHomePath } from './support.paths.ts'
export { supportRoutes } from './support.routes.ts'
export { type SupportWaiting, supportWaiting } from './support-waiting.ts'
