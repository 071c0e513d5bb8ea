import { supplierHomePath } from '../support.paths.ts'

/** The message to somebody who now works for a supplier. */
export const supplierInvitation = (supplier: string, fund: string, origin: string) => ({
  subject: `You work for ${supplier}: ${fund}`,
  body: `The programme team of ${fund} has named you as one of the people of ${supplier}.

Open this page and sign in with the address that this message was sent to. It shows your lots, your orders and what is to be delivered. For each award, say whether ${supplier} has an interest in the service: nothing can be ordered before.
${origin}${supplierHomePath}

If you do not expect this, you need do nothing.`,
})
