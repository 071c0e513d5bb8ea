/** A return in a list. */
export type ReturnRow = {
  readonly href: string
  readonly title: string
  readonly due: string
  readonly state: { readonly text: string; readonly classes: string }
}

/** An answer in the words of the council. */
export type SaidInReturn = { readonly question: string; readonly answer: string }

/** Something that was done with a return. */
export type ReturnEvent = {
  readonly title: string
  readonly by: string
  readonly time: string
  readonly datetime: string
  readonly text: string
  /** Of a version that was made. */
  readonly sha256?: string
}
