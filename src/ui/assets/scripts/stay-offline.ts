import { isReached } from './is-reached.ts'
import { clockTime } from './uk-time.ts'

/** Forms that were asked about and may go, and those of which it is still being asked. */
const reached = new WeakSet<HTMLFormElement>()
const asked = new WeakSet<HTMLFormElement>()

/**
 * Without a network a form leads to the browser’s own error page, from which nobody knows whether it was sent. It stays
 * here instead and says that it was not, when, and what to do. What a form says of itself is in its `data-not-sent`; such a
 * form is not sent before the service has answered anything at all, as a browser takes a network that leads nowhere for
 * one. Forms that are saved while people type do it themselves.
 */
export function stayOffline(): void {
  // Before what other scripts do when a form is sent, such as deleting what waits in this browser.
  document.addEventListener('submit', stay, { capture: true })
}

function stay(event: SubmitEvent): void {
  const form = event.target
  if (!(form instanceof HTMLFormElement) || form.method !== 'post' || form.dataset.autosave !== undefined) return
  if (reached.delete(form)) return
  const isAsked = form.dataset.notSent !== undefined
  if (navigator.onLine && !isAsked) return
  event.preventDefault()
  event.stopPropagation()
  if (!navigator.onLine) sayNotSent(form)
  else if (!asked.has(form)) void ask(form, event.submitter)
}

async function ask(form: HTMLFormElement, submitter: HTMLElement | null): Promise<void> {
  asked.add(form)
  const isThere = await isReached()
  asked.delete(form)
  if (!isThere) return sayNotSent(form)
  reached.add(form)
  form.requestSubmit(submitter)
}

function sayNotSent(form: HTMLFormElement): void {
  const status = statusOf(form)
  const notSent = form.dataset.notSent ?? 'Nothing was sent, and what you wrote is still on this page.'
  status.textContent = `There was no network at ${clockTime(new Date())}. ${notSent} When the network is back, choose the button again.`
}

/** In the form, or on top of the page where the form stands in a line of the header, which has no room for it. */
function statusOf(form: HTMLFormElement): HTMLElement {
  const main = document.querySelector('main')
  const inHeader = main !== null && !main.contains(form)
  const place = inHeader ? main : form
  const there = place.querySelector<HTMLElement>(inHeader ? ':scope > [data-offline]' : '[data-offline]')
  if (there !== null) return there
  const status = document.createElement('p')
  status.classList.add('app-autosave', 'app-autosave--trouble')
  status.dataset.offline = ''
  status.setAttribute('role', 'alert')
  if (inHeader) place.prepend(status)
  else place.append(status)
  return status
}
