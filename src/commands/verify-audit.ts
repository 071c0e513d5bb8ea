import { createHash } from 'node:crypto'
import { verifyLog } from '../features/audit/index.ts'
import { migrate } from '../platform/database/migrate.ts'
import { openConfigured } from '../platform/database/open-configured.ts'
import { type Command, Refused } from './command.ts'

/** Checks every event of the audit log against the chain. It seals nothing itself: what waits is counted. */
export const verifyAudit: Command = async (config) => {
  const { db, close } = await openConfigured(config)
  try {
    await migrate(db)
    const sha256 = (content: string) => createHash('sha256').update(content).digest('hex')
    const { ok, events, unsealed, firstBroken, lastHash } = await verifyLog(db, sha256)
    if (!ok) throw new Refused(`The audit log is broken: ${firstBroken?.text}. ${events} events before it are whole.`)
    const tail = unsealed === 0 ? '' : ` ${unsealed} more wait to be sealed.`
    return `The audit log is whole: ${events} events, the last with hash ${lastHash}.${tail}`
  } finally {
    await close()
  }
}
