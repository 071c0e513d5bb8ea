import { digestAt } from '../../core/notifications/index.ts'
import type { Tx } from '../../platform/database/database.ts'
import { ownTag, type Say, sayOwn } from '../../platform/languages.ts'
import type { Services } from '../../platform/services.ts'
import { markedWords } from './notifications.messages.ts'
import { insertMessage, type MailWords, type NewMessage } from './notifications.store.ts'

/** The job that hands one stored message to whatever carries mail. */
export const sendMessageJob = 'send-message'

/** A message, and what it says in whatever language. */
export type ToQueue = NewMessage & {
  readonly words: (say: Say) => MailWords
  /** About something made up: it says so in its subject and its first line. */
  readonly illustrative?: boolean
}

/**
 * Writes a message and the job that sends it, in the transaction of the change it tells of: nobody is told of a change
 * that was undone, and no change that was made goes untold.
 *
 * It is said in the language of whoever reads it, not of whoever acts: the statement that finds its reader takes the words of
 * their language. Whoever has chosen to be told otherwise of such messages finds it in their next digest, or in the
 * notification centre.
 *
 * @returns the id of the message
 */
export async function queueMessage(tx: Tx, services: Services, message: ToQueue): Promise<string> {
  const id = services.newId()
  const at = services.clock()
  const next = { daily: digestAt('daily', at), weekly: digestAt('weekly', at) }
  const state = await insertMessage(tx, id, message, wordsByLanguage(services, message), { at, next })
  if (state === 'queued') await services.sendJob(tx, sendMessageJob, { id })
  return id
}

function wordsByLanguage(
  { languages }: Pick<Services, 'languages'>,
  { words, illustrative = false }: ToQueue,
): ReadonlyMap<string, MailWords> {
  const inOne = (say: Say): MailWords => (illustrative ? say(markedWords)(words(say)) : words(say))
  return new Map([[ownTag, inOne(sayOwn)], ...languages.map(({ tag, say }) => [tag, inOne(say)] as const)])
}
