import type { Form } from '../../../core/forms/index.ts'
import { onePageForm } from '../read-posted.ts'

/** What is asked of whoever writes the terms of a panel. */
export const termsForm: Form = onePageForm('terms', 'Terms of the expert panel', [
  {
    type: 'money',
    id: 'fee',
    label: 'What is the fee for an hour?',
    hint: 'In whole pounds, without VAT. 0 where experts give their time',
    shortName: 'the fee for an hour',
    required: true,
    min: 0,
    max: 1000,
  },
  {
    type: 'long-text',
    id: 'text',
    label: 'What do experts agree to?',
    hint: 'Say how fees are claimed, what is confidential, and that advice is not legal advice',
    shortName: 'what experts agree to',
    required: true,
    maxWords: 1500,
  },
])

/** What a fund’s first terms start from. */
export const firstTermsText = `You advise councils that hold an award of this fund. You are paid the fee for each hour that you record with an advice note which the council has accepted. You send one invoice a month to the programme team.

What a council shows you is confidential. You use it for its question alone, and delete your copies when the question is closed. What is published to the other councils is anonymised first, and only with your consent and the council’s.

You tell the programme team at once of anything that could be a conflict: an employer, a client, a family tie. You take no work from a council that you advised about the same matter for twelve months.

Your advice is your view as somebody who knows the field. It is not legal advice, and the council decides.`
