/** What a fund has for one more award, or for one that changes: whole pounds. */
export type Purse = {
  readonly capPounds: number
  /** What the other awards leave of the budget. */
  readonly leftPounds: number
  /** What the other awards leave of the places. */
  readonly leftPlaces: number
}

export type PurseProblem =
  | { readonly code: 'over-cap'; readonly capPounds: number }
  | { readonly code: 'over-budget'; readonly leftPounds: number }
  | { readonly code: 'no-place' }

type Live = { readonly id: string; readonly state: string; readonly committedPounds: number }

/** Whether an award still costs something. */
export const isLive = ({ state }: Pick<Live, 'state'>): boolean => state === 'offered' || state === 'accepted'

/** What a fund has besides its other awards. */
export function purseOf(
  fund: { readonly budgetPounds: number; readonly places: number; readonly capPounds: number },
  awards: readonly Live[],
  except: string | null = null,
): Purse {
  const others = awards.filter((award) => isLive(award) && award.id !== except)
  return {
    capPounds: fund.capPounds,
    leftPounds: fund.budgetPounds - others.reduce((sum, { committedPounds }) => sum + committedPounds, 0),
    leftPlaces: fund.places - others.length,
  }
}

/** What stops an award of so much. */
export function purseProblems(purse: Purse, pounds: number): readonly PurseProblem[] {
  const problems: PurseProblem[] = []
  if (purse.leftPlaces < 1) problems.push({ code: 'no-place' })
  if (pounds > purse.capPounds) problems.push({ code: 'over-cap', capPounds: purse.capPounds })
  if (pounds > purse.leftPounds) problems.push({ code: 'over-budget', leftPounds: purse.leftPounds })
  return problems
}
