/** The environment variable by which test files learn of the server that the run has started. */
export declare const SERVER = "TEST_SERVER_URL";
/** A PostgreSQL for tests, with a database in which others can be made. */
export type Postgres = {
    readonly url: string;
    stop(): Promise<void>;
};
/**
 * Starts a real PostgreSQL with an empty data folder. It stops when it is told to, or when this process ends in any way.
 * It does not keep this process from ending.
 */
export declare function startPostgres(): Promise<Postgres>;
/**
 * The server to test on: the one named by TEST_DATABASE_URL, the one that this test run has started, or, for a test file
 * that is run by itself, one of its own.
 */
export declare function testServerUrl(): Promise<string>;
