import type { Kysely, Transaction } from 'kysely'

/**
 * Runs statements. Tables are not typed here: each feature's store writes its SQL by hand with Kysely's `sql` tag and
 * says the shape of the rows it asks for (`sql<Row>`…`.execute(db)`).
 */
export type Database = Kysely<unknown>

/** An open transaction. Whatever changes two rows takes one as its first argument; nothing is ambient. */
export type Tx = Transaction<unknown>
