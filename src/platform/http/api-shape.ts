import type { TSchema } from 'typebox'

/** A schema by the name that it has in the description of the API. */
export type NamedSchema = { readonly name: string; readonly schema: TSchema }

/** What a program may send and what comes back: from it requests are checked and the description of the API is made. */
export type ApiShape = {
  /** What it is for, in one line, and what else there is to know (Markdown). */
  readonly summary: string
  readonly description?: string
  readonly group: string
  /** What each part of the address may be. */
  readonly params?: Readonly<Record<string, TSchema>>
  /** What may stand in the query; anything else is refused. */
  readonly query?: Readonly<Record<string, TSchema>>
  /** The JSON that is sent. */
  readonly body?: NamedSchema
  readonly bodyLimitBytes?: number
  /** What comes back when all is well. */
  readonly answer: NamedSchema
  /** What a problem is for, by its status, besides those that every address has. */
  readonly refusals?: Readonly<Record<number, string>>
}
