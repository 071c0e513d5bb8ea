import type { Tx } from '../../../platform/database/database.ts'

/** What comes after an award, which areas bring that are built on this one. */
export type AfterAward = {
  /** Where a council goes on, by the reference of its application, once it has accepted an award. */
  readonly links: (reference: string) => readonly { readonly text: string; readonly href: string }[]
  /** What is ordered for an award, in pence. No award is worth less, and none with orders is withdrawn. */
  readonly orderedPence: OrderedPence
}

export type OrderedPence = (tx: Tx, award: { readonly id: string; readonly fundId: string }) => Promise<number>
