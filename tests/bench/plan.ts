/** Somebody with a form open: what a browser knows after reading the page once. */
export type Applicant = {
  readonly cookies: Readonly<Record<string, string>>
  /** Of the question page. */
  readonly path: string
  /** Where its form is sent. */
  readonly action: string
  /** The hidden fields and the pressed button of the form. */
  readonly fields: Readonly<Record<string, string>>
  /** The name of the field that is written in. */
  readonly question: string
  /** What was last written there and acknowledged. */
  readonly written: string
  /** Where they are led once an answer is saved. */
  readonly next: string
}

/** What the load is: everyone reads their question page, or everyone answers it, again and again. */
export type Plan = {
  readonly url: string
  readonly kind: 'read' | 'answer'
  readonly connections: number
  readonly seconds: number
  /** Fewer answers than this take longer, three times the seconds at most: a cold server must not be taken for a slow one. */
  readonly least: number
  readonly applicants: readonly Applicant[]
  /** The status with which an answer is acknowledged. */
  readonly accepted: number
  /** A hidden field that goes up by one with every answer that is written: the version which its writer had seen. */
  readonly counter: string | undefined
}

/** What came of it. Times are in milliseconds. */
export type Outcome = {
  readonly answered: number
  readonly wrong: number
  /** Some of what was wrong, in words. */
  readonly samples: readonly string[]
  readonly seconds: number
  readonly median: number
  readonly p99: number
  readonly slowest: number
  /** What the load itself cost. */
  readonly loadCpuMilliseconds: number
  /** The same people, with what they have written since. */
  readonly applicants: readonly Applicant[]
}
