/** What is wrong with a comment. */
export type CommentProblem =
  | { readonly code: 'comment-missing' }
  /** It names no question of the page. */
  | { readonly code: 'about-missing' }
  | { readonly code: 'comment-too-long'; readonly most: number; readonly characters: number }

export const commentProblemText = (problem: CommentProblem): string => {
  if (problem.code === 'comment-missing') return 'Enter a comment'
  if (problem.code === 'about-missing') return 'Select what your comment is about'
  return `Your comment must be ${problem.most.toLocaleString('en-GB')} characters or less. You have used ${problem.characters.toLocaleString('en-GB')}`
}

type Commented = {
  readonly fund: string
  readonly reference: string
  /** `title`: of the page, with the question if the comment is about one. */
  readonly comments: readonly { readonly title: string; readonly by: string; readonly link: string }[]
}

/** The message that tells of new comments. What they say stays in the service. */
export const commentsMessage = ({ fund, reference, comments }: Commented) => ({
  subject: `${comments.length === 1 ? 'A new comment' : `${comments.length} new comments`}: ${reference}`,
  body: `On the application ${reference} to ${fund}:

${comments.map(({ title, by, link }) => `* ${by}, on ${title}\n  ${link}`).join('\n')}`,
})
