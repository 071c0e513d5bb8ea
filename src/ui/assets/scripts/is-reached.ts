/** How long a form waits for an answer before it goes all the same: a slow network is for the browser to try. */
export const longestHoldMs = 5000

/**
 * Whether anything comes back from the service: a refusal too. False only where a request fails at once, as on a network
 * that leads nowhere, which `navigator.onLine` takes for one.
 */
export async function isReached(): Promise<boolean> {
  const late = AbortSignal.timeout(longestHoldMs)
  try {
    await fetch('/healthz', { cache: 'no-store', signal: late })
    return true
  } catch {
    return late.aborted
  }
}
