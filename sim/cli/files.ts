/** What Node's file functions leave to their callers: all folders above, all bytes, and no more bytes than wanted. */
import { closeSync, existsSync, mkdirSync, openSync, readSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'

/** Makes a folder and those above it, one by one: where none can be made, Node's own recursion goes on for ever. */
export function makeFolders(folder: string): void {
  if (existsSync(folder)) return
  makeFolders(dirname(folder))
  mkdirSync(folder)
}

/** Writes a text to its end. On a disk that is all but full a write may take a part of it, and only the next one fails. */
export function writeAll(file: number, text: string, write: (file: number, bytes: Uint8Array, from: number) => number = writeSync): void {
  const bytes = Buffer.from(text)
  for (let done = 0; done < bytes.length;) {
    try {
      done += write(file, bytes, done)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error
      // Whoever reads is slow: ask again a little later.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10)
    }
  }
}

/** A file's first bytes, whatever its size is said to be: devices and pipes have none. */
export function readAtMost(path: string, most: number): Buffer {
  const file = openSync(path, 'r')
  try {
    const bytes = Buffer.alloc(most)
    let length = 0
    for (let read = -1; read !== 0 && length < most; length += read) read = readSync(file, bytes, length, most - length, null)
    return bytes.subarray(0, length)
  } finally {
    closeSync(file)
  }
}
