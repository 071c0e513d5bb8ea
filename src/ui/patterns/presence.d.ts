/**
 * Says who else has a page open. The same words on the server and in the browser.
 *
 * @example presenceWords(['Amina', 'Tom']) // => 'Amina and Tom are on this page too'
 */
export declare function presenceWords(names: readonly string[]): string
