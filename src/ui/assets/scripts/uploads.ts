import { forgetRefused, sayRefused } from './say-refused.ts'
import { type Sent, sendFile } from './send-file.ts'

/** Files that wait in an input, with the part of the form that they belong to. */
type Waiting = { readonly group: HTMLElement; readonly input: HTMLInputElement; readonly files: readonly File[] }

/**
 * Sends the files of a form in pieces before the form itself goes, with progress. The form then carries what was kept,
 * as if it had been on the page, and no file.
 */
export function startUploads(form: HTMLFormElement): void {
  let busy = false
  // Before other listeners: while files are sent the form has not been sent yet.
  form.addEventListener(
    'submit',
    (event) => {
      const waiting = waitingIn(form)
      if (!busy && waiting.length === 0) return
      event.preventDefault()
      event.stopImmediatePropagation()
      if (busy) return
      busy = true
      void sendAll(form, waiting).then((allKept) => {
        busy = false
        if (allKept) form.requestSubmit(event.submitter)
      })
    },
    { capture: true },
  )
}

function waitingIn(form: HTMLFormElement): readonly Waiting[] {
  return [...form.querySelectorAll<HTMLElement>('[data-uploads]')].flatMap((group) => {
    const input = group.querySelector<HTMLInputElement>('input[type=file]')
    const files = [...(input?.files ?? [])]
    return input === null || files.length === 0 || !group.dataset.uploads ? [] : [{ group, input, files }]
  })
}

/** One after the other, so that a slow line brings whole files. @returns whether every file was kept */
async function sendAll(form: HTMLFormElement, waiting: readonly Waiting[]): Promise<boolean> {
  const csrf = form.querySelector<HTMLInputElement>('input[name=_csrf]')?.value ?? ''
  const refused: { readonly input: HTMLInputElement; readonly words: string }[] = []
  let allKept = true
  forgetRefused()
  for (const { group, input, files } of waiting) {
    const stop = new AbortController()
    const board = boardIn(group, () => stop.abort())
    const { uploads: address = '', uploadName: name = '' } = group.dataset
    for (const file of files) {
      const line = board.lineFor(file)
      const { signal } = stop
      const sent = await sendFile({ file, address, name, csrf, signal, onProgress: line.show, onWaiting: line.wait })
      line.end(sent)
      if (sent.status === 'kept') addField(group, name, sent.field)
      else allKept = false
      if (sent.status === 'refused') refused.push({ input, words: refusedWords(file, sent.message) })
    }
    input.value = ''
    input.dispatchEvent(new Event('change'))
    board.end()
  }
  sayRefused(refused)
  return allKept
}

function addField(group: HTMLElement, name: string, value: string): void {
  const field = document.createElement('input')
  field.type = 'hidden'
  field.name = name
  field.value = value
  group.append(field)
}

type Line = {
  readonly show: (bytes: number) => void
  readonly wait: () => void
  readonly end: (sent: Sent) => void
}

/** Where people see how far it is. It is said aloud when a file begins, stops and ends, not at each step. */
function boardIn(group: HTMLElement, stop: () => void) {
  const last = group.querySelector('.app-sending')
  const board = document.createElement('div')
  board.className = 'app-sending'
  // What was sent before goes with the form too, and is still said.
  board.append(...(last?.querySelectorAll('[data-sent]') ?? []))
  last?.remove()
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'govuk-button govuk-button--secondary'
  button.textContent = 'Stop sending'
  button.addEventListener('click', stop)
  board.append(button)
  group.append(board)
  return {
    lineFor: (file: File): Line => {
      const line = lineOf(file)
      button.before(...line.elements)
      return line
    },
    end: () => button.remove(),
  }
}

function lineOf(file: File): Line & { readonly elements: readonly HTMLElement[] } {
  const bar = document.createElement('progress')
  bar.max = file.size
  bar.value = 0
  bar.setAttribute('aria-label', `Sending ${file.name}`)
  const text = document.createElement('p')
  text.className = 'govuk-body'
  text.setAttribute('role', 'status')
  const percent = document.createElement('p')
  percent.className = 'govuk-body-s govuk-!-margin-bottom-2'
  const say = (words: string) => {
    if (text.textContent !== words) text.textContent = words
  }
  say(`Sending ${file.name}`)
  return {
    elements: [text, bar, percent],
    show: (bytes) => {
      bar.value = bytes
      percent.textContent = `${Math.floor((100 * bytes) / file.size)}%`
      say(`Sending ${file.name}`)
    },
    wait: () => say(`The connection was lost. ${file.name} goes on by itself when it is back.`),
    end: (sent) => {
      bar.remove()
      percent.remove()
      if (sent.status === 'kept') {
        say(`${file.name} was sent.`)
        text.dataset.sent = ''
      }
      if (sent.status === 'stopped') say(`${file.name} was stopped. Choose it again to go on.`)
      if (sent.status === 'refused') text.remove()
    },
  }
}

/** The server's words begin with the name already. */
const refusedWords = ({ name }: File, message: string): string =>
  message.startsWith('“') ? message : `${name} was not added. ${message}`
