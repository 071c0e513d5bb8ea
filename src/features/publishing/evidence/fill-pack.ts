import type { Json } from '../../../core/canonical/index.ts'
import { decisionSchema, recordUnderReferences } from '../../../core/decisions/index.ts'
import {
  type ManifestFile,
  manifestSchema,
  type PackManifest,
  type PackNames,
  packPartNames,
  packParts,
  partSchema,
  schemaPathOf,
  trailSchema,
} from '../../../core/evidence/index.ts'
import type { AssessmentExport } from '../../../core/replay/index.ts'
import { illustrativeWords } from '../../../core/text/illustrative-words.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { ZippedFile, ZipWriter } from '../../../platform/zip/temporary-zip.ts'
import { decisionOf } from '../../decisions/index.ts'
import type { RoundInFund } from '../../funds/index.ts'
import { type NameFor, rowsRenamed } from './pack-names.ts'
import { partRows } from './pack-parts.store.ts'
import { packFiles, readmeText } from './pack-readme.messages.ts'
import type { PartRow } from './part-query.ts'
import { chainUpTo, sealedTrail } from './trail.store.ts'
import { listPieces, objectPieces } from './write-json.ts'

/** What a pack is made of. */
export type PackSource = {
  /** In a transaction that sees one moment. */
  readonly tx: Tx
  readonly round: RoundInFund
  readonly names: PackNames
  readonly nameFor: NameFor
  /** Undefined before scoring has closed. */
  readonly assessment: AssessmentExport | undefined
  /** The place in the log of the last event of the round. */
  readonly last: number
}

/** Writes every file of a pack, and last those that tell of the others. @returns them with their hashes */
export async function fillPack(zip: ZipWriter, source: PackSource): Promise<readonly ZippedFile[]> {
  const files: (ZippedFile & Pick<ManifestFile, 'title' | 'schema'>)[] = []
  const add = async (path: string, pieces: AsyncIterable<string> | Iterable<string>, about: About): Promise<void> => {
    files.push({ ...(await zip.add(path, pieces)), ...about })
  }
  for (const name of packPartNames)
    await add(name, listPieces(rowsOf(source, name)), { title: packParts[name].title, schema: schemaPathOf(name) })
  await addDocuments(add, source)
  for (const [name, schema] of Object.entries(schemas))
    await add(schemaPathOf(name), [`${JSON.stringify(schema, null, 1)}\n`], {
      title: `Schema of ${name}`,
      schema: null,
    })
  await add('README.md', [readmeText(source, files)], { title: 'How to read and check this pack', schema: null })
  const manifest: PackManifest = {
    ...headOf(source.round, 'evidence-pack'),
    note: source.round.illustrative ? illustrativeWords : '',
    names: source.names,
    files,
  }
  const whole = await zip.add('manifest.json', [`${JSON.stringify(manifest, null, 1)}\n`])
  const sums = [...files, whole].map(({ path, sha256 }) => `${sha256}  ${path}\n`)
  return [...files, whole, await zip.add('SHA256SUMS', sums)]
}

type About = Pick<ManifestFile, 'title' | 'schema'>
type Add = (path: string, pieces: AsyncIterable<string> | Iterable<string>, about: About) => Promise<void>

const schemas: Readonly<Record<string, Json>> = {
  ...Object.fromEntries(packPartNames.map((name) => [name, partSchema(name)])),
  'decision/record.json': decisionSchema,
  'audit-trail.json': trailSchema,
  'manifest.json': manifestSchema,
}

const headOf = <Document extends string>({ id, fund, name, illustrative }: RoundInFund, document: Document) =>
  ({ document, format: 1, round: { id, fund: fund.name, name, illustrative } }) as const

async function* rowsOf({ tx, round, names, nameFor }: PackSource, name: (typeof packPartNames)[number]) {
  if (names === 'replaced' && (name === 'departures.json' || name === 'decision/recommendation.json'))
    yield* rowsRenamed(tx, round, name, nameFor)
  else for await (const row of partRows(tx, name, round)) yield name === 'people.json' ? nameFor(row) : (row as PartRow)
}

/** What `calc -- verify` takes, each to the letter as it is downloaded by itself. */
async function addDocuments(add: Add, { tx, round, names, assessment, last }: PackSource): Promise<void> {
  if (assessment !== undefined) {
    const { parts, ...head } = assessment
    const { title } = packFiles['assessment.json']
    await add('assessment.json', objectPieces(head, {}, { parts }), { title, schema: null })
  }
  const decision = await decisionOf(tx, round.id)
  if (decision !== undefined) {
    const text = names === 'shown' ? decision.text : JSON.stringify(recordUnderReferences(decision.document))
    const { title } = packFiles['decision/record.json']
    await add('decision/record.json', [text], { title, schema: schemaPathOf('decision/record.json') })
  }
  const trail = objectPieces(headOf(round, 'audit-trail'), {
    events: sealedTrail(tx, round),
    chain: chainUpTo(tx, last),
  })
  const { title } = packFiles['audit-trail.json']
  await add('audit-trail.json', trail, { title, schema: schemaPathOf('audit-trail.json') })
}
