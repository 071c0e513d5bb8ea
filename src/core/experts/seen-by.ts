/** Who reads what is said about a request, beside the council that asked: its expert; the programme team too; every expert too. */
export const seenBy = ['expert', 'team', 'experts'] as const
export type SeenBy = (typeof seenBy)[number]

/** On which side of a request somebody stands. `panel`: another expert of the fund. `reader`: of a funder, or an auditor. */
export type Side = 'council' | 'expert' | 'team' | 'reader' | 'panel'

const readers: Readonly<Record<SeenBy, readonly Side[]>> = {
  expert: ['council', 'expert'],
  team: ['council', 'expert', 'team'],
  experts: ['council', 'expert', 'team', 'panel'],
}

/** Whether somebody reads what was said for these readers. @example mayRead('team', 'panel') // => false */
export const mayRead = (said: SeenBy, side: Side): boolean => readers[said].includes(side)
