/** What is asked of those who score in a review. */
export type AskedOfScorers = 'weights' | 'scores'

type Asked = {
  readonly asked: AskedOfScorers
  readonly council: string
  readonly title: string
  readonly link: string
}

const what: Readonly<Record<AskedOfScorers, string>> = {
  weights: 'Say how much each criterion matters to you. Nobody sees what you give before all weights are locked.',
  scores:
    'The weights are locked. Score each option against the anchors. Nobody sees what you give before all scores are revealed.',
}

/** The message by which somebody is asked for weights or scores. */
export const scorersMessage = ({
  asked,
  council,
  title,
  link,
}: Asked): { readonly subject: string; readonly body: string } => ({
  subject: `Your ${asked} for the review of ${council}: ${title}`,
  body: `${what[asked]}

${link}

You are asked as one of those who score in the review of ${council}: ${title}.`,
})
