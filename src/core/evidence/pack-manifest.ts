import {
  exactly,
  type Json,
  listOf,
  orNull,
  schemaFlag,
  schemaHash,
  schemaInstant,
  schemaText,
  schemaWhole,
} from '../canonical/index.ts'

/** Whether a pack tells the names of people, or has others in their place. */
export const packNames = ['shown', 'replaced'] as const
export type PackNames = (typeof packNames)[number]

/** A file of a pack as its manifest has it. `schema`: where its JSON Schema stands; null for what is no JSON of ours. */
export type ManifestFile = {
  readonly path: string
  readonly title: string
  readonly bytes: number
  readonly sha256: string
  readonly schema: string | null
}

/** What stands in a pack, but for itself. */
export type PackManifest = {
  readonly document: 'evidence-pack'
  readonly format: 1
  readonly round: { readonly id: string; readonly fund: string; readonly name: string; readonly illustrative: boolean }
  /** That everything is made up, if so. */
  readonly note: string
  readonly names: PackNames
  readonly files: readonly ManifestFile[]
}

const round = exactly({ id: schemaText, fund: schemaText, name: schemaText, illustrative: schemaFlag })

/** The JSON Schema of a manifest. */
export const manifestSchema: Json = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Manifest of an evidence pack',
  ...(exactly({
    document: { const: 'evidence-pack' },
    format: { const: 1 },
    round,
    note: schemaText,
    names: { enum: [...packNames] },
    files: listOf(
      exactly({
        path: schemaText,
        title: schemaText,
        bytes: schemaWhole,
        sha256: schemaHash,
        schema: orNull(schemaText),
      }),
    ),
  }) as object),
}

/** The JSON Schema of the trail of a round. */
export const trailSchema: Json = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Audit trail of a round',
  ...(exactly({
    document: { const: 'audit-trail' },
    format: { const: 1 },
    round,
    events: listOf(
      exactly({
        id: schemaText,
        at: schemaInstant,
        action: schemaText,
        actorId: orNull(schemaText),
        fundId: orNull(schemaText),
        objectType: schemaText,
        objectId: schemaText,
        facts: {},
        sequence: schemaWhole,
        previousHash: schemaHash,
        hash: schemaHash,
      }),
    ),
    chain: listOf(schemaHash),
  }) as object),
}
