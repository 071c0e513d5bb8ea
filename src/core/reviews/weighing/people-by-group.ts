import type { WeighingPerson } from './weighing.ts'

/** Those who speak for the same. `label`: for whom, and who they are, as a picture has it beside a table of people. */
export type PeopleGroup = { readonly speaksFor: string; readonly label: string }

/**
 * The people of a round by whom they speak for, in the order in which they come.
 *
 * @example peopleByGroup([{ name: 'Ada', speaksFor: 'Staff' }]) // => [{ speaksFor: 'Staff', label: 'Staff: Ada' }]
 */
export const peopleByGroup = (people: readonly Pick<WeighingPerson, 'name' | 'speaksFor'>[]): readonly PeopleGroup[] =>
  [...Map.groupBy(people, ({ speaksFor }) => speaksFor)].map(([speaksFor, some]) => ({
    speaksFor,
    label: `${speaksFor === '' ? 'Nobody in particular' : speaksFor}: ${some.map(({ name }) => name).join(', ')}`,
  }))
