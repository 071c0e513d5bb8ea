/** What an action answers: it did it, or these are all the things that stop it. A problem holds a code and facts, no words. */
export type Result<Value, Problem> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/** @example done(3) // => { ok: true, value: 3 } */
export const done = <Value>(value: Value): { readonly ok: true; readonly value: Value } => ({ ok: true, value })

/** At least one problem; every one that applies, in the order of the page. */
export const refused = <Problem>(
  ...problems: readonly [Problem, ...Problem[]] | readonly Problem[]
): { readonly ok: false; readonly problems: readonly Problem[] } => ({ ok: false, problems })
