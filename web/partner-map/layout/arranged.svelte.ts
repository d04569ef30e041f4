import { arranging, isCrowd } from './arranging.ts'
import type { Positions } from '../picture/drawn.ts'
import type { Network } from '../network.ts'
import type { Shape } from '../picture/rects.ts'
import type { Measure } from '../picture/wording.ts'

const patience = 1000

/** Where the marks of a network stand, once that is known; what is shown before stays until then. */
export class Arranged {
  placed = $state.raw<{ positions: Positions; shape: Shape; isOver: boolean } | null>(null)
  /** How far the work is, 0 to 1, once it takes longer than a second. */
  part = $state<number | null>(null)
  failure = $state<string | null>(null)

  /** Starts; returns how to give up. Places that the picture of everything gives spare a crowd the work. */
  start(
    network: Network,
    shape: Shape,
    measure: Measure,
    given: Positions | null,
    ondone: () => void,
  ): () => void {
    this.failure = null
    const show = (positions: Positions, isOver: boolean) => {
      this.placed = { positions, shape, isOver }
      ondone()
    }
    if (given && isCrowd(network)) {
      this.part = null
      let isLeft = false
      // Only crowds need it.
      import('./given.ts').then(
        ({ placesGiven }) => {
          if (!isLeft) show(placesGiven(network, given, shape), true)
        },
        (reason: unknown) => {
          if (!isLeft) this.failure = String(reason)
        },
      )
      return () => {
        isLeft = true
      }
    }
    const timer = setTimeout(() => (this.part ??= 0), patience)
    const end = () => {
      clearTimeout(timer)
      this.part = null
    }
    const giveUp = arranging(network, shape, measure, {
      onProgress: (done) => {
        if (this.part !== null) this.part = done
      },
      onSoFar: (positions) => {
        if (this.placed === null || !this.placed.isOver) show(positions, false)
      },
      onDone: (positions) => {
        end()
        show(positions, true)
      },
      onFailure: (reason) => {
        end()
        this.failure = reason
      },
    })
    return () => {
      end()
      giveUp()
    }
  }
}
