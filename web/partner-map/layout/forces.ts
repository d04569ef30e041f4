/** A thing that the forces move. Units are pixels at zoom 1. */
export type Body = {
  x: number
  y: number
  isFixed: boolean
  isInitiative: boolean
  isFocus: boolean
  /** Distance that it keeps besides. */
  extra: number
  /** A place kept free for the name of an initiative. */
  isGhost: boolean
  isBridge: boolean
  /** Index of its group; -1 for none. */
  group: number
  anchor: { x: number; y: number; pullX: number; pullY: number }
}
export type Spring = { source: number; target: number; length: number; strength: number }

/** Labels are wide, so distances across count less than distances down (`across` < 1). */
export type Spacing = { across: number; distance: number; between: number; initiative: number }

export type Contour = (points: { x: number; y: number }[]) => (x: number, y: number) => boolean

const reach = 320
const repulsion = 190
const settling = 60

/** Moves the bodies in place: springs, repulsion, anchors and an ellipse that keeps names apart. After d3-force. */
export function settle(
  bodies: Body[],
  springs: Spring[],
  spacing: Spacing,
  contour: Contour,
  random: () => number,
  ticks = 420,
): void {
  const count = bodies.length
  // Plain arrays of numbers: this runs for every pair, hundreds of times.
  const px = Float64Array.from(bodies, ({ x }) => x)
  const py = Float64Array.from(bodies, ({ y }) => y)
  const isFixed = bodies.map((body) => body.isFixed)
  const group = Int32Array.from(bodies, (body) => body.group)
  const charge = Float64Array.from(bodies, (body) => (body.isInitiative ? 1.4 : 1) * (body.isGhost ? 0.3 : 1))
  const extra = Float64Array.from(bodies, (body) => body.extra + (body.isInitiative ? spacing.initiative : 0))
  const room = Float64Array.from(bodies, (body) => (body.isGhost ? 0.6 : 1))
  const isFocus = bodies.map((body) => body.isFocus)
  const vx = new Float64Array(count)
  const vy = new Float64Array(count)
  const degree = new Float64Array(count)
  for (const { source, target } of springs) {
    degree[source] = at(degree, source) + 1
    degree[target] = at(degree, target) + 1
  }
  const cooling = 1 - Math.pow(0.001, 1 / ticks)
  let alpha = 1

  for (let tick = 0; tick < ticks + settling; tick += 1) {
    const isMoving = tick < ticks
    if (isMoving) {
      alpha -= alpha * cooling
      pullBySprings()
      pullToAnchors()
      if (tick > ticks / 3 && tick % 4 === 0) pushStrangersOut()
    }
    pushApart(isMoving)
    for (let index = 0; index < count; index += 1) {
      if (!isFixed[index]) {
        px[index] = at(px, index) + (vx[index] = at(vx, index) * 0.6)
        py[index] = at(py, index) + (vy[index] = at(vy, index) * 0.6)
      }
      if (!isMoving) vx[index] = vy[index] = 0
    }
  }
  bodies.forEach((body, index) => {
    body.x = at(px, index)
    body.y = at(py, index)
  })

  function pullBySprings() {
    for (const { source, target, length, strength } of springs) {
      let dx = at(px, target) + at(vx, target) - at(px, source) - at(vx, source) || jiggle()
      let dy = at(py, target) + at(vy, target) - at(py, source) - at(vy, source) || jiggle()
      const distance = Math.hypot(dx, dy)
      const change = ((distance - length) / distance) * alpha * strength
      dx *= change
      dy *= change
      const bias = at(degree, source) / (at(degree, source) + at(degree, target))
      vx[target] = at(vx, target) - dx * bias
      vy[target] = at(vy, target) - dy * bias
      vx[source] = at(vx, source) + dx * (1 - bias)
      vy[source] = at(vy, source) + dy * (1 - bias)
    }
  }

  function pullToAnchors() {
    bodies.forEach((body, index) => {
      const { x, y, pullX, pullY } = body.anchor
      vx[index] = at(vx, index) + (x - at(px, index)) * pullX * alpha
      vy[index] = at(vy, index) + (y - at(py, index)) * pullY * alpha
    })
  }

  function pushApart(isMoving: boolean) {
    for (let i = 0; i < count; i += 1) {
      const [x, y, own] = [at(px, i), at(py, i), at(group, i)]
      for (let j = i + 1; j < count; j += 1) {
        let dx = at(px, j) - x
        const dy = at(py, j) - y
        if (dx > reach || dx < -reach || dy > reach || dy < -reach) continue
        if (dx === 0 && dy === 0) dx = jiggle()
        const squared = dx * dx + dy * dy
        let push = 0
        if (isMoving && squared < reach * reach)
          push = (repulsion * at(charge, i) * at(charge, j) * alpha) / Math.max(30, squared)
        const other = at(group, j)
        const isApart = own !== other && own >= 0 && other >= 0
        const wanted =
          (spacing.distance + at(extra, i) + at(extra, j) + (isApart ? spacing.between : 0)) *
          (isFocus[i] || isFocus[j] ? 1.25 : 1) *
          at(room, i) *
          at(room, j)
        const across = dx * spacing.across
        const gap = across * across + dy * dy
        if (gap < wanted * wanted) {
          const distance = Math.sqrt(gap) || 1e-3
          push += ((wanted - distance) / distance) * 0.35
        }
        if (push === 0) continue
        if (isFixed[i] || isFixed[j]) push *= 2
        vx[i] = at(vx, i) - dx * push
        vy[i] = at(vy, i) - dy * push
        vx[j] = at(vx, j) + dx * push
        vy[j] = at(vy, j) + dy * push
      }
    }
  }

  function pushStrangersOut() {
    const members = new Map<number, number[]>()
    bodies.forEach((body, index) => {
      if (body.group < 0 || body.isGhost) return
      const own = members.get(body.group)
      if (own) own.push(index)
      else members.set(body.group, [index])
    })
    for (const [one, own] of members) {
      if (own.length < 3) continue
      const points = own.map((index) => ({ x: at(px, index), y: at(py, index) }))
      const isInside = contour(points)
      const middle = {
        x: points.reduce((sum, { x }) => sum + x, 0) / points.length,
        y: points.reduce((sum, { y }) => sum + y, 0) / points.length,
      }
      for (let index = 0; index < count; index += 1) {
        if (at(group, index) === one || isFixed[index] || bodies[index]?.isGhost) continue
        if (!isInside(at(px, index), at(py, index))) continue
        const dx = at(px, index) - middle.x
        const dy = at(py, index) - middle.y
        const distance = Math.hypot(dx, dy) || 1
        vx[index] = at(vx, index) + (dx / distance) * 20
        vy[index] = at(vy, index) + (dy / distance) * 20
      }
    }
  }

  function jiggle() {
    return (random() - 0.5) * 1e-3
  }
}

const at = (numbers: Float64Array | Int32Array, index: number) => numbers[index] ?? 0
