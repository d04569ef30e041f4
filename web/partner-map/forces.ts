/** A thing that the forces move. Units are pixels at zoom 1. */
export type Body = {
  x: number
  y: number
  isFixed: boolean
  isInitiative: boolean
  isFocus: boolean
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
  const vx = new Float64Array(count)
  const vy = new Float64Array(count)
  const degree = new Float64Array(count)
  for (const { source, target } of springs) {
    degree[source] = (degree[source] ?? 0) + 1
    degree[target] = (degree[target] ?? 0) + 1
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
    bodies.forEach((body, index) => {
      if (!body.isFixed) {
        body.x += vx[index] = (vx[index] ?? 0) * 0.6
        body.y += vy[index] = (vy[index] ?? 0) * 0.6
      }
      if (!isMoving) vx[index] = vy[index] = 0
    })
  }

  function pullBySprings() {
    for (const { source, target, length, strength } of springs) {
      const from = bodies[source]
      const to = bodies[target]
      if (!from || !to) continue
      let dx = to.x + (vx[target] ?? 0) - from.x - (vx[source] ?? 0) || (random() - 0.5) * 1e-3
      let dy = to.y + (vy[target] ?? 0) - from.y - (vy[source] ?? 0) || (random() - 0.5) * 1e-3
      const distance = Math.hypot(dx, dy)
      const change = ((distance - length) / distance) * alpha * strength
      dx *= change
      dy *= change
      const bias = (degree[source] ?? 1) / ((degree[source] ?? 1) + (degree[target] ?? 1))
      vx[target] = (vx[target] ?? 0) - dx * bias
      vy[target] = (vy[target] ?? 0) - dy * bias
      vx[source] = (vx[source] ?? 0) + dx * (1 - bias)
      vy[source] = (vy[source] ?? 0) + dy * (1 - bias)
    }
  }

  function pullToAnchors() {
    bodies.forEach((body, index) => {
      const { x, y, pullX, pullY } = body.anchor
      vx[index] = (vx[index] ?? 0) + (x - body.x) * pullX * alpha
      vy[index] = (vy[index] ?? 0) + (y - body.y) * pullY * alpha
    })
  }

  function pushApart(isMoving: boolean) {
    for (let i = 0; i < count; i += 1) {
      const one = bodies[i]
      if (!one) continue
      for (let j = i + 1; j < count; j += 1) {
        const other = bodies[j]
        if (!other) continue
        let dx = other.x - one.x
        const dy = other.y - one.y
        if (dx > reach || dx < -reach || dy > reach || dy < -reach) continue
        if (dx === 0 && dy === 0) dx = (random() - 0.5) * 1e-3
        const squared = dx * dx + dy * dy
        let push = 0
        if (isMoving && squared < reach * reach) {
          const weight = one.isGhost || other.isGhost ? 0.3 : 1
          const strength = (one.isInitiative ? 1.4 : 1) * (other.isInitiative ? 1.4 : 1) * weight
          push = (repulsion * strength * alpha) / Math.max(30, squared)
        }
        const isApart = one.group !== other.group && one.group >= 0 && other.group >= 0
        const ghosts = (one.isGhost ? 0.6 : 1) * (other.isGhost ? 0.6 : 1)
        const wanted =
          (spacing.distance +
            (one.isInitiative ? spacing.initiative : 0) +
            (other.isInitiative ? spacing.initiative : 0) +
            (isApart ? spacing.between : 0)) *
          (one.isFocus || other.isFocus ? 1.25 : 1) *
          ghosts
        const across = dx * spacing.across
        const gap = across * across + dy * dy
        if (gap < wanted * wanted) {
          const distance = Math.sqrt(gap) || 1e-3
          push += ((wanted - distance) / distance) * 0.35
        }
        if (push === 0) continue
        const share = one.isFixed || other.isFixed ? 2 : 1
        vx[i] = (vx[i] ?? 0) - dx * push * share
        vy[i] = (vy[i] ?? 0) - dy * push * share
        vx[j] = (vx[j] ?? 0) + dx * push * share
        vy[j] = (vy[j] ?? 0) + dy * push * share
      }
    }
  }

  function pushStrangersOut() {
    const members = new Map<number, Body[]>()
    for (const body of bodies) {
      if (body.group < 0 || body.isGhost) continue
      const own = members.get(body.group)
      if (own) own.push(body)
      else members.set(body.group, [body])
    }
    for (const [group, own] of members) {
      if (own.length < 3) continue
      const isInside = contour(own)
      const middle = {
        x: own.reduce((sum, body) => sum + body.x, 0) / own.length,
        y: own.reduce((sum, body) => sum + body.y, 0) / own.length,
      }
      bodies.forEach((body, index) => {
        if (body.group === group || body.isFixed || body.isGhost || !isInside(body.x, body.y)) return
        const dx = body.x - middle.x
        const dy = body.y - middle.y
        const distance = Math.hypot(dx, dy) || 1
        vx[index] = (vx[index] ?? 0) + (dx / distance) * 20
        vy[index] = (vy[index] ?? 0) + (dy / distance) * 20
      })
    }
  }
}
