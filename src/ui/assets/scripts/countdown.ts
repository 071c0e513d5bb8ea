import { announcementWords, timeLeftWords } from '../../../core/time/time-left.ts'

const second = 1000

/** When the first byte of this page came, by this computer's clock: the server had read its own clock just before. */
function arrivedAt(now: number): number {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
  return navigation === undefined ? now : now - Math.max(0, performance.now() - navigation.responseStart)
}

/**
 * Counts a deadline down in its place on the page, by the server's clock: how far that is from this computer's own is
 * taken once, when the page came.
 */
export function startCountdown(box: HTMLElement): void {
  const [left, closes, said] = ['left', 'closes', 'said'].map((part) =>
    box.querySelector<HTMLElement>(`[data-countdown-${part}]`),
  )
  const deadlineMs = Number(box.dataset.countdown)
  const offset = Number(box.dataset.serverTime) - arrivedAt(Date.now())
  if (!left || !closes || !said || !Number.isFinite(deadlineMs) || !Number.isFinite(offset)) return
  let before = deadlineMs - Number(box.dataset.serverTime)
  const tick = (): void => {
    const now = deadlineMs - (Date.now() + offset)
    const words = timeLeftWords(now)
    if (left.textContent !== words) left.textContent = words
    const aloud = announcementWords(before, now)
    if (aloud !== undefined) said.textContent = now < 0 ? `${aloud}.` : `${aloud} before the deadline.`
    if (now < 0 && before >= 0) {
      closes.textContent = 'closed'
      box.classList.add('app-countdown--passed')
    }
    before = now
  }
  tick()
  setInterval(tick, second)
  // A page that was out of sight, or a computer that slept, may have missed many.
  document.addEventListener('visibilitychange', tick)
}
