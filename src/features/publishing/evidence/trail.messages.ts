import { isObject } from '../../../core/canonical/index.ts'
import { capital } from '../../../core/text/capital.ts'
import { ukTimeWithZone } from '../../../core/time/uk-time.ts'
import type { TrailEvent } from './trail.store.ts'

/** An event as people read it. */
export type DescribedEvent = {
  readonly title: string
  readonly time: string
  readonly datetime: string
  readonly by: string
  readonly about: string
  readonly facts: readonly { readonly name: string; readonly value: string }[]
  readonly sequence: number | null
  readonly hash: string | null
}

/** @example wordsOf('review.set-aside') // => 'Review set aside' */
export const wordsOf = (action: string): string => capital(action.replaceAll(/[.-]/g, ' '))

export const describeEvent = ({ at, action, by, about, facts, sequence, hash }: TrailEvent): DescribedEvent => ({
  title: wordsOf(action),
  time: ukTimeWithZone(at, { seconds: true }),
  datetime: at.toISOString(),
  by: by ?? 'the service',
  about,
  facts: isObject(facts)
    ? Object.entries(facts).map(([name, value]) => ({
        name: wordsOf(name.replaceAll(/(?=[A-Z])/g, ' ').toLowerCase()),
        value: typeof value === 'string' ? value : JSON.stringify(value),
      }))
    : [],
  sequence,
  hash,
})
