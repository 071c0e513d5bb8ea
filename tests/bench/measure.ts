import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout as pause } from 'node:timers/promises'
import type { Lifetime } from './lifetime.ts'
import { type PageWeight, weighPage } from './page-weight.ts'
import type { Applicant, Outcome, Plan } from './plan.ts'
import { cpuMilliseconds, cpuMillisecondsWithChildren, machineBusy, residentBytes } from './process-cost.ts'
import type { Program } from './program.ts'
import { openQuestion } from './read-page.ts'

/** What one kind of request cost. */
export type Cost = Omit<Outcome, 'applicants'> & {
  readonly perSecond: number
  /** Of the server, for each request. */
  readonly cpuMilliseconds: number
  /** Of the database beside it, for each request; undefined if it has none, or has it inside. */
  readonly databaseMilliseconds: number | undefined
  /** How much of the machine's cores went to programs that are not part of this meanwhile, from 0 to 1. */
  readonly elsewhere: number
}

export type Measured = {
  readonly page: Cost
  readonly answer: Cost
  readonly weight: PageWeight
  /** The most memory that the server was seen to have, in bytes. */
  readonly residentBytes: number
  /** Answers acknowledged in all, while warming up too. */
  readonly answers: number
  readonly applicants: readonly Applicant[]
  readonly faults: readonly string[]
}

/** What is put under load, and how. */
export type Subject = {
  readonly program: Program
  readonly databasePid: number | undefined
  readonly applicants: readonly Applicant[]
  readonly accepted: Plan['accepted']
  readonly counter: string | undefined
}

export type Pace = {
  readonly connections: number
  readonly warmSeconds: number
  /** Requests of each kind before it counts as warm. */
  readonly warmRequests: number
  readonly seconds: number
}

/** Warms a server up and then measures its question page and its answers. */
export async function measure(lifetime: Lifetime, subject: Subject, pace: Pace): Promise<Measured> {
  const { program, accepted, counter } = subject
  let { applicants } = subject
  let answers = 0
  const faults: string[] = []
  const peak = watchMemory(program.pid)
  const run = async (kind: Plan['kind'], seconds: number, least: number): Promise<Cost> => {
    const { connections } = pace
    const plan = { url: program.url, kind, connections, seconds, least, applicants, accepted, counter }
    const { cost, applicants: after } = await runLoad(lifetime, subject, plan)
    applicants = after
    if (kind === 'answer') answers += cost.answered - cost.wrong
    faults.push(...cost.samples)
    return cost
  }
  await run('answer', pace.warmSeconds, pace.warmRequests)
  await run('read', pace.warmSeconds, pace.warmRequests)
  const page = await run('read', pace.seconds, 0)
  const answer = await run('answer', pace.seconds, 0)
  const [first] = applicants
  if (first === undefined) throw new Error('nobody applied')
  const weight = await weighPage(program.url, first)
  faults.push(...(await notKept(program.url, applicants)))
  return { page, answer, weight, residentBytes: peak(), answers, applicants, faults }
}

/** Everyone opens their page once more: it must hold what they were told was saved. */
async function notKept(url: string, applicants: readonly Applicant[]): Promise<readonly string[]> {
  const faults: string[] = []
  for (const applicant of applicants) {
    const now = await openQuestion(url, applicant, applicant.cookies)
    if (now.written.trim() !== applicant.written) faults.push(`${applicant.path} has lost an acknowledged answer`)
  }
  return faults
}

/** The sealer of the audit log follows the answers within a second: its work is counted too. */
const workAfterMilliseconds = 1_200

async function runLoad(
  lifetime: Lifetime,
  { program, databasePid }: Subject,
  plan: Plan,
): Promise<{ readonly cost: Cost; readonly applicants: readonly Applicant[] }> {
  const look = () => ({
    server: cpuMilliseconds(program.pid),
    database: databasePid === undefined ? 0 : cpuMillisecondsWithChildren(databasePid),
    machine: machineBusy(),
    at: performance.now(),
  })
  const before = look()
  const { applicants, ...outcome } = await drive(lifetime, plan)
  if (plan.kind === 'answer') await pause(workAfterMilliseconds)
  const after = look()
  const server = after.server - before.server
  const database = after.database - before.database
  const others =
    after.machine.milliseconds - before.machine.milliseconds - server - database - outcome.loadCpuMilliseconds
  const cost = {
    ...outcome,
    perSecond: outcome.answered / outcome.seconds,
    cpuMilliseconds: server / outcome.answered,
    databaseMilliseconds: databasePid === undefined ? undefined : database / outcome.answered,
    elsewhere: Math.max(0, others) / (after.at - before.at) / after.machine.cores,
  }
  return { cost, applicants }
}

/** Runs the load in a process of its own, so that what it costs is not taken for the server's. */
async function drive(lifetime: Lifetime, plan: Plan): Promise<Outcome> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'load.ts')], { stdio: ['pipe', 'pipe', 'inherit'] })
  lifetime.after(async () => child.kill())
  child.stdin.end(JSON.stringify(plan))
  const output = await text(child.stdout)
  if (output === '') throw new Error('the load ended before it had a result')
  return JSON.parse(output) as Outcome
}

/** Looks at the memory of a process four times a second. @returns ends it, with the most that was seen, in bytes */
function watchMemory(pid: number): () => number {
  let most = 0
  const look = (): void => {
    try {
      most = Math.max(most, residentBytes(pid))
    } catch {
      // It has ended, and what is wrong with that is found out by those who ask it for pages.
    }
  }
  const timer = setInterval(look, 250)
  timer.unref()
  return () => {
    look()
    clearInterval(timer)
    return most
  }
}
