import { ukTimeWithZone } from '../../../core/time/uk-time.ts'

/** To the people of the lead: the programme team asks about answers. */
export const answersAskedMail = ({
  reference,
  fund,
  round,
  dueAt,
  link,
}: {
  readonly reference: string
  readonly fund: string
  readonly round: string
  readonly dueAt: Date
  readonly link: string
}) => ({
  subject: `Questions about application ${reference}: ${fund}`,
  body: [
    `The programme team asks you to clarify answers in application ${reference} to ${fund}, ${round}.`,
    `Reply by: ${ukTimeWithZone(dueAt)}`,
    `Read what is asked, and reply:\n${link}`,
    'Your application stays as you submitted it. Your replies are kept beside it.',
  ].join('\n\n'),
})
