/** What the service told people, in the order in which it told them. */
export type Acknowledged = {
  /** By application: what was saved there, question by question. */
  readonly answers: ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>
  /** By application: saves that changed something, each of which leaves one event. */
  readonly saves: ReadonlyMap<string, number>
  /** Those whose people have seen the receipt. */
  readonly submitted: ReadonlySet<string>
}

/** What the database has of the same applications. */
export type Stored = {
  /** By application and question: every version in its order, and the one that stands. */
  readonly answers: ReadonlyMap<string, ReadonlyMap<string, StoredAnswer>>
  /** By application. */
  readonly savedEvents: ReadonlyMap<string, number>
  readonly submittedEvents: ReadonlyMap<string, number>
  readonly receipts: ReadonlyMap<string, number>
  readonly setAside: ReadonlyMap<string, number>
  readonly submissions: ReadonlyMap<string, readonly StoredSubmission[]>
}

export type StoredAnswer = {
  readonly versions: readonly { readonly number: number; readonly value: unknown }[]
  readonly current: { readonly number: number; readonly value: unknown } | undefined
}

/** What was frozen, and whether its hash is that of what was frozen. */
export type StoredSubmission = { readonly answers: ReadonlyMap<string, unknown>; readonly hashHolds: boolean }

/** What an acknowledgement and the database disagree on. `lost` and `twice` have a budget of none, as has all else. */
export type Fault = { readonly kind: 'lost' | 'twice' | 'other'; readonly text: string }

/**
 * Compares everything that was acknowledged with what is there: each saved text is one version, in the order in which
 * they were acknowledged, with one event; each submission is one, with what was acknowledged before it, one event and
 * one receipt; and nothing is there that nobody was told of.
 *
 * @param before how many `application.saved` events each application had when people began
 */
export function compare(acknowledged: Acknowledged, stored: Stored, before = 1): readonly Fault[] {
  const faults: Fault[] = []
  for (const [reference, questions] of acknowledged.answers) {
    for (const [question, texts] of questions) {
      const found = stored.answers.get(reference)?.get(question)
      faults.push(...answerFaults(`${reference} ${question}`, texts, found))
    }
    const wanted = before + (acknowledged.saves.get(reference) ?? 0)
    faults.push(...countFaults(`${reference}: saved events`, wanted, stored.savedEvents.get(reference) ?? 0))
    faults.push(...countFaults(`${reference}: texts set aside`, 0, stored.setAside.get(reference) ?? 0))
    faults.push(...submissionFaults(reference, acknowledged, stored))
  }
  return faults
}

function answerFaults(where: string, texts: readonly string[], found: StoredAnswer | undefined): readonly Fault[] {
  const faults: Fault[] = []
  const versions = found?.versions ?? []
  const values = versions.map(({ value }) => value)
  for (const text of texts) {
    const times = values.filter((value) => value === text).length
    if (times === 0)
      faults.push({ kind: 'lost', text: `${where}: “${beginning(text)}” was acknowledged and is not there` })
    if (times > 1) faults.push({ kind: 'twice', text: `${where}: “${beginning(text)}” is there ${times} times` })
  }
  const unknown = values.filter((value) => !texts.includes(value as string))
  if (unknown.length > 0)
    faults.push({ kind: 'other', text: `${where}: ${unknown.length} versions nobody was told of` })
  if (faults.length > 0) return faults
  if (values.some((value, index) => value !== texts[index]))
    faults.push({ kind: 'other', text: `${where}: versions are not in the order of their acknowledgements` })
  if (versions.some(({ number }, index) => number !== index + 1))
    faults.push({ kind: 'other', text: `${where}: the numbers of versions have a gap` })
  const { current } = found ?? {}
  if (current?.value !== texts.at(-1) || current?.number !== texts.length)
    faults.push({ kind: 'lost', text: `${where}: what stands is not what was acknowledged last` })
  return faults
}

function submissionFaults(reference: string, acknowledged: Acknowledged, stored: Stored): readonly Fault[] {
  const wanted = acknowledged.submitted.has(reference) ? 1 : 0
  const submissions = stored.submissions.get(reference) ?? []
  const faults = [
    ...countFaults(`${reference}: submissions`, wanted, submissions.length),
    ...countFaults(`${reference}: submitted events`, wanted, stored.submittedEvents.get(reference) ?? 0),
    ...countFaults(`${reference}: receipts by email`, wanted, stored.receipts.get(reference) ?? 0),
  ]
  for (const { answers, hashHolds } of submissions) {
    if (!hashHolds)
      faults.push({ kind: 'other', text: `${reference}: the hash of the submission is not that of its content` })
    for (const [question, texts] of acknowledged.answers.get(reference) ?? []) {
      if (answers.get(question) !== texts.at(-1))
        faults.push({
          kind: 'lost',
          text: `${reference} ${question}: was submitted without what was acknowledged last`,
        })
    }
  }
  return faults
}

const countFaults = (what: string, wanted: number, found: number): readonly Fault[] =>
  found === wanted
    ? []
    : [{ kind: found < wanted ? 'lost' : 'twice', text: `${what}: ${wanted} acknowledged, ${found} in the database` }]

const beginning = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text)
