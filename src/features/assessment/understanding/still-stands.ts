import { contentHash, type Json, type Sha256 } from '../../../core/canonical/index.ts'
import type { UnderstandingCase } from '../../../core/understanding/index.ts'

/**
 * Whether what was worked out rests on the case as it is now. What was worked out before criteria were studied had the
 * same case without them, and its numbers are as good.
 */
export function stillStands(now: UnderstandingCase, inputSha256: string, sha256: Sha256): boolean {
  const { diagnosis: _, ...before } = now
  return [now, before].some((each) => contentHash(each as unknown as Json, sha256) === inputSha256)
}
