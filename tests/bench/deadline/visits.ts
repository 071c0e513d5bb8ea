import { setTimeout as pause } from 'node:timers/promises'
import { answerText } from '../answer-text.ts'
import { type Answered, ask, type Browser, type Notes } from './browser.ts'
import type { Ledger } from './ledger.ts'
import { type Field, fieldIn, filledIn, readFields } from './read-fields.ts'

/** One long answer of one application, which one person at a time writes at. */
export type Place = { readonly page: string; readonly question: string; written: string; busy: boolean }

/** An officer of a council, with a draft. */
export type Officer = {
  readonly reference: string
  readonly browser: Browser
  readonly places: readonly Place[]
  /** Everything of theirs that is under way. */
  readonly visits: Set<Promise<void>>
  submitting: boolean
}

/** The pages that only those fill in who submit, and with what: fields of the form, and answers as they are stored. */
export type LastPage = {
  readonly page: string
  readonly fields: Readonly<Record<string, string | readonly string[]>>
  readonly answers: Readonly<Record<string, string>>
}

export type Street = {
  readonly notes: Notes
  readonly ledger: Ledger
  /** How long people take to think and to type, in milliseconds, drawn anew each time. */
  readonly thinking: () => number
  /** Whether the page's script saves while they type. */
  readonly autosave: boolean
}

const okay = ({ status }: Answered): boolean => status === 200
const pagePath = (reference: string, page: string): string => `/applications/${reference}/pages/${page}`

/** Where a save leads: on within the application. Anywhere else it was not saved. */
const ledOn = (reference: string) => (answer: Answered) =>
  answer.status === 303 && (answer.headers.location ?? '').startsWith(`/applications/${reference}`)

/** Opens a page with a form to send. */
async function openForm(
  notes: Notes,
  browser: Browser,
  kind: 'page' | 'check',
  path: string,
): Promise<readonly Field[] | undefined> {
  const opened = await ask(browser, notes, { kind, method: 'GET', path, is: okay })
  const fields = opened && readFields(opened.body)
  if (opened !== undefined && fields === undefined) notes.failures.push(`${kind} ${path}: has no form to send`)
  return fields
}

let marks = 0

/** Opens a page, writes its long answer anew, and goes on to where that leads. */
export async function write(street: Street, officer: Officer, place: Place): Promise<void> {
  const { notes, ledger, thinking } = street
  const { browser, reference } = officer
  const path = pagePath(reference, place.page)
  let fields = await openForm(notes, browser, 'page', path)
  if (fields === undefined) return
  if (fieldIn(fields, place.question) !== place.written)
    notes.failures.push(`page ${path}: does not show what was acknowledged last`)
  const saved = (text: string): void => {
    place.written = text
    ledger.saved(reference, { [place.question]: text })
  }
  await pause(thinking())
  if (street.autosave) {
    const text = answerText(`${++marks} of ${reference}, half-way`)
    fields = await autosave(street, officer, { path, fields, question: place.question, text })
    if (fields === undefined) return
    saved(text)
    await pause(thinking())
  }
  const text = answerText(`${++marks} of ${reference}`)
  const body = filledIn(fields, { [place.question]: text, action: 'continue' })
  const answer = await ask(browser, notes, { kind: 'save', method: 'POST', path, body, is: ledOn(reference) })
  if (answer === undefined) return
  saved(text)
  await ask(browser, notes, { kind: 'page', method: 'GET', path: next(answer), is: okay })
}

/** @returns the fields with the version that the script puts on the page once it is saved */
async function autosave(
  { notes }: Street,
  { browser }: Officer,
  typed: { readonly path: string; readonly fields: readonly Field[]; readonly question: string; readonly text: string },
): Promise<readonly Field[] | undefined> {
  const { path, fields, question, text } = typed
  const body = filledIn(fields, { [question]: text })
  const is = (answer: Answered): boolean => answer.status === 200 && answer.body.startsWith('{"status":"saved"')
  const answer = await ask(browser, notes, { kind: 'autosave', method: 'POST', path, body, fromScript: true, is })
  if (answer === undefined) return undefined
  const { version } = JSON.parse(answer.body) as { readonly version: number | string }
  return [...filledIn(fields, { version: String(version) })]
}

const next = ({ headers }: Answered): string => (headers.location ?? '').replace(/#.*$/, '')

/** Fills in the last pages, looks at everything, submits it, and looks at the receipt; some download it. */
export async function submit(
  street: Street,
  officer: Officer,
  how: { readonly lastPages: readonly LastPage[]; readonly download: boolean },
): Promise<void> {
  const { notes, ledger, thinking } = street
  const { browser, reference } = officer
  for (const { page, fields: values, answers } of how.lastPages) {
    const path = pagePath(reference, page)
    const fields = await openForm(notes, browser, 'page', path)
    if (fields === undefined) return
    await pause(thinking())
    const body = filledIn(fields, { ...values, action: 'continue' })
    const answer = await ask(browser, notes, { kind: 'save', method: 'POST', path, body, is: ledOn(reference) })
    if (answer === undefined) return
    ledger.saved(reference, answers)
  }
  const path = `/applications/${reference}/check`
  const receipt = `/applications/${reference}/receipt`
  const fields = await openForm(notes, browser, 'check', path)
  if (fields === undefined) return
  await pause(thinking())
  const is = ({ status, headers }: Answered): boolean => status === 303 && headers.location === receipt
  const sent = await ask(browser, notes, { kind: 'submit', method: 'POST', path, body: filledIn(fields, {}), is })
  if (sent === undefined) return
  ledger.submittedBy(reference)
  await ask(browser, notes, { kind: 'receipt', method: 'GET', path: receipt, is: okay })
  if (how.download) await ask(browser, notes, { kind: 'pdf', method: 'GET', path: `${receipt}.pdf`, is: okay })
}
