import { postAutosave, type Saved, type Stopped } from './autosave-request.ts'
import { changedNames, type Fields, fingerprintOf, setVersion, shownFields, typedFields } from './form-fields.ts'
import { isReached, longestHoldMs } from './is-reached.ts'
import { offerBack } from './offer-back.ts'
import { answeredMark, markForm, newMark } from './sent-mark.ts'
import { clockTime } from './uk-time.ts'
import { findUnsaved, forgetOldUnsaved, forgetUnsaved, keepUnsaved } from './unsaved.ts'

const pauseMs = 1500
const firstRetryMs = 2000
const longestRetryMs = 60_000

const troubleWords = {
  clash: 'Someone else has changed this answer. What you wrote is kept: choose save and continue to see both.',
  'signed-out': 'You have been signed out. What you wrote is kept in this browser: sign in again to save it.',
  refused: 'Not saved. What you wrote is kept in this browser.',
} as const

const offlineWords =
  'There is no network. What you wrote is kept in this browser, and saved when the network is back: then choose the button again.'

/** What is known about one form. `saved` is what the server has acknowledged; undefined if that is not known. */
type Autosave = {
  readonly form: HTMLFormElement
  readonly url: string
  readonly key: string
  saved: Fields | undefined
  /** The save under way, if any; it never rejects. */
  inFlight: Promise<void> | undefined
  /** Where the form itself is on its way: it waits for the service to answer, or may go. */
  leaving: 'held' | 'free' | undefined
  stopped: boolean
  retryMs: number
  timer: number | undefined
}

/**
 * Saves a form to the address in `data-autosave` 1.5 seconds after typing stops, when a field is left and when the page is.
 *
 * Posts urlencoded with `X-Requested-With: autosave`, one request at a time. Until the server has acknowledged a text,
 * a copy of it waits in this browser under `data-autosave-key`.
 */
export function startAutosave(form: HTMLFormElement): void {
  const url = form.dataset.autosave
  if (!url) return
  const autosave: Autosave = {
    form,
    url,
    key: form.dataset.autosaveKey ?? url,
    // A page that answers a form holds what was sent, whether or not it could be saved.
    saved: answeredMark() === undefined ? shownFields(form) : undefined,
    inFlight: undefined,
    leaving: undefined,
    stopped: false,
    retryMs: firstRetryMs,
    timer: undefined,
  }
  form.addEventListener('input', () => noteChange(autosave))
  form.addEventListener('change', () => noteChange(autosave))
  form.addEventListener('focusout', () => save(autosave))
  form.addEventListener('submit', (event) => {
    if (autosave.leaving === 'free') leaveToSubmit(autosave)
    else hold(autosave, event)
  })
  window.addEventListener('online', () => save(autosave))
  window.addEventListener('pagehide', () => save(autosave, true))
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) autosave.stopped = false
  })
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') save(autosave, true)
  })
  forgetOldUnsaved(Date.now())
  offerBack(form, autosave.key)
}

function noteChange(autosave: Autosave): void {
  if (isSaved(autosave)) {
    forgetUnsaved(autosave.key)
    return
  }
  keep(autosave)
  schedule(autosave, pauseMs)
}

function save(autosave: Autosave, leaving = false): void {
  if (autosave.stopped || autosave.inFlight !== undefined || isSaved(autosave)) return
  window.clearTimeout(autosave.timer)
  autosave.inFlight = send(autosave, typedFields(autosave.form), leaving).finally(() => {
    autosave.inFlight = undefined
  })
}

async function send(autosave: Autosave, sending: Fields, leaving: boolean): Promise<void> {
  const { form, url } = autosave
  say(form, 'Saving')
  try {
    const answer = await postAutosave(url, form, leaving)
    autosave.retryMs = firstRetryMs
    if (answer.status === 'saved') acknowledge(autosave, answer, sending)
    else stop(autosave, answer)
  } catch {
    say(form, 'Not saved: we will try again', true)
    // Spread out, so that a thousand browsers do not all come back in the same second.
    schedule(autosave, autosave.retryMs * (0.75 + Math.random() / 2))
    autosave.retryMs = Math.min(autosave.retryMs * 2, longestRetryMs)
  }
}

