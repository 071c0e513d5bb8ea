/** As disks and people count: a million bytes. */
export const bytesInMegabyte = 1_000_000

/**
 * The size of a file in words, rounded to what people compare.
 *
 * @param bytes whole, 0 or more
 * @example fileSizeWords(999) // => '999 bytes'
 * @example fileSizeWords(1_250_000) // => '1.3 MB'
 */
export function fileSizeWords(bytes: number): string {
  if (bytes < 1000) return bytes === 1 ? '1 byte' : `${bytes} bytes`
  // What rounds to 1,000 KB is 1 MB.
  if (bytes < 999_500) return `${Math.round(bytes / 1000)} KB`
  return `${Number((bytes / bytesInMegabyte).toFixed(1))} MB`
}
