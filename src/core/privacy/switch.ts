/** A turn of the switch of retention. Turned on, it counts once somebody else has confirmed it; turned off, at once. */
export type Turn = { readonly number: number; readonly turn: 'on' | 'off'; readonly confirmedAt: Date | null }

/**
 * Where the switch stands.
 *
 * @param turns all of them, the newest first
 * @returns whether it is on, and the turn that waits to be confirmed, if one does: the newest alone can
 * @example switchStand([]) // => { on: false, waiting: undefined }
 */
export function switchStand<Each extends Turn>(
  turns: readonly Each[],
): { readonly on: boolean; readonly waiting: Each | undefined } {
  const [newest] = turns
  const inForce = turns.find(({ turn, confirmedAt }) => turn === 'off' || confirmedAt !== null)
  return {
    on: inForce?.turn === 'on',
    waiting: newest?.turn === 'on' && newest.confirmedAt === null ? newest : undefined,
  }
}
