import { Scratch } from '../kept/scratch.ts'
import { packed } from './steps.ts'
import type { Step } from './steps.ts'

/** How many steps are packed together. */
const most = 2000

/** What an import does to each record and link, packed as it is told, outside the memory. */
export class StepParts {
  private readonly scratch = new Scratch()
  private readonly parts: { at: number; size: number }[] = []
  private waiting: Step[] = []

  add(step: Step): void {
    this.waiting.push(step)
    if (this.waiting.length >= most) this.pack()
  }

  /** All that was added, as the database keeps it. */
  *packed(): Generator<Int8Array> {
    if (this.waiting.length) this.pack()
    for (const { at, size } of this.parts) yield new Int8Array(this.scratch.read(at, size))
  }

  private pack(): void {
    const bytes = packed(this.waiting)
    const part = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    this.parts.push({ at: this.scratch.append(part), size: part.byteLength })
    this.waiting = []
  }
}
