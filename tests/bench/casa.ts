import { execFile } from 'node:child_process'
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Cores } from './cores.ts'
import type { Lifetime } from './lifetime.ts'
import { type Measured, measure, type Pace } from './measure.ts'
import { startProgram } from './program.ts'
import { openQuestion } from './read-page.ts'

const run = promisify(execFile)

const longestInstall = 120_000

/** An installed CASA with the form of three questions beside it. */
export type Casa = { readonly folder: string; readonly version: string }

/**
 * Installs the newest CASA into a folder of its own. It is no dependency of ours.
 *
 * @returns why not, when the registry cannot be reached
 */
export async function installCasa(lifetime: Lifetime, folder: string): Promise<Casa | string> {
  await mkdir(folder)
  await writeFile(join(folder, 'package.json'), JSON.stringify({ private: true, type: 'module' }))
  const aborting = new AbortController()
  lifetime.after(async () => aborting.abort())
  try {
    const quiet = ['--no-audit', '--no-fund', '--ignore-scripts', '--no-update-notifier', '--loglevel=error']
    const options = { cwd: folder, timeout: longestInstall, signal: aborting.signal }
    await run('npm', ['install', ...quiet, '@dwp/govuk-casa@latest', '--prefix', folder], options)
  } catch (error) {
    if (aborting.signal.aborted) throw error
    const lines = String((error as { stderr?: string }).stderr || error).split('\n')
    return `npm could not install @dwp/govuk-casa (${lines[0] ?? ''})`
  }
  const facts = join(folder, 'node_modules/@dwp/govuk-casa/package.json')
  const { version } = JSON.parse(await readFile(facts, 'utf8')) as { version: string }
  await cp(join(import.meta.dirname, 'casa'), folder, { recursive: true })
  return { folder, version }
}

/** Measures CASA with as many people on the form as ours has. */
export async function measureCasa(
  lifetime: Lifetime,
  casa: Casa,
  how: { readonly cores: Cores | undefined; readonly people: number; readonly pace: Pace },
): Promise<Measured> {
  const program = await startProgram(lifetime, how.cores, {
    name: 'casa',
    command: ['server.js'],
    directory: casa.folder,
    environment: {},
    readyPath: '/form/drivers',
    logFolder: casa.folder,
  })
  const applicants = []
  for (let person = 0; person < how.people; person += 1) {
    applicants.push(await openQuestion(program.url, { path: '/form/drivers', next: '/form/joint' }, {}))
  }
  const subject = { program, databasePid: undefined, applicants, accepted: 302, counter: undefined }
  const measured = await measure(lifetime, subject, how.pace)
  await program.stop()
  return measured
}
