import { createHash, randomBytes } from 'node:crypto'
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { jobsOf } from './app.ts'
import { providerBackPath } from './features/accounts/index.ts'
import { startSealer } from './features/audit/index.ts'
import { languageOf } from './languages/catalogue.ts'
import type { SpokenLanguage } from './languages/load-in-language.ts'
import { openLanguages } from './languages/open-languages.ts'
import type { Config } from './platform/config/config.ts'
import { waitWhileStarting } from './platform/database/database-gone.ts'
import { migrate } from './platform/database/migrate.ts'
import { openConfigured } from './platform/database/open-configured.ts'
import type { OpenDatabase } from './platform/database/open-database.ts'
import { openFiles } from './platform/files/open-files.ts'
import { clamdScanner } from './platform/files/scanner.ts'
import { newId } from './platform/id.ts'
import type { SendJob } from './platform/jobs/job.ts'
import { type Jobs, startJobs } from './platform/jobs/start-jobs.ts'
import { type Log, makeLog } from './platform/log/log.ts'
import { openMailer } from './platform/mail/open-mailer.ts'
import { openPdf } from './platform/pdf/pdf.ts'
import type { Services } from './platform/services.ts'
import { type IdentityProvider, openIdentityProvider } from './platform/sign-in/identity-provider.ts'

/** Services, and how to let go of them. */
export type OpenServices = { readonly services: Services; readonly jobs: Jobs; readonly close: () => Promise<void> }

export type OpenOptions = {
  /** False for programs that only enqueue: the jobs are then left to others. */
  readonly work: boolean
  readonly clock?: () => Date
  readonly log?: Log
  /** False when whoever opened the database closes it. */
  readonly closeDatabase?: boolean
  /** The languages beside English; those of the settings unless told. */
  readonly languages?: readonly SpokenLanguage[]
}

/**
 * Opens what the programs stand on: the database, migrated; jobs; mail; PDF. Closing it finishes what is in flight.
 *
 * @throws {DirectoryInUse} if another process has the embedded database open
 */
export async function openServices(config: Config, options: OpenOptions): Promise<OpenServices> {
  const open = await openConfigured(config)
  try {
    return await openOn(open, config, options.log ?? makeLog(config.logLevel), options)
  } catch (error) {
    await open.close()
    throw error
  }
}

/** The same on a database that is open already. */
export async function openOn(
  open: OpenDatabase,
  config: Config,
  log: Log,
  options: OpenOptions,
): Promise<OpenServices> {
  await waitWhileStarting(open.db)
  await migrate(open.db)
  const clock = options.clock ?? (() => new Date())
  let jobs: Jobs | undefined
  const sendJob: SendJob = async (tx, name, data, sendOptions) => {
    if (jobs === undefined) throw new Error('a job was sent before the jobs were started')
    await jobs.send(tx, name, data, sendOptions)
  }
  const services: Services = {
    db: open.db,
    engine: open.engine,
    config,
    secretKey: config.secretKey ?? (await keptSecret(config.dataDirectory)),
    clock,
    newId,
    randomBytes,
    sha256: (content) => createHash('sha256').update(content).digest('hex'),
    log,
    sendJob,
    mailer: openMailer(config.mail, clock),
    languages: await openLanguages(options.languages ?? config.languages.map(languageOf)),
    pdf: openPdf(),
    files: openFiles(config.files, config.dataDirectory),
    identityProvider: providerOf(config),
    scanner: config.scanner && clamdScanner(config.scanner),
  }
  const onFault = (error: unknown) => log.error({ err: error }, 'work beside the requests failed')
  jobs = await startJobs(open, jobsOf(services), { work: options.work, onFault })
  const stopSealer = startSealer(open.db, services.sha256, onFault)
  const started = jobs
  return {
    services,
    jobs: started,
    close: async () => {
      await started.stop()
      await stopSealer()
      services.mailer.close()
      await services.pdf.close()
      if (options.closeDatabase !== false) await open.close()
    },
  }
}

const providerOf = ({ identityProvider, publicUrl }: Config): IdentityProvider | undefined =>
  identityProvider && openIdentityProvider(identityProvider, `${publicUrl}${providerBackPath}`)

/**
 * The secret of an evaluation: made on the first start and kept beside the data. It is there whole or not at all, also
 * when two processes start together: the first to link it wins.
 */
async function keptSecret(directory: string): Promise<string> {
  const file = join(directory, 'secret')
  try {
    return await readFile(file, 'utf8')
  } catch {
    await mkdir(directory, { recursive: true })
    const mine = `${file}.${process.pid}`
    await writeFile(mine, randomBytes(32).toString('base64url'), { mode: 0o600 })
    await link(mine, file).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
    })
    await rm(mine)
    return await readFile(file, 'utf8')
  }
}
