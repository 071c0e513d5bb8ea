/** What the form of a scoring page carries along besides what is typed. */
export const carriedBy = (body: string): { readonly version: string; readonly rules: string } => ({
  version: /name="version" value="([^"]*)"/.exec(body)?.[1] ?? '',
  rules: /name="rules" value="([^"]*)"/.exec(body)?.[1] ?? '',
})
