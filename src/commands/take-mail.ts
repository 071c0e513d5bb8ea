import { readdir, readFile, rename, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { receiveMail } from '../features/network/index.ts'
import type { Services } from '../platform/services.ts'
import { type Command, only, Refused } from './command.ts'
import { withServices } from './with-services.ts'

/**
 * Takes mail that came in: of one file, or of a maildir, whose new messages are moved to `cur` when they are taken, as
 * programs that read a mailbox do. For where nothing can hand mail to the webhook.
 */
export const takeMail: Command = async (config, given) => {
  const path = only(given, 'npm run inbound -- FILE-OR-MAILDIR')
  if (config.inbound === undefined) throw new Refused('Set INBOUND_MAIL_DOMAIN and INBOUND_MAIL_SECRET first.')
  const found = await stat(path).catch(() => undefined)
  if (found === undefined) throw new Refused(`There is no ${path}.`)
  return await withServices(config, async (services) =>
    found.isDirectory() ? await takeMaildir(services, path) : `${path}: ${await takeFile(services, path)}`,
  )
}

const takeFile = async (services: Services, path: string): Promise<string> =>
  await receiveMail(services, { content: await readFile(path), at: services.clock() })

async function takeMaildir(services: Services, folder: string): Promise<string> {
  const names = (await readdir(join(folder, 'new'))).sort()
  const lines: string[] = []
  for (const name of names) {
    lines.push(`${name}: ${await takeFile(services, join(folder, 'new', name))}`)
    await rename(join(folder, 'new', name), join(folder, 'cur', `${name}:2,S`))
  }
  return names.length === 0 ? 'No new mail.' : lines.join('\n')
}