/**
 * Lets the save under way finish before the form goes, but not for ever: it makes the versions that the form carries old,
 * and the server would take the newer text for somebody else's. Where the service is not reached the form would lead to the
 * browser’s own error page: it waits here, and is saved when the network is back.
 */
function hold(autosave: Autosave, event: SubmitEvent): void {
  event.preventDefault()
  if (!navigator.onLine) stay(autosave)
  else if (autosave.leaving === undefined) void leaveWhenReached(autosave, event.submitter)
}

async function leaveWhenReached(autosave: Autosave, submitter: HTMLElement | null): Promise<void> {
  const { form, inFlight, stopped } = autosave
  autosave.leaving = 'held'
  autosave.stopped = true
  const enough = new Promise<void>((resolve) => window.setTimeout(resolve, longestHoldMs))
  const [isThere] = await Promise.all([isReached(), Promise.race([inFlight, enough])])
  if (isThere) {
    autosave.inFlight = undefined
    autosave.leaving = 'free'
    form.requestSubmit(submitter)
  } else {
    autosave.leaving = undefined
    autosave.stopped = stopped
    stay(autosave)
  }
}

function acknowledge(autosave: Autosave, answer: Saved, sent: Fields): void {
  const { form, key } = autosave
  autosave.saved = sent
  setVersion(form, answer.version)
  say(form, `Saved at ${clockTime(new Date(answer.savedAt))}`)
  if (isSaved(autosave)) {
    forgetUnsaved(key)
    return
  }
  keep(autosave)
  schedule(autosave, pauseMs)
}

function stop(autosave: Autosave, answer: Stopped): void {
  autosave.stopped = true
  // Somebody who signed out in another tab emptied this browser, and this page still holds what they wrote.
  keep(autosave)
  say(autosave.form, answer.message ?? troubleWords[answer.status], true)
}

function stay(autosave: Autosave): void {
  if (!isSaved(autosave)) {
    keep(autosave)
    // Whoever presses a button waits for it: tried again soon, however long it has been away.
    autosave.retryMs = firstRetryMs
    schedule(autosave, firstRetryMs)
  }
  say(autosave.form, offlineWords, true)
}

/** The form itself is on its way, so a save beside it could only clash with it. */
function leaveToSubmit(autosave: Autosave): void {
  autosave.leaving = undefined
  window.clearTimeout(autosave.timer)
  autosave.stopped = true
  if (isSaved(autosave) && findUnsaved(autosave.key) === undefined) return
  const mark = newMark()
  markForm(autosave.form, mark)
  keep(autosave, mark)
}

/** Keeps what its writer changed, and no more: by the time it is put back, the rest may be a colleague's. */
function keep({ form, key, saved }: Autosave, sent?: string): void {
  const typed = typedFields(form)
  const only = saved === undefined ? undefined : changedNames(typed, saved)
  const fields = only === undefined ? typed : typed.filter(([name]) => only.includes(name))
  keepUnsaved(key, { fields, only, keptAt: Date.now(), sent })
}

const isSaved = ({ form, saved }: Autosave): boolean =>
  saved !== undefined && fingerprintOf(typedFields(form)) === fingerprintOf(saved)

function schedule(autosave: Autosave, delayMs: number): void {
  window.clearTimeout(autosave.timer)
  autosave.timer = window.setTimeout(() => save(autosave), delayMs)
}

function say(form: HTMLFormElement, text: string, trouble = false): void {
  const status = form.querySelector('[data-autosave-status]')
  if (status === null) return
  status.textContent = text
  status.classList.toggle('app-autosave--trouble', trouble)
}
