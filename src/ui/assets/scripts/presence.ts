import { presenceWords } from '../../../core/text/presence-words.ts'

/** How often a page says that it is open, while it can be seen. */
const everyMs = 20_000

/**
 * Tells the server that this page is open, and who else has it open to whoever looks at it. If the server does not
 * answer, nothing is said: to know who is here is a courtesy.
 */
export function startPresence(line: HTMLElement): void {
  const { presence: url, csrf = '' } = line.dataset
  if (url === undefined) return
  const tell = async (): Promise<void> => {
    if (document.visibilityState !== 'visible') return
    const present = await ask(url, csrf).catch(() => undefined)
    if (present === undefined) return
    const words = presenceWords(present)
    // Only what is new is said aloud.
    if (line.textContent !== words) line.textContent = words
  }
  void tell()
  window.setInterval(() => void tell(), everyMs)
}

async function ask(url: string, csrf: string): Promise<readonly string[] | undefined> {
  const response = await fetch(url, {
    method: 'POST',
    body: new URLSearchParams({ _csrf: csrf }).toString(),
    headers: {
      'content-type': 'application/x-www-form-urlencoded;charset=UTF-8',
      'x-requested-with': 'presence',
      accept: 'application/json',
    },
  })
  if (!response.ok) return undefined
  const { present } = (await response.json()) as { readonly present?: readonly string[] }
  return present
}
