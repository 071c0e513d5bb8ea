import { verifyLog } from '../features/audit/index.ts'
import { type Command, Refused, withServices } from './command.ts'

/** Checks every event of the audit log against the chain. */
export const verifyAudit: Command = (config) =>
  withServices(config, async ({ db, sha256 }) => {
    const { ok, events, unsealed, firstBroken, lastHash } = await verifyLog(db, sha256)
    if (!ok) throw new Refused(`The audit log is broken: ${firstBroken?.text}. ${events} events before it are whole.`)
    const tail = unsealed === 0 ? '' : ` ${unsealed} more wait to be sealed.`
    return `The audit log is whole: ${events} events, the last with hash ${lastHash}.${tail}`
  })
