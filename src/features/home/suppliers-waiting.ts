import { type SupplierWork, supplierHomePath, supplierWork } from '../support/index.ts'
import { asked, type FindWaiting, type Waiting } from './waiting-item.ts'

/** The suppliers for which this person works, with the interests that they have yet to declare: two statements. */
export const suppliersWaiting: FindWaiting = async (db, actor) => (await supplierWork(db, actor)).map(supplierWaiting)

const supplierWaiting = ({ supplier, fundName, toDeclare }: SupplierWork): Waiting => ({
  href: supplierHomePath,
  title: `Support for ${fundName}`,
  detail:
    toDeclare === 0
      ? `Orders and interests of ${supplier}`
      : toDeclare === 1
        ? `Say whether ${supplier} has an interest in 1 service, or it gets no order there`
        : `Say whether ${supplier} has an interest in ${toDeclare} services, or it gets no order there`,
  state: toDeclare === 0 ? { text: 'Nothing to declare', classes: 'govuk-tag--grey' } : asked('Declare'),
  asks: toDeclare > 0,
})
