import type { Answers, PostedFields, Problem } from '../../../core/forms/index.ts'
import type { Actor } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import type { Services } from '../../../platform/services.ts'
import { openOwn } from '../open-panel.ts'
import { readPosted } from '../read-posted.ts'
import { recordExpert } from '../record-expert.ts'
import { insertProfile } from './experts.store.ts'
import { profileForm } from './profile-form.ts'

/** What was typed of a profile. */
export const readProfileTyped = (fields: PostedFields): { answers: Answers; problems: readonly Problem[] } =>
  readPosted(profileForm, fields)

/** Saves one's own profile as another version. @throws {NotFound} for anybody who is not on the panel, or has not accepted its terms */
export async function saveProfile(
  services: Services,
  actor: Actor,
  { slug, fields, at }: { readonly slug: string; readonly fields: PostedFields; readonly at: Date },
): Promise<Result<undefined, Problem>> {
  const { answers, problems } = readProfileTyped(fields)
  if (problems.length > 0) return refused(...problems)
  return await services.db.transaction().execute(async (tx) => {
    const { fund, expert } = await openOwn(tx, actor, slug)
    await insertProfile(tx, expert.id, answers, at)
    const by = expert.personId
    await recordExpert(tx, { action: 'expert.profile-saved', fundId: fund.id, by, at, on: ['expert', expert.id] })
    return done(undefined)
  })
}
