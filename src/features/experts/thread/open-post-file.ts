import { notFound } from '../../../core/errors.ts'
import { mayRead } from '../../../core/experts/index.ts'
import type { Services } from '../../../platform/services.ts'
import { filesOfOwner, type OpenedFile, openFile } from '../../files/index.ts'
import type { OpenedRequest } from './open-request.ts'
import { postsOf } from './posts.store.ts'

/** A paper that came with a message, for those who read the message. @throws {NotFound} for others, and while it is not clean */
export async function openPostFile(
  services: Services,
  { request, side }: OpenedRequest,
  id: string,
): Promise<OpenedFile> {
  const owner = { type: 'expert-request', id: request.id } as const
  const file = (await filesOfOwner(services.db, owner, [id])).get(id)
  const post = (await postsOf(services.db, request.id)).find((each) => each.id === file?.questionId)
  if (post === undefined || !mayRead(post.seenBy, side)) throw notFound('file')
  return await openFile(services, owner, id)
}
