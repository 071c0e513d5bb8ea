/** How long a page waits before it looks again: longer each time, so that what takes minutes is not asked for each second. */
const firstWaitMs = 1_000
const longestWaitMs = 10_000
const longerEachTime = 1.2
/** A page that nobody comes back to does not ask for ever. */
const longestMs = 30 * 60_000

/**
 * Follows what the service works out: how far it is, and what is being done, which is said aloud. Once it is no longer being
 * worked out the page is asked for anew, and shows what came of it. Does nothing while the page cannot be seen.
 */
export function followRun(): void {
  const begunAt = Date.now()
  let waitMs = firstWaitMs
  const later = (): void => {
    if (Date.now() - begunAt > longestMs) return
    window.setTimeout(() => void look(), waitMs)
    waitMs = Math.min(waitMs * longerEachTime, longestWaitMs)
  }
  const look = async (): Promise<void> => {
    const now = document.visibilityState === 'visible' ? await ask().catch(() => undefined) : undefined
    if (now === undefined) later()
    else if (now.querySelector('[data-follow]') === null) window.location.reload()
    else {
      show(now)
      later()
    }
  }
  later()
}

/** The page as it is now; undefined if the service does not answer. */
async function ask(): Promise<Document | undefined> {
  const response = await fetch(window.location.href, { headers: { accept: 'text/html' } })
  return response.ok ? new DOMParser().parseFromString(await response.text(), 'text/html') : undefined
}

/** Only what is new is written: what stands in a status is said aloud when it is. */
function show(now: Document): void {
  const theirs = now.querySelectorAll<HTMLElement>('[data-followed]')
  for (const [place, part] of document.querySelectorAll<HTMLElement>('[data-followed]').entries()) {
    const other = theirs[place]
    if (other === undefined) continue
    if (part instanceof HTMLProgressElement && other instanceof HTMLProgressElement) part.value = other.value
    if (part.innerHTML !== other.innerHTML) part.replaceChildren(...other.childNodes)
  }
}
