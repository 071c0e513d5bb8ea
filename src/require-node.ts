/** Ends the program with what to do when it runs on an older Node than it needs. */
export function requireNode(): void {
  const [major = 0] = process.versions.node.split('.').map(Number)
  if (major >= 24) return
  console.error(
    `Node 24 or later is needed, and this is ${process.versions.node}. Run "npm ci", which brings it, and start with "npm start".`,
  )
  process.exit(1)
}
