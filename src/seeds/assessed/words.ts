import { readSeed } from '../read-seed.ts'

/** What made-up bids and reviews are put together from. `%` in a name stands for the place. */
export type Words = {
  readonly placeStarts: readonly string[]
  readonly placeEnds: readonly string[]
  readonly kinds: readonly {
    readonly kind: string
    readonly regions: readonly string[]
    readonly weight: number
    readonly names: readonly string[]
  }[]
  readonly services: readonly Service[]
  readonly models: readonly (readonly string[])[]
  readonly modelsWhy: readonly string[]
  readonly engageStaff: readonly string[]
  readonly engageOthers: readonly string[]
  readonly resource: readonly string[]
  readonly jobTitles: readonly string[]
  /** Full names of assessors. */
  readonly assessors: readonly string[]
  readonly suppliers: readonly string[]
  /** By criterion, for a poor, a fair, a good and the best answer: what might be said. `{service}` is its name. */
  readonly comments: Readonly<Record<string, readonly (readonly string[])[]>>
  readonly overall: readonly string[]
}

/** `unit`: what it has several of. */
export type Service = {
  readonly name: string
  readonly unit: string
  readonly driver: string
  readonly outcome: string
}

export const readWords = async (): Promise<Words> => JSON.parse(await readSeed('finished-round/words.json'))
