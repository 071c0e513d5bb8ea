import { clockTime } from './uk-time.ts'

/**
 * Without a network a form leads to the browser’s own error page, from which nobody knows whether it was sent. It stays
 * here instead and says that it was not, when, and what to do. What a form says of itself is in its `data-not-sent`. Forms
 * that are saved while people type do it themselves.
 */
export function stayOffline(): void {
  // Before what other scripts do when a form is sent, such as deleting what waits in this browser.
  document.addEventListener('submit', stay, { capture: true })
}

function stay(event: SubmitEvent): void {
  const form = event.target
  if (navigator.onLine || !(form instanceof HTMLFormElement)) return
  if (form.method !== 'post' || form.dataset.autosave !== undefined) return
  event.preventDefault()
  event.stopPropagation()
  const status = statusOf(form)
  const notSent = form.dataset.notSent ?? 'Nothing was sent, and what you wrote is still on this page.'
  status.textContent = `There was no network at ${clockTime(new Date())}. ${notSent} When the network is back, choose the button again.`
}

function statusOf(form: HTMLFormElement): HTMLElement {
  const there = form.querySelector<HTMLElement>('[data-offline]')
  if (there !== null) return there
  const status = document.createElement('p')
  status.classList.add('app-autosave', 'app-autosave--trouble')
  status.dataset.offline = ''
  status.setAttribute('role', 'alert')
  form.append(status)
  return status
}
