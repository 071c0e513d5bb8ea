/** What a benefit is. Money is counted in pounds; the others have a measure of their own. */
export const benefitKinds = [
  { id: 'cashable', name: 'Cashable saving', money: true, what: 'A budget can be cut by it' },
  {
    id: 'non-cashable',
    name: 'Non-cashable saving',
    money: true,
    what: 'Time or capacity is freed, and no budget cut',
  },
  {
    id: 'cost-avoided',
    name: 'Cost avoided',
    money: true,
    what: 'Something that would have had to be paid, and is not',
  },
  { id: 'social-value', name: 'Social value', money: true, what: 'Worth to people and places, valued in pounds' },
  { id: 'engagement', name: 'Staff engagement', money: false, what: 'From a survey of staff' },
  { id: 'absence', name: 'Staff absence', money: false, what: 'Such as days lost for each person a year' },
  {
    id: 'satisfaction',
    name: 'Satisfaction of users',
    money: false,
    what: 'From a survey of those who use the service',
  },
  {
    id: 'outcomes',
    name: 'Outcomes',
    money: false,
    what: 'What becomes of people, such as those in work a year later',
  },
  { id: 'access-hours', name: 'Access: opening hours', money: false, what: 'Such as hours a week' },
  { id: 'access-distance', name: 'Access: distance', money: false, what: 'Such as miles to the nearest place' },
  { id: 'access-channel', name: 'Access: channel', money: false, what: 'Such as the share that can be done online' },
  { id: 'access-wait', name: 'Access: waiting time', money: false, what: 'Such as days until the first appointment' },
] as const

export type BenefitKind = (typeof benefitKinds)[number]['id']

const kindById = (id: string) => benefitKinds.find((kind) => kind.id === id)

/** @returns undefined for what is no kind of benefit */
export const readBenefitKind = (id: string): BenefitKind | undefined => kindById(id)?.id

export const benefitKindName = (id: BenefitKind): string => kindById(id)?.name ?? id

/** Whether benefits of this kind are pounds, so that they can be added up. */
export const isMoney = (id: BenefitKind): boolean => kindById(id)?.money === true

/** Kinds of benefit that are money. */
export const moneyKinds: readonly BenefitKind[] = benefitKinds.filter(({ money }) => money).map(({ id }) => id)
