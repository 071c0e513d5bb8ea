import { setTimeout as pause } from 'node:timers/promises'
import { drawing, rising, stepped } from './arrivals.ts'
import type { Notes } from './browser.ts'
import type { Deed, Outage } from './figures.ts'
import type { Ledger } from './ledger.ts'
import type { Service } from './service.ts'
import { type LastPage, type Officer, type Place, type Street, submit, write } from './visits.ts'

/** A part of a shape, in seconds since it began, of which figures are given. */
export type Phase = { readonly name: string; readonly from: number; readonly to: number }

/** Something that happens at a time whatever else is going on. */
type Happening = { readonly second: number; readonly begin: () => Promise<void> }

export type Ran = {
  readonly name: string
  readonly seconds: number
  readonly phases: readonly Phase[]
  readonly deeds: readonly Deed[]
  readonly outages: readonly Outage[]
  readonly failures: readonly string[]
  /** How much later than due visits were begun, in milliseconds: the load's own delay, not the service's. */
  readonly late: readonly number[]
}

export type Town = {
  readonly service: Service
  readonly ledger: Ledger
  readonly officers: readonly Officer[]
  readonly lastPages: readonly LastPage[]
  /** 1 for the whole length. */
  readonly scale: number
}

const patienceMilliseconds = 60_000
const hourSeconds = 360
const writingsInTheHour = 7_000
const stepSeconds = 100
const rates = [10, 50, 100] as const

/**
 * The hour before the deadline, ten times as fast: everyone writes, more and more often, and the first so many officers
 * submit in its last ten minutes. A web process is killed half-way, and PostgreSQL is restarted while people submit.
 *
 * @param submitting how many submit
 */
export async function runHour(town: Town, submitting: number): Promise<Ran> {
  const { service, officers, lastPages, scale } = town
  const seconds = hourSeconds * scale
  const lastTen = (seconds * 5) / 6
  const notes = startNotes()
  const street = streetOf(town, notes, true)
  const places = turnOf(officers)
  const writings = rising({ count: Math.round(writingsInTheHour * scale), seconds, times: 10 })
  const submissions = rising({ count: submitting, seconds: seconds - lastTen, times: 3 })
  const outages: Outage[] = []
  const happenings: Happening[] = [
    ...writings.map((second) => ({ second, begin: () => writeSomewhere(street, places) })),
    ...submissions.map((second, index) => ({
      second: lastTen + second,
      begin: () => submitOnce(street, officers[index], { lastPages, download: index % 3 === 0 }),
    })),
    blow(seconds / 2, 'a web process killed', service.killWeb, notes, outages),
    blow((seconds * 11) / 12, 'PostgreSQL restarted', service.restartPostgres, notes, outages),
  ]
  const late = await happen(happenings, notes)
  const phases = [
    { name: 'first 50 minutes', from: 0, to: lastTen },
    { name: 'last 10 minutes', from: lastTen, to: Number.POSITIVE_INFINITY },
  ]
  return {
    name: 'The deadline hour',
    seconds,
    phases,
    deeds: notes.deeds,
    outages: inOrder(outages),
    failures: notes.failures,
    late,
  }
}

/**
 * People who come 10, 50 and 100 a second, each to write one answer. A web process is killed in the middle of the second
 * step, PostgreSQL restarted in the middle of the third.
 */
export async function runArrivals(town: Town): Promise<Ran> {
  const { service, officers, scale } = town
  const each = stepSeconds * scale
  const notes = startNotes()
  const street = streetOf(town, notes, false)
  const places = turnOf(officers)
  const outages: Outage[] = []
  const happenings: Happening[] = [
    ...stepped(rates, each).map((second) => ({ second, begin: () => writeSomewhere(street, places) })),
    blow(each * 1.5, 'a web process killed', service.killWeb, notes, outages),
    blow(each * 2.5, 'PostgreSQL restarted', service.restartPostgres, notes, outages),
  ]
  const late = await happen(happenings, notes)
  const phases = rates.map((rate, step) => ({
    name: `${rate} arrivals a second`,
    from: step * each,
    to: step === rates.length - 1 ? Number.POSITIVE_INFINITY : (step + 1) * each,
  }))
  const { deeds, failures } = notes
  return {
    name: 'Arrivals that do not wait',
    seconds: each * rates.length,
    phases,
    deeds,
    outages: inOrder(outages),
    failures,
    late,
  }
}

function startNotes(): Notes {
  const began = performance.now()
  return { now: () => performance.now() - began, deeds: [], failures: [], patienceMilliseconds }
}

/** Between two and six seconds, as twenty to sixty are when time runs ten times as fast. */
function streetOf({ ledger }: Town, notes: Notes, autosave: boolean): Street {
  const draw = drawing(7)
  return { notes, ledger, autosave, thinking: () => 2_000 + draw() * 4_000 }
}

/** Every place to write at, in turn: all officers at their first, then all at their second, and so on. */
function turnOf(officers: readonly Officer[]): () => readonly [Officer, Place] | undefined {
  const most = Math.max(...officers.map(({ places }) => places.length))
  const all = Array.from({ length: most }, (_, index) => index).flatMap((index) =>
    officers.flatMap((officer) => {
      const place = officer.places[index]
      return place === undefined ? [] : [[officer, place] as const]
    }),
  )
  let turn = 0
  return () => {
    for (let tried = 0; tried < all.length; tried += 1) {
      const found = all[turn++ % all.length]
      if (found !== undefined && !found[1].busy && !found[0].submitting) return found
    }
    return undefined
  }
}

async function writeSomewhere(street: Street, places: ReturnType<typeof turnOf>): Promise<void> {
  const found = places()
  if (found === undefined) {
    street.notes.failures.push('more people came than there were answers to write')
    return
  }
  const [officer, place] = found
  place.busy = true
  const visit = write(street, officer, place).finally(() => {
    place.busy = false
    officer.visits.delete(visit)
  })
  officer.visits.add(visit)
  await visit
}

/** Whoever submits first finishes what they are writing. */
async function submitOnce(
  street: Street,
  officer: Officer | undefined,
  how: Parameters<typeof submit>[2],
): Promise<void> {
  if (officer === undefined) throw new Error('there are fewer officers than submissions')
  officer.submitting = true
  await Promise.all(officer.visits)
  await submit(street, officer, how)
}

const inOrder = (outages: readonly Outage[]): readonly Outage[] =>
  [...outages].sort((one, other) => one.from - other.from)

const blow = (
  second: number,
  what: string,
  strike: () => Promise<void>,
  notes: Notes,
  outages: Outage[],
): Happening => ({
  second,
  begin: async () => {
    const from = notes.now()
    await strike().finally(() => outages.push({ what, from, to: notes.now() }))
  },
})

/** Begins each when it is due, waiting for none; then waits for all. @returns how late each was begun */
async function happen(happenings: readonly Happening[], notes: Notes): Promise<readonly number[]> {
  const due = [...happenings].sort((one, other) => one.second - other.second)
  const late: number[] = []
  const begun: Promise<void>[] = []
  for (const { second, begin } of due) {
    const wait = second * 1_000 - notes.now()
    if (wait > 1) await pause(wait)
    late.push(Math.max(0, notes.now() - second * 1_000))
    begun.push(begin().catch((error: unknown) => void notes.failures.push(String(error))))
  }
  await Promise.all(begun)
  return late
}
