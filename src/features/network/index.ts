export { receiveMail } from './inbound/receive-mail.ts'
export { networksOf, type OwnNetwork } from './members/members.store.ts'
export { networkPath } from './network.paths.ts'
export { networkRoutes } from './network.routes.ts'
