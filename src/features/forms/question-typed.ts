/** Limits of an answer, but for the most words. */
export type LimitName = 'minWords' | 'min' | 'max' | 'minItems' | 'maxItems' | 'maxMegabytes'

/** A question as a person types it. Blank is left out. */
export type QuestionTyped = {
  readonly type: string
  readonly label: string
  readonly shortName: string
  readonly hint: string
  /** Markdown. */
  readonly guidance: string
  readonly required: boolean
  readonly maxWords: string
  /** The options there are, in their order; one whose label is blank goes. */
  readonly options: readonly { readonly value: string; readonly label: string }[]
  /** Options to add, one on each line. */
  readonly moreOptions: string
  /** Markdown: what is agreed to. */
  readonly declaration: string
  /** What the answer is to those who sign off: blank leaves it to the type. */
  readonly material: string
  /** The other limits by their names: whole numbers, numbers or days, as the type has them. One not sent stays. */
  readonly limits: { readonly [Name in LimitName]?: string }
  /** What one entry of a list is called, and what stands before and after a number. One not sent stays. */
  readonly itemName?: string
  readonly prefix?: string
  readonly suffix?: string
  /** Columns and rows of a money table there are; one whose label is blank goes. */
  readonly columns: readonly { readonly id: string; readonly label: string; readonly type: string }[]
  readonly rows: readonly { readonly id: string; readonly label: string }[]
  /** Columns and rows to add, one on each line. */
  readonly moreColumns: string
  readonly moreRows: string
  /** The first question of a new group. */
  readonly firstQuestion: string
  /** The kinds of files that are taken; none is all of them. What was not sent stays. */
  readonly accept?: readonly string[]
  /** The question whose answer names the body of which this one asks the kind; a new question says it. */
  readonly kindOf?: string
}
