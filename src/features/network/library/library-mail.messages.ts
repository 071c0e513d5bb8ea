import type { ResourceState } from './resources.store.ts'

export const toReviewMail = (title: string, link: string) => ({
  subject: `To review: ${title}`,
  body: `A member sent a resource for the network. Nobody else sees it until you have reviewed it.\n\n${title}\n${link}`,
})

const became: Readonly<Record<ResourceState, string>> = {
  'in-review': 'waits for review',
  returned: 'is returned to you and not published',
  members: 'can be read by the members of the network',
  public: 'can be read by everybody',
}

/** What whoever sent a resource is told of its review. */
export const reviewedMail = (reviewed: {
  readonly title: string
  readonly state: ResourceState
  readonly note: string
  readonly link: string
}) => ({
  subject: `Your resource ${became[reviewed.state]}: ${reviewed.title}`,
  body: [
    `“${reviewed.title}” ${became[reviewed.state]}.`,
    ...(reviewed.note === '' ? [] : [`What the programme team says:\n${reviewed.note}`]),
    reviewed.link,
  ].join('\n\n'),
})
