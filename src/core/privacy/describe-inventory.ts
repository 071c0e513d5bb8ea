import type { Clock, Outcome, Period, RetentionRule, RetentionSection } from './retention-rule.ts'
import { keptElsewhere, retentionSections } from './retention-rules.ts'

const clockWords: Readonly<Record<Clock, string>> = {
  made: 'they were made',
  expired: 'they ran out',
  ended: 'they ended',
  'last-seen': 'they were last here',
  'outcome-told': 'applicants were told the outcome of the round',
}

/** What a rule is about, as pages name it. */
export const ruleName = ({ name, what }: Pick<RetentionRule, 'name' | 'what'>): string => name ?? what

/** @example periodWords({ months: 24, after: 'outcome-told' }) // => '2 years after applicants were told the outcome of the round' */
export function periodWords(period: Period): string {
  return `${lengthWords(period)} after ${clockWords[period.after]}`
}

function lengthWords(period: Period): string {
  if ('days' in period) return period.days === 1 ? '1 day' : `${period.days} days`
  if (period.months % 12 === 0) return period.months === 12 ? '1 year' : `${period.months / 12} years`
  return period.months === 1 ? '1 month' : `${period.months} months`
}

/** What happens when a period is over, in words. */
export const outcomeWords: Readonly<Record<Outcome, string>> = {
  delete: 'Deleted',
  blank: 'Emptied; the rest of the record stays',
  anonymise: 'The person is made anonymous, in every record that leads to them',
  unname: 'The record stays, and names nobody once its people are anonymous',
  keep: 'Kept with the names in it',
}

const basisWords = {
  'public-task': 'public task',
  consent: 'consent',
  'legal-obligation': 'legal obligation',
} as const

/** Who or what carries a rule out. */
export function carriedOutBy({ outcome, sweep, byItself }: RetentionRule): string {
  if (byItself !== undefined) return `by itself, ${byItself}`
  if (sweep !== undefined) return 'when retention is switched on'
  return outcome === 'keep' ? 'nothing goes' : 'when its people are made anonymous'
}

/**
 * The privacy inventory as Markdown: what is kept about people, table by table, and what becomes of it. Written from the
 * rules that the service carries out, so that there is one truth.
 */
export function describeInventory(): string {
  return [intro, ...retentionSections.map(sectionOf), elsewhere()].join('\n')
}

const intro = `# Privacy inventory

Written by \`npm run docs\` from the [retention rules](../src/core/privacy/retention-rules.ts), which the service carries out; a test fails while a column that may be about people has no rule.

It is for whoever writes the record of processing, the privacy notice and the data protection impact assessment of a service that runs on it. The body that runs a fund is the controller: it confirms the basis and the periods.

**Basis.** Public task is UK GDPR, article 6(1)(e): running a fund and accounting for it. Consent is article 6(1)(a).

**What is carried out.** Some rules are carried out by the service without being asked. The others wait until an administrator switches retention on with a reason and a second one confirms it; before that the service shows what would go and when. What is on [legal hold](how-to/keep-no-longer-than-needed.md) stays. What the database lets nobody change, such as the audit log, submissions, signatures and decisions, stays as it was written: where it leads to people by their ids it names nobody once they are anonymous. The records of a fund go with the fund, by the schedule of the body that ran it.

Special categories of data are not asked for by the form that comes with the service. A form of your own may: say so in its guidance, and in your assessment.
`

function sectionOf({ title, rules }: RetentionSection): string {
  return [
    `## ${title}`,
    '',
    '| Rule | Tables and columns | What and why | Basis | How long | What happens | Carried out |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...rules.map((rule) => `| ${cellsOf(rule).join(' | ')} |`),
    '',
  ].join('\n')
}

function cellsOf(rule: RetentionRule): readonly string[] {
  const happens =
    rule.because === undefined ? outcomeWords[rule.outcome] : `${outcomeWords[rule.outcome]}. ${rule.because}`
  return [
    rule.id,
    columnsOf(rule),
    rule.what,
    basisWords[rule.basis],
    rule.period === undefined ? 'as the records of the fund' : periodWords(rule.period),
    happens,
    carriedOutBy(rule),
  ]
}

const columnsOf = ({ holds }: RetentionRule): string =>
  Object.entries(holds)
    .map(([table, columns]) => `\`${table}\`: ${columns.map((column) => `\`${column}\``).join(', ')}`)
    .join('; ')

function elsewhere(): string {
  return [
    '## What lies beside the database',
    '',
    '| Where | What and why | How long |',
    '| --- | --- | --- |',
    ...keptElsewhere.map(({ where, what, period }) => `| ${where} | ${what} | ${period} |`),
    '',
  ].join('\n')
}
