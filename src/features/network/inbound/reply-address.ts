import type { Tx } from '../../../platform/database/database.ts'
import type { Services } from '../../../platform/services.ts'
import { sealedText } from '../../../platform/sign-in/sealed-text.ts'
import { insertReplyAddress, type ReplyAddress } from './reply-addresses.store.ts'

/** Of the 64 characters that the part before the @ may have; no letters whose case somebody on the way could change. */
const keyLength = 40

/**
 * The address at which somebody answers something by mail: theirs alone, the same each time, and found by nobody who has
 * not been sent it. The database has its hash alone.
 *
 * @returns undefined where no domain is set up for mail that comes in
 */
export async function replyAddressFor(tx: Tx, services: Services, of: ReplyAddress): Promise<string | undefined> {
  const { inbound } = services.config
  if (inbound === undefined) return undefined
  const sealed = sealedText('network-reply', `${of.purpose}.${of.objectId}.${of.personId}`, services.secretKey)
  const key = services.sha256(sealed).slice(0, keyLength)
  await insertReplyAddress(tx, services.sha256(key), of)
  return `reply+${key}@${inbound.domain}`
}
