import { deliveryModels } from '../delivery-models.ts'
import type { Sheet } from './sheet.ts'

const models = deliveryModels.map(({ id, name, what }) => ({ value: id, label: name, hint: what }))
const legalForms = [...new Set(deliveryModels.flatMap((model) => model.legalForms))].sort()

/** The longlist: ways in which the service could be delivered. */
export const optionsSheet: Sheet = {
  id: 'options',
  title: 'Longlist of options',
  what: 'Every way in which the service could be delivered. In-house as it is and the least change always stay on it.',
  chapter: 'options',
  from: 'quick',
  list: {
    itemName: 'option',
    titledBy: 'title',
    columns: ['model', 'form'],
    most: 20,
    distinct: { text: 'Another option of the longlist has this name. Give this one another' },
  },
  questions: () => [
    { type: 'short-text', id: 'title', label: 'What is the option called?', required: true, max: 80 },
    {
      type: 'radios',
      id: 'model',
      label: 'Which way of delivery is it?',
      shortName: 'way of delivery',
      required: true,
      options: models,
    },
    {
      type: 'long-text',
      id: 'description',
      label: 'How would it work?',
      hint: 'Who delivers, who owns, who decides, what changes for those who use it',
      required: true,
      maxWords: 300,
    },
    {
      type: 'select',
      id: 'form',
      label: 'Which legal form, if a new body is made?',
      shortName: 'legal form',
      options: legalForms.map((form) => ({ value: form, label: form })),
    },
    {
      type: 'long-text',
      id: 'route',
      label: 'By which procurement route, or why is none needed?',
      maxWords: 200,
    },
  ],
}
