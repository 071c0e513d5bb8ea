export { reviewDepthName } from './reviews.messages.ts'
export { reviewPath, reviewsPath, startReviewPath } from './reviews.paths.ts'
export { reviewsRoutes } from './reviews.routes.ts'
export { type Review, reviewsOf } from './reviews.store.ts'
