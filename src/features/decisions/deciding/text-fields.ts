/** The texts that stand beside a decision: the accounting officer's note on the method, and the words of the submission. */
export type TextsKind = 'note' | 'submission'

/** The fields of each, in the order of the page. */
export const textFields = {
  note: ['regularity', 'propriety', 'valueForMoney', 'feasibility', 'by'],
  submission: ['summary', 'options', 'linesToTake'],
} as const satisfies Readonly<Record<TextsKind, readonly string[]>>

export type FieldOf<Kind extends TextsKind> = (typeof textFields)[Kind][number]
export type TextField = FieldOf<TextsKind>
