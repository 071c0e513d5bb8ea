import type { TSchema } from 'typebox'
import { type SettingGroup, settingGroups } from '../platform/config/settings.ts'

/** Every setting as `docs/generated/environment.md` has it: from the schema that the service checks them by. */
export function environmentReference(): string {
  return [
    '# Environment',
    '',
    'Written by `npm run docs` from [`settings.ts`](../../src/platform/config/settings.ts). All are environment variables. They are read once at the start, and the service does not start with a wrong one: it says everything that is wrong. An empty value is the same as none. A secret is marked with ●.',
    '',
    ...settingGroups.flatMap(section),
    '## Commands alone',
    '',
    '| Setting | Meaning |',
    '| --- | --- |',
    '| `CAN_DROP_DATABASE` | 1 lets `npm run db:reset` throw the database away, in evaluation |',
    '',
  ].join('\n')
}

const section = ({ title, settings }: SettingGroup): string[] => [
  `## ${title}`,
  '',
  '| Setting | Default | For example | Meaning |',
  '| --- | --- | --- | --- |',
  ...Object.entries(settings).map(row),
  '',
]

/** What a schema says beside its type, as JSON Schema names it. */
type Said = {
  readonly description?: string
  readonly default?: string
  readonly examples?: readonly string[]
  readonly writeOnly?: boolean
}

function row([name, schema]: [string, TSchema]): string {
  const said = schema as Said
  const [example] = said.examples ?? []
  const cells = [`\`${name}\`${said.writeOnly ? ' ●' : ''}`, said.default ?? 'none', example && `\`${example}\``]
  return `| ${[...cells, said.description].map((cell) => cell ?? '').join(' | ')} |`
}
