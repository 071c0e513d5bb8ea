/** Ways in which a council can have a service delivered. */
export const deliveryModelIds = [
  'in-house-as-is',
  'in-house-improved',
  'shared-service',
  'council-company',
  'mutual',
  'mutual-joint-venture',
  'charity',
  'private-contract',
  'partnership',
  'mixed',
  'devolve',
  'stop',
] as const

export type DeliveryModelId = (typeof deliveryModelIds)[number]
