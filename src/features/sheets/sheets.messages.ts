import type { StoredFile } from '../files/index.ts'

type Refused = {
  readonly file: Pick<StoredFile, 'name' | 'state' | 'virus'>
  /** What it belongs to: a review by its reference, or an award by its title. */
  readonly of: { readonly review: string } | { readonly award: string }
  readonly link: string
}

/** The message to whoever sent a file of a sheet that nobody can open. */
export const sheetFileMail = ({
  file: { name, state, virus },
  of,
  link,
}: Refused): { readonly subject: string; readonly body: string } => ({
  subject: `A file that you uploaded cannot be used: ${name}`,
  body: [
    'review' in of
      ? `You uploaded “${name}” for the strategic review ${of.review}.`
      : `You uploaded “${name}” for the award for “${of.award}”.`,
    state === 'infected'
      ? `A virus was found in it (${virus}), so nobody can open it here. Tell your IT team: your own copy may have it too.`
      : 'It could not be checked for viruses, so nobody can open it here.',
    'Take it out of the page where you uploaded it, and upload a clean copy if you have one:',
    link,
  ].join('\n\n'),
})
