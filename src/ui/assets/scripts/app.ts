/** What browsers run. Every page works without it: it saves while people type, counts words and shortens long lists. */
import {
  Accordion,
  Button,
  CharacterCount,
  Checkboxes,
  createAll,
  ErrorSummary,
  FileUpload,
  NotificationBanner,
  PasswordInput,
  Radios,
  ServiceNavigation,
  SkipLink,
  Tabs,
} from 'govuk-frontend'
import { startAutosave } from './autosave.ts'
import { countWords } from './count-words.ts'
import { startCountdown } from './countdown.ts'
import { keepChoice } from './keep-choice.ts'
import { startPresence } from './presence.ts'
import { acknowledgeSent, passMarkOn } from './sent-mark.ts'
import { watchSignOut } from './sign-out.ts'
import { stayOffline } from './stay-offline.ts'

const components = [
  Accordion,
  Button,
  CharacterCount,
  Checkboxes,
  ErrorSummary,
  FileUpload,
  NotificationBanner,
  PasswordInput,
  Radios,
  ServiceNavigation,
  SkipLink,
  Tabs,
]
for (const component of components) {
  if (isTranslated && component === CharacterCount) createAll(component, countWords())
  else createAll(component)
}

// Of the words on the button for files, its comma is for screen readers alone: the name of a button is what is read on it.
for (const comma of document.querySelectorAll<HTMLElement>('.govuk-file-upload-button > .govuk-visually-hidden')) {
  comma.hidden = true
  comma.parentElement?.after(comma)
}

acknowledgeSent()
passMarkOn()
stayOffline()
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-autosave]')) startAutosave(form)
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-keep-for]')) keepChoice(form)

for (const box of document.querySelectorAll<HTMLElement>('[data-countdown]')) startCountdown(box)

for (const line of document.querySelectorAll<HTMLElement>('[data-presence]')) startPresence(line)
const withFiles = [...document.querySelectorAll('[data-uploads]')].map((group) => group.closest('form'))
const formsWithFiles = new Set(withFiles.filter((form) => form !== null))
if (formsWithFiles.size > 0)
  void import('./uploads.ts').then(({ startUploads }) => {
    for (const form of formsWithFiles) startUploads(form)
  })

const totalled = document.querySelectorAll<HTMLElement>('[data-totalled]')
if (totalled.length > 0) void import('./follow-total.ts').then(({ followTotal }) => totalled.forEach(followTotal))

const quotable = document.querySelector('[data-quotable]')?.closest('form')
if (quotable) void import('./pin-quote.ts').then(({ startPins }) => startPins(quotable))

const signOut = document.querySelector<HTMLFormElement>('form#sign-out')
if (signOut !== null) watchSignOut(signOut)

const selects = document.querySelectorAll<HTMLSelectElement>('select[data-autocomplete]')
if (selects.length > 0) void import('./autocomplete.ts').then(({ enhanceSelects }) => enhanceSelects(selects))

if (document.querySelector('[data-follow]') !== null)
  void import('./follow-run.ts').then(({ followRun }) => followRun())

const tried = document.querySelector<HTMLFormElement>('form[data-what-if]')
if (tried !== null) void import('./what-if.ts').then(({ startWhatIf }) => startWhatIf(tried))

const weightTried = document.querySelector<HTMLFormElement>('form[data-weight-if]')
if (weightTried !== null) void import('./weight-if.ts').then(({ startWeightIf }) => startWeightIf(weightTried))

const slid = document.querySelectorAll<HTMLInputElement>('input[data-slider-label]')
if (slid.length > 0) void import('./slider.ts').then(({ startSliders }) => startSliders(slid))
