import { type FieldWords, fieldWordsField, readFieldWords, wordsOfField } from '../core/saving/field-words.ts'
import { capital } from '../core/text/capital.ts'
import { button, details, insetText, summaryList, textarea, warningText } from './components/index.ts'
import { form, hidden } from './form.ts'
import { html, type SafeHtml } from './html.ts'
import type { Page } from './page.ts'

/**
 * A form that was not taken as it came. `signed-out`: its session had ended; `still-signed-out`: it was tried again
 * too early; `second-step-due`: the code of the authenticator comes first; `signed-in-anew`: the page that it was sent
 * from belongs to an earlier session of this browser.
 */
export type UnsentReason = 'signed-out' | 'still-signed-out' | 'second-step-due' | 'signed-in-anew'

export type UnsentForm = {
  readonly reason: UnsentReason
  /** Where it was sent, and is sent again. */
  readonly action: string
  /** All that was sent but the token, in its order. */
  readonly fields: readonly (readonly [name: string, value: string])[]
  /** Files that came with it. They are not kept, so they must be chosen again. */
  readonly fileNames: readonly string[]
  /** The token of whoever is signed in now; empty for a visitor. */
  readonly csrf: string
  /** Where to sign in or to enter the code. */
  readonly signInHref: string
  /** The page that the form belongs to. */
  readonly pageHref: string
  /** Who is signed in now. */
  readonly person: string | undefined
}

const titles: Record<UnsentReason, string> = {
  'signed-out': 'You have been signed out',
  'still-signed-out': 'You are still signed out',
  'second-step-due': 'Enter the code of your authenticator app first',
  'signed-in-anew': 'Is this what you want to save?',
}

/** Fields that forms carry for themselves and that say nothing to a person. */
const ownNames = new Set(['version', 'seen', 'form', 'action', 'return', 'clash'])
const isOwn = (name: string): boolean => name.startsWith('_') || ownNames.has(name)
const machineId = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Shows what was sent, all of it, and sends it again when the person presses the button. The server keeps none of it. */
export function unsentPage(unsent: UnsentForm): Page {
  const { reason, action, fields, csrf } = unsent
  const again = reason === 'signed-in-anew'
  const carried = fields.map(([name, value]) => hidden(name, value))
  return {
    title: titles[reason],
    hasErrors: true,
    main: html`<h1 class="govuk-heading-l">${titles[reason]}</h1>
${again ? toConfirm(unsent) : toSignIn(unsent)}
${unsent.fileNames.length > 0 && chooseAgain(unsent.fileNames, unsent.pageHref)}
${form(
  { action, csrf: csrf === '' ? undefined : csrf },
  html`${carried}
${button({ text: again ? 'Yes, save it' : 'Try again', preventDoubleClick: true })}`,
)}
${again && html`<p class="govuk-body"><a class="govuk-link" href="${unsent.pageHref}">No, go to the page without saving this</a></p>`}
${whatWasSent(fields)}`,
  }
}

function toSignIn({ reason, signInHref }: UnsentForm): SafeHtml {
  const link = reason === 'second-step-due' ? 'Enter the code' : 'Sign in'
  return html`<p class="govuk-body">What you sent has not been saved. What you wrote is kept on this page.</p>
${warningText({ text: 'It is kept nowhere else, so do not close this page.', iconFallbackText: 'Warning' })}
<ol class="govuk-list govuk-list--number">
<li><a class="govuk-link" href="${signInHref}" target="_blank" rel="noopener">${link} (opens in a new tab)</a>.</li>
<li>Come back to this page.</li>
<li>Choose “Try again”. You see what you wrote once more before it is saved.</li>
</ol>`
}

const chooseAgain = (fileNames: readonly string[], pageHref: string): SafeHtml =>
  insetText({
    html: html`<p class="govuk-body">Files are not kept here. Choose them again on <a class="govuk-link" href="${pageHref}">the page you came from</a>, once you have saved what you wrote:</p>
<ul class="govuk-list govuk-list--bullet">${fileNames.map((name) => html`<li class="govuk-!-text-break-word">${name}</li>`)}</ul>`,
  })

const toConfirm = ({ person }: UnsentForm): SafeHtml =>
  html`<p class="govuk-body">It has not been saved yet, because you have signed in since you opened the page that you wrote it on.</p>
${person !== undefined && html`<p class="govuk-body">You are signed in as <strong class="govuk-!-text-break-word">${person}</strong>.</p>`}`

/** Sentences in boxes from which they can be copied; the rest in a list. */
function whatWasSent(fields: UnsentForm['fields']): SafeHtml | false {
  const shown = fields.filter(([name, value]) => value.trim() !== '' && !isOwn(name) && !machineId.test(value))
  if (shown.length === 0) return false
  const words = readFieldWords(fields.find(([name]) => name === fieldWordsField)?.[1] ?? '')
  const isText = ([, value]: readonly [string, string]): boolean => /\s/.test(value.trim())
  const texts = shown.filter(isText)
  const others = shown.filter((field) => !isText(field))
  return html`<h2 class="govuk-heading-m">What you wrote</h2>
${texts.map(([name, value], index) =>
  textarea({
    name: `shown-${index}`,
    id: `shown-${index}`,
    label: { text: nameOf(name, words) },
    value: value.replace(/\r\n?/g, '\n'),
    rows: Math.min(12, 1 + value.split('\n').length + Math.ceil(value.length / 70)),
    attributes: { readonly: '' },
  }),
)}
${
  others.length > 0 &&
  details({
    summaryText: 'Choices, numbers and dates that go with it',
    open: texts.length === 0,
    html: summaryList({
      rows: others.map(([name, value]) => ({
        key: { text: nameOf(name, words) },
        value: { text: value, classes: 'govuk-!-text-break-word' },
      })),
    }),
  })
}`
}

/** What stood beside the field, or its name as far as that can be read: `lead-officer` as `Lead officer`. */
const nameOf = (name: string, words: FieldWords): string =>
  wordsOfField(words, name) ?? capital(name.replace(/[-_.]+/g, ' ').trim())
