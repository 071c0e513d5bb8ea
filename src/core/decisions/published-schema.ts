import { exactly, schemaHash as hash, type Json, listOf, orNull, schemaText as text } from '../canonical/index.ts'
import { commonParts, decided, departure, withheldDeclaration } from './decision-schema.ts'
import { publishedParts, publishedSchemaPath } from './published-record.ts'

/** The JSON Schema (draft 2020-12) of a decision record as it is published. */
export const publishedSchema: Json = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: publishedSchemaPath,
  title: 'Published decision record',
  description:
    'A decision about awards, with everything that it follows from. Applications that were not awarded, and people but those who answer for the decision, stand under pseudonyms; “withheld” has the salted SHA-256 of what is not here. Text is canonical JSON (RFC 8785).',
  ...(exactly({
    document: { const: 'decision-record' },
    format: { const: 2 },
    schema: { const: publishedSchemaPath },
    manifest: exactly(Object.fromEntries(publishedParts.map((name) => [name, hash]))),
    seal: hash,
    ...commonParts,
    whole: exactly({ sha256: hash, seal: hash }),
    declarations: listOf(withheldDeclaration),
    applications: listOf(
      exactly({ ...decided, departure, lead: orNull(text), leadId: orNull(text), region: orNull(text) }),
    ),
    withheld: listOf(exactly({ path: text, sha256: hash })),
  }) as object),
}
