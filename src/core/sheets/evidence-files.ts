import { documentKinds } from '../files/index.ts'
import type { Check, FileQuestion } from '../forms/index.ts'

/** Files that show what a page of a sheet says, beside or instead of where else that can be read. */
export const evidenceFiles: FileQuestion = {
  type: 'file',
  id: 'files',
  label: 'Upload files that show it',
  hint: 'Only people who may read this page can open them, once they are checked for viruses',
  shortName: 'files',
  max: 5,
  maxMegabytes: 20,
  accept: [...documentKinds, 'csv'],
}

/** The same where they are needed unless it is said where it can be read. @param hint when they are needed, and who opens them */
export const evidenceFilesOr = (
  hint = 'Needed if you give no web address. Only people who may read this page can open them, once they are checked for viruses',
): FileQuestion => ({ ...evidenceFiles, hint })

/**
 * Refuses a page that neither says where something can be read nor has it as a file.
 *
 * @param question the one that says where
 */
export const foundOrUploaded = (question: string, text: string): Check => ({
  id: 'found-or-uploaded',
  when: {
    all: [
      { question, answered: false },
      { question: evidenceFiles.id, answered: false },
    ],
  },
  text,
  question,
})
