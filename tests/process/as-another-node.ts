/** A program that takes the Node it runs on for another version, and then asks whether that will do. */
import { requireNode } from '../../src/require-node.ts'

Object.defineProperty(process, 'versions', { value: { ...process.versions, node: process.argv[2] } })
requireNode()
