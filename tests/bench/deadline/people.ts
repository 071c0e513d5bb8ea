import { type Answers, type Form, type FormPage, showAnswer } from '../../../src/core/forms/index.ts'
import { readSeed } from '../../../src/seeds/read-seed.ts'
import { addOfficers, firstText, referenceOf, type Settings } from '../officers.ts'
import { openBrowser } from './browser.ts'
import type { Ledger } from './ledger.ts'
import { inLedger } from './stored.ts'
import type { LastPage, Officer } from './visits.ts'

export type People = {
  /** Everyone, at a browser of their own. */
  readonly officersAt: (origin: string) => readonly Officer[]
  readonly lastPages: readonly LastPage[]
}

/** What those who submit write only before they do. */
const lastPages = ['contacts', 'declaration']

/**
 * Councils with a draft each, in which the long texts are written; the first so many lack the last pages alone.
 *
 * @param ledger gets what is there
 */
export async function settle(
  settings: Settings,
  counts: { readonly councils: number; readonly submitting: number },
  ledger: Ledger,
): Promise<People> {
  const form: Form = JSON.parse(await readSeed('templates/delivering-differently/form.json'))
  const [bid] = JSON.parse(await readSeed('finished-round/applications.json')) as readonly {
    readonly answers: Answers
  }[]
  const answers = bid?.answers ?? {}
  const last = form.pages.filter(({ id }) => lastPages.includes(id))
  const lastQuestions = new Set(last.flatMap(({ questions }) => questions.map(({ id }) => id)))
  const more = Object.fromEntries(Object.entries(answers).filter(([question]) => !lastQuestions.has(question)))
  const added = await addOfficers(settings, counts.councils, { officers: counts.submitting, answers: more })
  const longTexts = form.pages.flatMap(longTextOf)
  const written = added.map(({ cookies }, index) => {
    const reference = referenceOf(index + 1)
    const places = longTexts.map(({ page, question }) => ({ page, question, text: firstText(question, index + 1) }))
    for (const { question, text } of places) ledger.begin(reference, question, text)
    return { reference, cookies, places }
  })
  return {
    lastPages: last.map((page) => lastPageOf(page, answers)),
    officersAt: (origin) =>
      written.map(({ reference, cookies, places }) => ({
        reference,
        browser: openBrowser(origin, cookies),
        places: places.map(({ page, question, text }) => ({ page, question, written: text, busy: false })),
        visits: new Set(),
        submitting: false,
      })),
  }
}

/** The first long text of a page that is always asked for. */
function longTextOf({ id, questions }: FormPage): readonly { readonly page: string; readonly question: string }[] {
  const found = questions.find(({ type, showIf }) => type === 'long-text' && showIf === undefined)
  return found === undefined ? [] : [{ page: id, question: found.id }]
}

function lastPageOf({ id, questions }: FormPage, answers: Answers): LastPage {
  const fields = questions.map((question) => showAnswer(question, answers[question.id]))
  return {
    page: id,
    fields: Object.assign({}, ...fields),
    answers: Object.fromEntries(questions.map((question) => [question.id, inLedger(answers[question.id] ?? null)])),
  }
}
