import { type FileRules, uploadedField } from '../../core/files/index.ts'
import type { Permission } from '../../core/permissions/index.ts'
import type { Answer } from '../../platform/http/answer.ts'
import { type Ask, post, type Route } from '../../platform/http/route.ts'
import type { Services } from '../../platform/services.ts'
import { bringUploads } from './bring-uploads.ts'
import type { SentFile } from './keep-several.ts'
import { type Uploader, uploadRoutes } from './uploads.routes.ts'

/** A form that takes files in one input. */
export type FileForm = {
  /** The pattern of its address; pieces of files are sent below it. */
  readonly path: string
  readonly permission: Permission
  readonly audit: string
  /** The name of the input. */
  readonly input: string
  /** How many files it takes, and of what size and kinds. */
  readonly most: number
  readonly rules: FileRules
  /** Whoever sends it, and to what its files will belong. @throws {NotFound} as the form itself does */
  readonly sender: (ask: Ask) => Promise<Omit<Uploader, 'takes'>>
  /** @param sent the files that came with it, and those that came in pieces before it */
  readonly handler: (ask: Ask, sent: readonly SentFile[]) => Promise<Answer>
}

/**
 * A form with files, and where scripts send its files in pieces before it. They wait without being anything until the form
 * comes: it judges, keeps and scans them as if they had come with it.
 */
export function fileFormRoutes(services: Services, form: FileForm): Route[] {
  const { path, permission, audit, input, most, rules, sender, handler } = form
  const uploader = async (ask: Ask): Promise<Uploader> => ({
    ...(await sender(ask)),
    // Files of another form of the same owner are another's: each address has its own.
    takes: { questionId: `form ${ask.path.replace(/\/uploads(\/[^/]*)?$/, '')}`, rules },
  })
  const take = async (ask: Ask): Promise<Answer> => {
    const uploads = ask.form.all(uploadedField(input))
    if (uploads.length === 0) return await handler(ask, ask.files)
    const { owner, by, takes } = await uploader(ask)
    const brought = { owner, by, questionId: takes?.questionId ?? '', uploads, most: most - ask.files.length }
    return await bringUploads(services, brought, async (sent) => await handler(ask, [...ask.files, ...sent]))
  }
  return [
    post(path, permission, audit, take, { files: { count: most, bytesEach: rules.mostBytes } }),
    ...uploadRoutes(services, { pattern: `${path}/uploads`, permission, becomes: 'part-of-form', uploader }),
  ]
}
