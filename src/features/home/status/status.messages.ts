import { isBackupLate, type Measures, type PartState, type PartsStatus } from '../../../core/status/index.ts'
import { ukTime } from '../../../core/time/uk-time.ts'

export const partNames: Readonly<Record<keyof PartsStatus | 'database', string>> = {
  database: 'Pages and saving',
  jobs: 'Work behind the pages, such as receipts and reminders',
  mail: 'Email',
  audit: 'Sealing of the audit log',
  disk: 'Room for files',
}

export const stateTags: Readonly<Record<PartState, { readonly text: string; readonly classes: string }>> = {
  working: { text: 'Working', classes: 'govuk-tag--green' },
  slow: { text: 'Slow', classes: 'govuk-tag--yellow' },
  'not-working': { text: 'Not working', classes: 'govuk-tag--red' },
}

const since = (at: Date | null, none: string): string => (at === null ? none : `Since ${ukTime(at, { seconds: true })}`)

/** What was measured, for those who look after the service. */
export const measureLines = (
  measures: Measures,
  now: Date,
): readonly { readonly name: string; readonly value: string }[] => [
  { name: 'Oldest job that waits', value: since(measures.oldestJobAt, 'None waits') },
  { name: 'Jobs given up in the last day', value: String(measures.failedJobs) },
  {
    name: 'Last message sent',
    value: measures.lastSentAt === null ? 'None yet' : ukTime(measures.lastSentAt, { seconds: true }),
  },
  { name: 'Oldest message that waits', value: since(measures.oldestMessageAt, 'None waits') },
  { name: 'Messages of the last day given up', value: String(measures.failedMessages) },
  { name: 'Oldest event without a seal', value: since(measures.oldestUnsealedAt, 'All are sealed') },
  { name: 'Free on the disk', value: `${Math.floor(measures.freeShare * 100)}%` },
  ...mailboxLines(measures.mailbox),
  { name: 'Last backup', value: backupWords(measures.lastBackupAt, now) },
]

const mailboxProblems: Readonly<Record<string, string>> = {
  unreachable: 'The server does not answer',
  'not-trusted': 'The server has no certificate that is trusted: look at its name and certificate',
  'refused-sign-in': 'The server refuses the user or the password: look at INBOUND_IMAP_URL',
  'no-folder': 'There is no such folder: look at INBOUND_IMAP_FOLDER and INBOUND_IMAP_TAKEN_FOLDER',
}

/** How the mailbox stands from which mail comes in, where there is one. */
function mailboxLines(mailbox: Measures['mailbox']) {
  if (mailbox === null) return []
  const { readAt, problem, problemSince } = mailbox
  const read = readAt === null ? 'Never read' : `Last read at ${ukTime(readAt, { seconds: true })}`
  const value =
    problem === null
      ? read
      : `${mailboxProblems[problem] ?? problem}. It is tried each minute. ${since(problemSince, '')}. ${read}`
  return [{ name: 'Mailbox of mail that comes in', value }]
}

function backupWords(at: Date | null, now: Date): string {
  if (at === null) return 'None is known: neither the backup command nor deploy/back-up.sh has noted one in DATA_DIR'
  return `${ukTime(at, { seconds: true })}${isBackupLate(at, now) ? '. That is more than two days ago: look at the backups' : ''}`
}
