import { replyMarker } from '../inbound/reply-marker.messages.ts'

/** A post as a mail. `byReply`: whether it can be answered by replying. */
export const postMail = (post: {
  readonly fundName: string
  readonly title: string
  readonly author: string
  readonly text: string
  readonly first: boolean
  readonly byReply: boolean
  readonly link: string
}): { readonly subject: string; readonly body: string } => ({
  subject: `${post.first ? '' : 'Re: '}${post.title}`,
  body: [
    ...(post.byReply ? [replyMarker()] : []),
    `${post.author} ${post.first ? 'asks or tells' : 'answers in'} the network of ${post.fundName}:`,
    post.text,
    post.byReply
      ? `Reply to this email to answer. Everybody who follows the question reads what you write.\n${post.link}`
      : `Answer it here:\n${post.link}`,
    'You can stop following it there.',
  ].join('\n\n'),
})
