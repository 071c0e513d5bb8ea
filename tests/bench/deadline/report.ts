import type { Fault } from './compare.ts'
import { countErrors, type Deed, type Kind, partByOutage, quantile, type Spread, spreadOf } from './figures.ts'
import type { Ran } from './shapes.ts'

/** Answered within this, but for what an outage touched: the budget. */
export const longestP99Milliseconds = 1_000

/** What the processors did while a shape ran. */
export type Spent = {
  readonly seconds: number
  /** Seconds of processor time by part. */
  readonly cpu: Readonly<Record<string, number>>
  /** How much of the machine's cores went to programs that are not part of this, from 0 to 1. */
  readonly elsewhere: number
}

const groups: readonly { readonly name: string; readonly kinds: readonly Kind[] }[] = [
  { name: 'pages', kinds: ['page', 'check', 'receipt'] },
  { name: 'saves', kinds: ['autosave', 'save'] },
  { name: 'submissions', kinds: ['submit'] },
  { name: 'receipts as PDF', kinds: ['pdf'] },
]

/** One shape as text: how long people waited, by part and outside the outages; and in each outage. */
export function shapeReport(ran: Ran, spent: Spent): string {
  const { clear, hit } = partByOutage(ran.deeds, ran.outages)
  const rows = ran.phases.flatMap(({ name, from, to }) => {
    const inPhase = clear.filter(({ startedAt }) => startedAt >= from * 1_000 && startedAt < to * 1_000)
    return groups.flatMap((group) => {
      const deeds = inPhase.filter(({ kind }) => group.kinds.includes(kind))
      return deeds.length === 0 ? [] : [rowOf(`${name}: ${group.name}`, deeds)]
    })
  })
  const outageRows = ran.outages.flatMap(({ what, from, to }, index) => {
    const times = `${((to - from) / 1_000).toFixed(1)} s from ${(from / 1_000).toFixed(0)} s`
    return [rowOf(`OUTAGE ${what}, ${times}`, hit[index] ?? [])]
  })
  const head = ['milliseconds', 'answered', 'p50', 'p95', 'p99', 'longest', 'tries more', 'within a try more']
  return [
    `${ran.name}, ${Math.round(ran.seconds)} seconds`,
    columns([head, ...rows, rowOf('ALL outside the outages', clear), ...outageRows]),
    `Errors before an answer, outside the outages: ${errorsOf(clear)}`,
    `Errors before an answer, in the outages: ${errorsOf(hit.flat())}`,
    `Processor time: ${spentOf(spent)}`,
    `Visits were begun ${quantile(ran.late, 0.99).toFixed(0)} ms late at most, but for one in a hundred.`,
  ].join('\n')
}

/** The p99 of a shape, outside its outages. */
export const p99Of = (ran: Ran): number => spreadOf(partByOutage(ran.deeds, ran.outages).clear).p99

function rowOf(name: string, deeds: readonly Deed[]): readonly string[] {
  const { count, p50, p95, p99, longest }: Spread = spreadOf(deeds)
  const tries = deeds.reduce((sum, { errors }) => sum + errors.length, 0)
  const again = deeds.filter(({ errors }) => errors.length > 0).length
  return [
    name,
    ...[count, p50, p95, p99, longest, tries, again].map((value) => Math.round(value).toLocaleString('en-GB')),
  ]
}

function errorsOf(deeds: readonly Deed[]): string {
  const counted = countErrors(deeds).map(([error, times]) => `${error} × ${times}`)
  return counted.length === 0 ? 'none' : counted.join(', ')
}

function spentOf({ seconds, cpu, elsewhere }: Spent): string {
  const parts = Object.entries(cpu).map(
    ([part, spent]) => `${part} ${spent.toFixed(1)} s (${((spent / seconds) * 100).toFixed(0)}% of a core)`,
  )
  return `${parts.join(', ')}; other programs ${(elsewhere * 100).toFixed(0)}% of the machine`
}

function columns(lines: readonly (readonly string[])[]): string {
  const widths = (lines[0] ?? []).map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)))
  return lines
    .map((line) =>
      line
        .map((text, column) => (column === 0 ? text.padEnd(widths[0] ?? 0) : text.padStart(widths[column] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

/** Whether what must hold does, line by line; the budgets with their figures. */
export function verdictLines(
  rans: readonly Ran[],
  faults: readonly Fault[],
  told: {
    readonly saves: number
    readonly submissions: number
    readonly audit: string
    readonly fallen: readonly string[]
  },
): { readonly lines: readonly string[]; readonly holds: boolean } {
  const count = (kind: Fault['kind']): number => faults.filter((fault) => fault.kind === kind).length
  const failures = rans.flatMap((ran) => ran.failures)
  const holds = faults.length === 0 && failures.length === 0 && told.fallen.length === 0 && told.audit === ''
  const p99 = rans.map((ran) => `${ran.name.toLowerCase()} ${p99Of(ran).toFixed(0)} ms`).join(', ')
  const quick = rans.every((ran) => p99Of(ran) < longestP99Milliseconds)
  const met = (so: boolean): string => (so ? 'met' : 'NOT MET')
  return {
    holds,
    lines: [
      `${told.saves.toLocaleString('en-GB')} saves and ${told.submissions} submissions were acknowledged, and each was looked for in the database.`,
      `Lost: ${count('lost')} (${met(count('lost') === 0)})`,
      `Twice: ${count('twice')} (${met(count('twice') === 0)})`,
      `Otherwise wrong: ${count('other')} (${met(count('other') === 0)})`,
      `Errors left after trying again: ${failures.length} (${met(failures.length === 0)})`,
      `Audit log: ${told.audit === '' ? 'whole, all events sealed (met)' : `${told.audit} (NOT MET)`}`,
      `Programs that fell over: ${told.fallen.length === 0 ? 'none (met)' : `${told.fallen.join(', ')} (NOT MET)`}`,
      `p99 outside the outages below ${longestP99Milliseconds.toLocaleString('en-GB')} ms: ${p99} (${met(quick)})`,
      ...faults.slice(0, 20).map(({ kind, text }) => `  ${kind}: ${text}`),
      ...failures.slice(0, 20).map((text) => `  error: ${text}`),
    ],
  }
}
