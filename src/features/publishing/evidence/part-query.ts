import type { RawBuilder } from 'kysely'

/** A member of a list in the pack, as it comes from the database. */
export type PartRow = Readonly<Record<string, unknown>>

/** The query of a list of the pack: its columns are the members of its schema. */
export type PartQuery = (round: { readonly id: string; readonly fundId: string }) => RawBuilder<PartRow>
