/** The value of a hidden field of a page: of the first form that has it, or of the first after some text of the page. */
export function hiddenIn(body: string, name: string, after = ''): string {
  const found = new RegExp(`name="${name}" value="([^"]*)"`).exec(body.slice(Math.max(0, body.indexOf(after))))
  return found?.[1] ?? ''
}
