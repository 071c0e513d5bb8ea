import { contentHash } from '../core/canonical/index.ts'
import type { Json } from '../core/canonical/json.ts'
import { checkDefinition } from '../core/forms/index.ts'
import { saveDraftRow } from '../features/forms/forms.store.ts'
import { type FormPurpose, type FormVersion, insertForm, publishFormVersion } from '../features/forms/index.ts'
import type { Tx } from '../platform/database/database.ts'
import type { Services } from '../platform/services.ts'
import { readSeed } from './read-seed.ts'

/** Publishes the expression of interest as the first version of a form of the fund. */
export const seedForm = async (tx: Tx, services: Services, fundId: string, at: Date): Promise<FormVersion> =>
  await publishFirst(tx, services, { file: 'form.json', purpose: 'expression-of-interest', fundId, at })

/** Publishes the screener that comes before it. */
export const seedScreener = async (tx: Tx, services: Services, fundId: string, at: Date): Promise<FormVersion> =>
  await publishFirst(tx, services, { file: 'screener.json', purpose: 'eligibility', fundId, at })

type First = {
  readonly file: string
  readonly purpose: FormPurpose
  readonly fundId: string
  readonly at: Date
}

async function publishFirst(tx: Tx, services: Services, { file, purpose, fundId, at }: First): Promise<FormVersion> {
  const checked = checkDefinition(JSON.parse(await readSeed(`templates/delivering-differently/${file}`)))
  if (!checked.ok) throw new Error(`the form of the seeds is wrong: ${JSON.stringify(checked.problems)}`)
  const definition = checked.value
  const formId = services.newId()
  await insertForm(tx, { id: formId, fundId, name: definition.title, purpose, createdAt: at })
  const sha256 = contentHash(definition as unknown as Json, services.sha256)
  await saveDraftRow(tx, { id: services.newId(), formId, definition, sha256, savedAt: at })
  const published = await publishFormVersion(tx, services, { formId, changeNote: '', personId: null, at })
  if (!published.ok) throw new Error(`the form of the seeds cannot be published: ${JSON.stringify(published.problems)}`)
  return published.value
}
