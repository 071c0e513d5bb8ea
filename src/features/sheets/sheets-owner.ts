import type { RawBuilder } from 'kysely'
import type { Actor, Permission, SignedIn } from '../../core/permissions/index.ts'
import type { SheetHere } from '../../core/sheets/index.ts'
import type { Database, Tx } from '../../platform/database/database.ts'
import type { FileOwner } from '../files/index.ts'

/** The entries of one owner: in which table, and of whom. `column`: that which holds the id of the owner. */
export type EntriesOf = { readonly table: string; readonly column: string; readonly id: string }

/** What a change of a sheet leaves in the audit log. */
export type SheetEvents = {
  readonly objectType: string
  readonly written: string
  readonly moved: string
  readonly removed: string
}

/** Whoever writes on sheets, and on whose. */
export type SheetWriter = {
  readonly actor: SignedIn
  readonly entries: EntriesOf
  readonly events: SheetEvents
  /** What the owner is called in addresses and in the audit log. */
  readonly reference: string
  readonly fundId?: string
}

/** A sheet as somebody has it before them, with all that was written on it. */
export type OpenSheet = SheetWriter & {
  readonly sheet: SheetHere
  /** To what the files of its pages belong. */
  readonly files: FileOwner
  readonly mayWrite: boolean
  /** Who says who writes, in a sentence for those who only read. */
  readonly whoWrites: string
  /** The address of the owner, below which its sheets have theirs. */
  readonly home: string
  readonly illustrative: boolean
  /** The way to a page of the owner, which adds its own name. */
  readonly breadcrumbs: readonly { readonly text: string; readonly href?: string }[]
  /** Why an entry cannot be taken out of its list, in a sentence; undefined where it can. */
  readonly whyItStays: (entry: string) => string | undefined
}

/** How the files of an owner are found again: of which type they are, and whose entries may name them. */
export type SheetFiles = Omit<EntriesOf, 'id'> & {
  readonly type: FileOwner['type']
  /** The ids of the owners as a query in parentheses, from that of the owner of a file. */
  readonly ownersOf: (fileOwnerId: RawBuilder<unknown>) => RawBuilder<unknown>
}

export type SheetAsked = {
  readonly actor: Actor
  readonly reference: string
  readonly sheet: string
  readonly need: 'read' | 'write'
}

/** What has sheets, such as a review: where they are, who may do what with them, and where what is written is kept. */
export type SheetsOwner = {
  /** The pattern of its address, with `:reference` in it. */
  readonly pattern: string
  readonly permission: Permission
  readonly events: SheetEvents
  /** Its address. */
  readonly home: (reference: string) => string
  /** @throws {NotFound} if there is none such, or what is needed is not allowed to this person */
  readonly open: (db: Database | Tx, asked: SheetAsked) => Promise<OpenSheet>
  /** The same, held against other changes until the transaction ends. @throws {NotFound} */
  readonly hold: (tx: Tx, asked: SheetAsked) => Promise<OpenSheet>
}

/** One change of a sheet that somebody asks for. */
export type SheetChange = {
  readonly actor: Actor
  readonly reference: string
  readonly sheet: string
  readonly at: Date
}
