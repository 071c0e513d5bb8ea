import type { StoredFile } from '../../files/index.ts'
import type { ApplicationInRound } from '../applications.store.ts'

/** To whoever sent a file of an application that nobody can open. */
export const fileRefusedMail = (
  { ownerId: reference, name, state, virus }: Pick<StoredFile, 'ownerId' | 'name' | 'state' | 'virus'>,
  { fundName, roundName, state: of }: Pick<ApplicationInRound, 'fundName' | 'roundName' | 'state'>,
  link: string,
) => ({
  subject: `${reference}: a file that you uploaded cannot be used`,
  body: [
    `You uploaded “${name}” for application ${reference} (${fundName}, ${roundName}).`,
    state === 'infected'
      ? `A virus was found in it (${virus}), so nobody can open it here. Tell your IT team: your own copy may have it too.`
      : 'It could not be checked for viruses, so nobody can open it here.',
    of === 'submitted'
      ? 'The application has been submitted and stays submitted. The programme team can see that this file cannot be opened. Before the deadline you can withdraw the application, replace the file and submit again.'
      : 'Remove it from the application before you submit, and upload a clean copy if you have one.',
    link,
  ].join('\n\n'),
})
