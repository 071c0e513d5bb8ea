import type { Ask } from '../../platform/http/route.ts'
import { sentText, textFile } from '../../platform/http/sent-text.ts'
import type { ErrorText } from './accounts-problems.messages.ts'
import { sentTextProblem } from './register.messages.ts'

/** What was sent as a file under `upload`, or else pasted under `file`; a file that will not do leaves what was pasted. */
export async function postedText(
  ask: Ask,
): Promise<{ readonly text: string; readonly problem: ErrorText | undefined }> {
  const sent = await sentText(ask, 'upload')
  if (sent.kind === 'text') return { text: sent.text, problem: undefined }
  const text = ask.form.text('file')
  if (sent.kind === 'none') return { text, problem: undefined }
  return { text, problem: { text: sentTextProblem(sent, textFile.bytesEach), href: '#upload' } }
}
