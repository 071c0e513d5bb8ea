import type { MeasureKind } from './measures.store.ts'

const what: Readonly<Record<MeasureKind, (title: string) => string>> = {
  hidden: (title) => `Your post in “${title}” is hidden`,
  restored: (title) => `Your post in “${title}” is shown again`,
  warned: (title) => (title === '' ? 'You are warned' : `You are warned about your post in “${title}”`),
  removed: () => 'You are removed from the network',
  readmitted: () => 'You are in the network again',
}

const against: readonly MeasureKind[] = ['hidden', 'warned', 'removed']

/** What somebody is told of what was done about them. */
export function measureMail(measure: {
  readonly kind: MeasureKind
  readonly fundName: string
  readonly title: string
  readonly reason: string
  readonly link: string
}): { readonly subject: string; readonly body: string } {
  const { kind, fundName, title, reason, link } = measure
  const said = what[kind](title)
  const appeal = against.includes(kind) ? ['If you do not agree, ask for it to be looked at again:'] : []
  return {
    subject: said,
    body: [`${said}, by the programme team of ${fundName}.`, `Why:\n${reason}`, ...appeal, link].join('\n\n'),
  }
}

export const measureWords = (kind: MeasureKind, title: string): string => what[kind](title)

export const reportMail = ({
  title,
  reason,
  link,
}: {
  readonly title: string
  readonly reason: string
  readonly link: string
}) => ({
  subject: `A post was reported: ${title}`,
  body: `A member reported a post in “${title}”.\n\nWhy:\n${reason}\n\nLook at it and decide:\n${link}`,
})

export const appealMail = (name: string, words: string, link: string) => ({
  subject: `${name} asks for a decision to be looked at again`,
  body: `${name} does not agree with what was done about them or their post.\n\n${words}\n\nAnswer it:\n${link}`,
})

export const appealAnsweredMail = (fundName: string, words: string, link: string) => ({
  subject: 'Your appeal is answered',
  body: `The programme team of ${fundName} has looked again.\n\n${words}\n\n${link}`,
})
