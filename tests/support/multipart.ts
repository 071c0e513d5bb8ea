/** A file as a test sends it with a form. */
export type TestFile = { readonly field: string; readonly name: string; readonly body: string | Uint8Array }

/** A form with files as a browser encodes it, by the encoder that Node has for `fetch`. */
export async function multipart(
  fields: readonly (readonly [name: string, value: string])[],
  files: readonly TestFile[],
): Promise<{ readonly type: string; readonly body: Buffer }> {
  const form = new FormData()
  for (const [name, value] of fields) form.append(name, value)
  for (const { field, name, body } of files) form.append(field, new Blob([Buffer.from(body as Uint8Array)]), name)
  const encoded = new Response(form)
  return { type: encoded.headers.get('content-type') ?? '', body: Buffer.from(await encoded.arrayBuffer()) }
}
