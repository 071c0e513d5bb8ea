import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { routesOf } from '../app.ts'
import { grants } from '../core/permissions/index.ts'
import { describeInventory } from '../core/privacy/index.ts'
import type { Route } from '../platform/http/route.ts'
import type { Services } from '../platform/services.ts'
import type { Command } from './command.ts'
import { environmentReference } from './environment-reference.ts'

const docs = join(import.meta.dirname, '../../docs')
const folder = join(docs, 'generated')

/** Writes `docs/generated/` and the privacy inventory; a test fails while one is not as this would write it. */
export const writeDocs: Command = async () => {
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'routes.md'), routeTable())
  await writeFile(join(docs, 'privacy-inventory.md'), describeInventory())
  await writeFile(join(folder, 'environment.md'), environmentReference())
  return 'Written: docs/generated/routes.md, docs/generated/environment.md, docs/privacy-inventory.md'
}

/** Every route, those of an evaluation too. Making them calls nothing of the services, so none are needed to list them. */
export const everyRoute = (): readonly Route[] =>
  routesOf({ config: { serviceName: '', evaluation: true } } as unknown as Services)

/** Every route with its permission, who has it, and the audit event that it leaves. */
export function routeTable(): string {
  return [
    '# Routes',
    '',
    'Written by `npm run docs` from the routes themselves. A permission that roles grant counts for their own fund only.',
    '',
    '| Method | Address | Permission | Who | Audit event |',
    '| --- | --- | --- | --- | --- |',
    ...everyRoute().map(row),
    '',
  ].join('\n')
}

function row({ method, path, permission, audit }: Route): string {
  const grant = grants[permission]
  const who = typeof grant === 'string' ? whoOf[grant] : grant.join(', ')
  return `| ${method} | \`${path}\` | ${permission} | ${who} | ${method === 'GET' ? '' : audit} |`
}

const whoOf = {
  anyone: 'anyone',
  'signed-in': 'anyone signed in; the action asks whose it is',
  evaluation: 'anyone, in evaluation only',
} as const
