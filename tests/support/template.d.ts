import { type OpenDatabase } from '../../src/platform/database/open-database.ts';
/** What tells us that a test is over: a test's context, or `{ after }` of `node:test` for a whole file. */
export type Lifetime = {
    after(end: () => Promise<void>): unknown;
};
/** A database made once a run and then copied. `fill` is given one that has the migrations. */
export type Template = {
    readonly name: string;
    fill(open: OpenDatabase): Promise<void>;
};
/** Its address is for a program that opens it too. */
export type FreshDatabase = OpenDatabase & {
    readonly url: string;
};
/** The environment variable that tells the databases of this run from those of another on the same server. */
export declare const RUN = "TEST_RUN";
/** The names of all databases of this run begin so. */
export declare const runPrefix: () => string;
/**
 * A database of its own on a real PostgreSQL, with every migration, which is dropped when the test is over.
 *
 * @param template what else should be in it; made by the first who asks, and then copied
 */
export declare function freshDatabase(lifetime: Lifetime, template?: Template): Promise<FreshDatabase>;
/** A database with nothing in it at all, for tests of migrations. */
export declare function emptyDatabase(lifetime: Lifetime): Promise<FreshDatabase>;
/** Drops what this run has left on a server that is not its own. */
export declare function dropDatabases(): Promise<void>;
