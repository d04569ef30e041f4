import type { DrawnMark, Options } from './drawn.ts'
import type { Wish } from './labels.ts'
import { labelText, nameTexts, shorten } from './wording.ts'

const leafNamesFrom = 0.42
/** Names of initiatives, and of what one came for, have this rank at least. */
export const mainRank = 2000

export function nameWish(
  { mark, at, size, badge }: DrawnMark,
  {
    zoom,
    shape,
    measure,
    selected,
    linksOfHub,
  }: Required<Pick<Options, 'zoom' | 'shape' | 'measure'>> & {
    selected: readonly string[]
    /** Who has as many holds the map together. */
    linksOfHub: number
  },
): Wish[] {
  const isSelected = selected.includes(mark.id)
  const isHub = mark.shown >= linksOfHub
  const isLeaf = !isHub && !mark.isFocus && !mark.isInitiative && !mark.isBridge && !isSelected
  // On a phone there is room for few: members of the network that one came for are named, other leaves closer by.
  if (isLeaf && (shape === 'tall' ? zoom < 1.5 && !mark.isMember : zoom < leafNamesFrom)) return []
  const isCentre = mark.isFocus && mark.size > 13
  const isMust = isCentre || isSelected || isHub
  const texts = nameTexts(mark, shape, measure)
  const kind =
    mark.size > 13
      ? 4000
      : isSelected
        ? 3000 + (selected.at(-1) === mark.id ? 500 : 0)
        : isHub
          ? mainRank + 500
          : mark.isInitiative
            ? mainRank
            : mark.isBridge
              ? 1000
              : 0
  return [
    {
      id: mark.id,
      at,
      reach: mark.isFocus ? size + 8 : isSelected ? size + 6 : size,
      texts: isSelected ? [...texts, labelText([shorten(mark.name, 9)], 12, 600, measure, 1)] : texts,
      rank: kind + mark.shown + mark.size,
      patience: isMust ? Infinity : mark.isInitiative ? 40 : mark.isBridge ? 14 : 6,
      farthest: isMust ? 120 : mark.isInitiative ? 28 : 0,
      isSure: isSelected,
      group: mark.group,
      badge,
    },
  ]
}
