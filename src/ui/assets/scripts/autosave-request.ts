import { fieldWordsField } from '../../../core/saving/field-words.ts'
import { allFields } from './form-fields.ts'

export type Saved = { readonly status: 'saved'; readonly savedAt: string; readonly version: number | string }

/** The server heard and will not save. `message` is its own words, shown instead of ours. */
export type Stopped = { readonly status: 'clash' | 'signed-out' | 'refused'; readonly message?: string }

/** What browsers accept from a request that outlives its page, with room for the headers. */
const keepaliveBytes = 60_000

/**
 * Posts the whole form: a server that gets a date without its month could not tell a change from a deletion.
 *
 * @param leaving the page is going away: the request must outlive it
 * @throws if the server could not be reached, or failed: worth another try
 */
export async function postAutosave(url: string, form: HTMLFormElement, leaving: boolean): Promise<Saved | Stopped> {
  const fields = allFields(form).filter(([name]) => name !== fieldWordsField)
  const body = new URLSearchParams(fields.map(([name, value]) => [name, value])).toString()
  const response = await fetch(url, {
    method: 'POST',
    body,
    keepalive: leaving && body.length < keepaliveBytes,
    headers: {
      'content-type': 'application/x-www-form-urlencoded;charset=UTF-8',
      'x-requested-with': 'autosave',
      accept: 'application/json',
    },
  })
  if (response.headers.get('content-type')?.includes('json')) {
    const answer = (await response.json()) as Partial<Saved> | Stopped
    if (isAnswer(answer)) return answer
  }
  if (response.redirected || response.status === 401) return { status: 'signed-out' }
  if (response.status >= 400 && response.status < 500 && ![408, 425, 429].includes(response.status)) {
    return { status: 'refused' }
  }
  throw new Error(`autosave was answered with ${response.status}`)
}

function isAnswer(answer: { readonly status?: string }): answer is Saved | Stopped {
  return ['saved', 'clash', 'signed-out', 'refused'].includes(answer.status ?? '')
}
