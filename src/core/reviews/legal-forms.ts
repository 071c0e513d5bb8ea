import type { DeliveryModelId } from './delivery-model-ids.ts'

/** The legal forms that go with each way of delivery. They are kept as they are written here, so they are the same in every language. */
export const legalForms: Readonly<Record<DeliveryModelId, readonly string[]>> = {
  'in-house-as-is': [],
  'in-house-improved': [],
  'shared-service': ['Delegation to another authority', 'Joint committee', 'Agreement between authorities'],
  'council-company': ['Company limited by shares', 'Company limited by guarantee', 'Limited liability partnership'],
  mutual: [
    'Community interest company',
    'Community benefit society',
    'Co-operative society',
    'Company limited by guarantee',
  ],
  'mutual-joint-venture': ['Company limited by shares', 'Limited liability partnership'],
  charity: ['Charitable incorporated organisation', 'Charitable company', 'Community benefit society'],
  'private-contract': ['Contract'],
  partnership: ['Agreement under section 75 of the National Health Service Act 2006', 'Partnership agreement'],
  mixed: ['Of each part'],
  devolve: ['Delegation to a parish council', 'Community asset transfer'],
  stop: [],
}
