import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  readCatalogue,
  shareFilled,
  tagsWithCatalogue,
  textsFolder,
  updateCatalogue,
  wrongTranslations,
} from '../languages/catalogue.ts'
import { collectTexts } from '../languages/collect-texts.ts'
import { writePo } from '../languages/po-file.ts'
import type { Command } from './command.ts'

/** Brings each catalogue of texts up to date with the source; translations that there are stay. Says what is filled and what is wrong. */
export const writeTexts: Command = async () => {
  const texts = collectTexts()
  const reports = tagsWithCatalogue().map(async (tag) => {
    const catalogue = updateCatalogue(texts, tag, readCatalogue(tag))
    await writeFile(join(textsFolder, `${tag}.po`), writePo(catalogue))
    const wrong = wrongTranslations(texts, catalogue)
    const filled = `${tag}: ${texts.length} texts, ${Math.floor(shareFilled(catalogue) * 100)}% translated`
    return wrong.length === 0 ? filled : `${filled}. These cannot be used:\n${wrong.join('\n')}`
  })
  return (await Promise.all(reports)).join('\n')
}
