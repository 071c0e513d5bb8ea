import { contentHash } from '../core/canonical/index.ts'
import type { Json } from '../core/canonical/json.ts'
import { checkDefinition, type Form, type FormPage } from '../core/forms/index.ts'
import { saveDraftRow } from '../features/forms/forms.store.ts'
import { type FormPurpose, type FormVersion, insertForm, publishFormVersion } from '../features/forms/index.ts'
import type { Tx } from '../platform/database/database.ts'
import type { Services } from '../platform/services.ts'
import { readSeed } from './read-seed.ts'

/** Publishes the expression of interest as the first version of a form of the fund. */
export const seedForm = async (tx: Tx, services: Services, fundId: string, at: Date): Promise<FormVersion> =>
  await publishFirst(tx, services, { file: 'form.json', purpose: 'expression-of-interest', fundId, at })

/**
 * Publishes a second version for the round dated from today, with a page that takes files. Whether the fund of 2014 took any
 * is not known, so its own round keeps the first version.
 */
export async function seedFormWithLetters(
  tx: Tx,
  services: Services,
  first: FormVersion,
  at: Date,
): Promise<FormVersion> {
  const definition = withLetters(first.definition)
  return await publish(tx, services, {
    formId: first.formId,
    definition,
    changeNote: 'Illustrative: a page for letters and evidence is added before the declaration.',
    at,
  })
}

const letters: FormPage = {
  id: 'letters',
  title: 'Letters and evidence',
  questions: [
    {
      type: 'file',
      id: 'letters',
      label: 'Letters or evidence that support your bid',
      hint: 'Illustrative: whether the fund of 2014 took letters is not known. You do not have to send any',
      max: 5,
    },
  ],
}

const withLetters = (form: Form): Form => ({
  ...form,
  pages: form.pages.flatMap((page) => (page.id === 'declaration' ? [letters, page] : [page])),
  ...(form.sections && {
    sections: form.sections.map((section) =>
      section.pages.includes('declaration')
        ? { ...section, pages: section.pages.flatMap((id) => (id === 'declaration' ? [letters.id, id] : [id])) }
        : section,
    ),
  }),
})

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
  return await publish(tx, services, { formId, definition, changeNote: '', at })
}

type Publishing = {
  readonly formId: string
  readonly definition: Form
  readonly changeNote: string
  readonly at: Date
}

async function publish(
  tx: Tx,
  services: Services,
  { formId, definition, changeNote, at }: Publishing,
): Promise<FormVersion> {
  const sha256 = contentHash(definition as unknown as Json, services.sha256)
  await saveDraftRow(tx, { id: services.newId(), formId, definition, sha256, savedAt: at })
  const published = await publishFormVersion(tx, services, { formId, changeNote, personId: null, at })
  if (!published.ok) throw new Error(`the form of the seeds cannot be published: ${JSON.stringify(published.problems)}`)
  return published.value
}
