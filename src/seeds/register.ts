import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { parseRegister } from '../core/authorities/parse-register.ts'
import { importRegister } from '../features/accounts/index.ts'
import type { Tx } from '../platform/database/database.ts'
import type { Services } from '../platform/services.ts'
import { readSeed, seedsFolder } from './read-seed.ts'

/** Fills in the register of authorities from the project's own files, the made-up ones for demonstration included. */
export async function seedRegister(tx: Tx, services: Services, at: Date): Promise<void> {
  const names = (await readdir(join(seedsFolder, 'authorities'))).filter((name) => name.endsWith('.tsv')).sort()
  const texts = await Promise.all(names.map((name) => readSeed(`authorities/${name}`)))
  const read = texts.map(parseRegister)
  const problems = read.flatMap((file) => file.problems)
  if (problems.length > 0) throw new Error(`the register of the seeds is wrong: ${JSON.stringify(problems)}`)
  const authorities = read.flatMap((file) => file.authorities)
  const imported = await importRegister(tx, services, authorities, { actorId: null, at })
  if (!imported.ok) throw new Error(`the register of the seeds is wrong: ${JSON.stringify(imported.problems)}`)
}
