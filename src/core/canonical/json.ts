/** Anything that JSON can hold. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject

/** A JSON object: its keys are whatever the document has. */
export type JsonObject = { readonly [key: string]: Json }

/** True for an object that is neither a list nor null. */
export const isObject = (value: unknown): value is { readonly [key: string]: unknown } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
