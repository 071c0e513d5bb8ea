import type { LetterField } from './letter-fields.ts'

type Style = { readonly strong?: true; readonly href?: string }

/** Words of one look. `href` leads to an https or mailto address. */
export type Words = Style & { readonly text: string }

/** Where the value of a field goes. */
export type Slot = Style & { readonly field: LetterField }

/** A piece of a letter, in reading order: of a template with slots, or of a letter in which every slot is filled. */
export type LetterBlock<Run = Words> =
  | { readonly kind: 'heading' | 'paragraph'; readonly runs: readonly Run[] }
  | { readonly kind: 'list'; readonly items: readonly (readonly Run[])[] }

/** A template as it was read. */
export type LetterTemplate = readonly LetterBlock<Words | Slot>[]
