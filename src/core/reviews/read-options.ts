import { type Answers, answerOf } from '../forms/index.ts'
import { entriesOf } from '../sheets/index.ts'
import { type DeliveryModel, deliveryModels } from './delivery-models.ts'
import type { ReviewRecord } from './review-record.ts'

/** An option of the longlist. */
export type ReviewOption = {
  readonly id: string
  readonly title: string
  readonly model: DeliveryModel
  readonly description: string
  readonly legalForm: string
  readonly procurementRoute: string
}

/** An answer that is text; "" where there is none. */
export const textIn = (content: Answers, id: string): string => {
  const answer = answerOf(content, id)
  return typeof answer === 'string' ? answer : ''
}

/** The longlist of a review, in its order. Everything on it was checked when it was written. */
export const optionsOf = (record: ReviewRecord): readonly ReviewOption[] =>
  entriesOf(record, 'options').flatMap(({ id, content }) => {
    const model = deliveryModels.find((each) => each.id === textIn(content, 'model'))
    if (model === undefined) return []
    return {
      id,
      title: textIn(content, 'title'),
      model,
      description: textIn(content, 'description'),
      legalForm: textIn(content, 'form'),
      procurementRoute: textIn(content, 'route'),
    }
  })

/** The option that is business as usual: the first that goes on as it is. */
export const businessAsUsualOf = (options: readonly ReviewOption[]): ReviewOption | undefined =>
  options.find(({ model }) => model.id === 'in-house-as-is')
