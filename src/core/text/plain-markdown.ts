/**
 * Markdown as lines of plain text, for documents that set it themselves: without the marks of headings and emphasis, with
 * the address of a link beside it, each paragraph or item one line.
 *
 * @example plainMarkdown('## Why\n\nSay **why**, as in\n[the guide](https://a.example).\n\n- one\n- two')
 * // => ['Why', 'Say why, as in the guide (https://a.example).', '- one', '- two']
 */
export function plainMarkdown(source: string): readonly string[] {
  const lines: string[] = []
  let open = false
  for (const raw of source.replaceAll('\r\n', '\n').split('\n')) {
    const line = raw.trim()
    const starts = /^(?:#{1,6}\s|[-*+]\s|\d{1,3}[.)]\s|>)/.test(line)
    if (line === '') open = false
    else if (starts || !open) {
      lines.push(
        line
          .replace(/^#{1,6}\s+/, '')
          .replace(/^>\s*/, '')
          .replace(/^[*+]\s/, '- '),
      )
      open = !line.startsWith('#')
    } else lines.push(`${lines.pop() ?? ''} ${line}`)
  }
  return lines.map(withoutMarks)
}

const withoutMarks = (line: string): string =>
  line
    .replaceAll(/!?\[([^\]]*)\]\(\s*<?([^)\s>]+)>?[^)]*\)/g, (_, words: string, address: string) =>
      words === '' || words === address ? address : `${words} (${address})`,
    )
    .replaceAll(/(\*\*|__)(?=\S)(.+?)(?<=\S)\1/g, '$2')
    .replaceAll(/(?<![\w*_])([*_])(?=\S)(.+?)(?<=\S)\1(?![\w*_])/g, '$2')
    .replaceAll(/`([^`]+)`/g, '$1')
    .replaceAll(/\\([\\`*_{}[\]()#+.!-])/g, '$1')
