import type { Json } from './json.ts'

/** Parts of JSON Schemas (draft 2020-12) that documents of ours are described with. */
export const schemaText = { type: 'string' } as const
/** SHA-256 as hexadecimal digits. */
export const schemaHash = { type: 'string', pattern: '^[0-9a-f]{64}$' } as const
/** ISO 8601 in UTC. */
export const schemaInstant = { type: 'string', format: 'date-time' } as const
export const schemaDay = { type: 'string', format: 'date' } as const
export const schemaWhole = { type: 'integer' } as const
export const schemaFlag = { type: 'boolean' } as const

/** An object with exactly these members, and perhaps those that are optional. */
export const exactly = (
  properties: Readonly<Record<string, Json>>,
  optional: Readonly<Record<string, Json>> = {},
): Json => ({
  type: 'object',
  additionalProperties: false,
  required: Object.keys(properties),
  properties: { ...properties, ...optional },
})

export const listOf = (items: Json): Json => ({ type: 'array', items })

/** That, or null. */
export const orNull = (schema: Json): Json => ({ anyOf: [{ type: 'null' }, schema] })
