import { announcementWords, timeLeftWords } from '../../../core/time/time-left.ts'

const second = 1000

/** What a countdown needs of its surroundings, so that a test can be the clock. */
export type CountdownClock = { readonly now: () => number; readonly every: (ms: number, tick: () => void) => void }

const ownClock: CountdownClock = {
  now: () => Date.now(),
  every: (ms, tick) => void setInterval(tick, ms),
}

/** When the first byte of this page came, by this computer's clock: the server had read its own clock just before. */
function arrivedAt(now: number): number {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
  return navigation === undefined || navigation.responseStart === 0
    ? now
    : performance.timeOrigin + navigation.responseStart
}

/**
 * Counts a deadline down in its place on the page, by the server's clock: how far that is from this computer's own is
 * taken once, when the page came.
 */
export function startCountdown(box: HTMLElement, clock: CountdownClock = ownClock): void {
  const [left, closes, said] = ['left', 'closes', 'said'].map((part) =>
    box.querySelector<HTMLElement>(`[data-countdown-${part}]`),
  )
  const deadlineMs = Number(box.dataset.countdown)
  const offset = Number(box.dataset.serverTime) - arrivedAt(clock.now())
  if (!left || !closes || !said || !Number.isFinite(deadlineMs) || !Number.isFinite(offset)) return
  let before = deadlineMs - Number(box.dataset.serverTime)
  const tick = (): void => {
    const now = deadlineMs - (clock.now() + offset)
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
  clock.every(second, tick)
  // A page that was out of sight, or a computer that slept, may have missed many.
  document.addEventListener('visibilitychange', tick)
}
