import { anyUnsaved, forgetAllUnsaved } from './unsaved.ts'

const question =
  'Some of what you wrote has not been saved. If you sign out now, it is deleted from this browser. Sign out all the same?'

/** Whoever signs out leaves nothing of theirs in the browser; not before they know what they would lose. */
export function watchSignOut(form: HTMLFormElement): void {
  form.addEventListener('submit', (event) => {
    if (anyUnsaved() && !window.confirm(question)) event.preventDefault()
    else forgetAllUnsaved()
  })
}
