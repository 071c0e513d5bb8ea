import { type ManifestFile, type PackNames, packParts } from '../../../core/evidence/index.ts'
import type { RoundInFund } from '../../../core/rounds/round.ts'
import { illustrativeWords } from '../../../core/text/illustrative-words.ts'

/** What each file of a pack holds, in words, by its path; the schemas apart. */
export const packFiles = {
  ...packParts,
  'assessment.json': {
    title:
      'The assessment to replay: the sift, conflicts declared, derived and released, assignments and statistics with their cases and results, every review with every version of its scores, moderation, looks at blind scores, the frozen shortlist. There once scoring has closed',
  },
  'decision/record.json': { title: 'The decision record to replay. There once a decision is recorded' },
  'audit-trail.json': {
    title: 'The events of the round, and the hash of every event of the log up to the last of them',
  },
} as const

/** How to read a pack and check it, without the service. */
export function readmeText(
  { round, names }: { readonly round: RoundInFund; readonly names: PackNames },
  files: readonly Pick<ManifestFile, 'path' | 'title' | 'schema'>[],
): string {
  const there = (path: string): boolean => files.some((file) => file.path === path)
  const documents = ['assessment.json', 'decision/record.json', 'audit-trail.json'].filter(there)
  return `# Evidence pack: ${round.fund.name}, ${round.name}
${round.illustrative ? `\n${illustrativeWords} Nothing in it is real.\n` : ''}
Everything that the service keeps of how this round was run and decided. ${namesOf(names, there)} People stand under ids everywhere; \`people.json\` has what they are called. Times are in UTC.

## What is in it

${files
  .filter(({ path }) => !path.startsWith('schemas/'))
  .map(({ path, title }) => `- \`${path}\`: ${title}`)
  .join('\n')}

Each list has its JSON Schema under \`schemas/\`, and \`manifest.json\` the SHA-256 of every file.

## How to check it

1. That no file was changed since it was packed: \`sha256sum -c SHA256SUMS\`. The SHA-256 of the whole archive, and that of each file, stand in the audit log of the service under \`evidence.pack-made\`, with who made it and when.
2. That it replays, with the program and without the service:

${documents.map((path) => `       npm run -s calc -- verify < ${path}`).join('\n')}

   \`ok\` is true, or \`firstBroken\` names the event or the place that is not as it was. The assessment is solved and worked out again from its cases, and so is the portfolio of the decision.
3. That the log is the one that it was: \`lastHash\` of \`audit-trail.json\` is the hash of the last event of the round. Compare it with a hash of the log that somebody wrote down elsewhere, or have whoever looks after the service run \`npm run audit:verify\`, which walks the whole log. Of events of other rounds the hash alone is here.
4. That a text is the one that was hashed: where a member is called \`text\` or \`outcomes\`, \`sha256\` is of its letters in UTF-8. \`sha256\` of a submission and of a form is of the canonical JSON (RFC 8785) of its content.

## What is not in it

- What applicants wrote before they submitted, and files that they sent: a submission has the SHA-256 of each.
- Who made packs like this one: that stands on the evidence page, and in the audit log.
${there('assessment.json') ? '' : '- The assessment: scores are blind until scoring has closed.\n'}`
}

function namesOf(names: PackNames, there: (path: string) => boolean): string {
  if (names === 'shown') return 'It names people: keep it as confidential as the service does.'
  const words = 'Assessors and the panel stand under pseudonyms; what people wrote in their own words stays as it is.'
  return there('decision/record.json')
    ? `${words} \`decision/record.json\` still names people, among them members of the panel who departed from the portfolio or froze the recommendation: its hashes are of the text with the names. So is the \`sha256\` in \`decision/recommendation.json\`, which therefore is not that of the \`outcomes\` beside it where a name was replaced.`
    : words
}
