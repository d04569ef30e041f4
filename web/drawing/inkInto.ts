import {
  elementOf,
  hatchElement,
  hatchesOf,
  type Attributes,
  type Element,
  type Written,
} from './elements.ts'
import type { Shape } from './ink.ts'

const namespace = 'http://www.w3.org/2000/svg'
const before = new WeakMap<SVGElement, Attributes>()

/**
 * Makes a group of a page show shapes, in colours that follow its theme. What is there is changed rather than made anew,
 * place by place, so that thousands cost little and a change of look can move.
 */
export function inkInto(group: SVGGElement, shapes: readonly Shape[], uid: string): void {
  const written: Written = {
    colour: (colour) => `var(--${colour})`,
    hatch: (key) => `url(#${uid}-${key})`,
  }
  const hatches = [...hatchesOf(shapes)].map(([key, hatch]) => hatchElement(hatch, `${uid}-${key}`, written))
  put(group, [
    { tag: 'defs', attributes: {}, children: hatches },
    ...shapes.map((one) => elementOf(one, written)),
  ])
}

function put(parent: SVGElement, elements: readonly Element[]) {
  let node = parent.firstElementChild
  for (const element of elements) {
    const old = node instanceof SVGElement ? node : null
    const shown = old?.localName === element.tag ? old : document.createElementNS(namespace, element.tag)
    if (!(shown instanceof SVGElement)) continue
    fill(shown, element)
    if (old && shown !== old) parent.replaceChild(shown, old)
    else if (!old) parent.appendChild(shown)
    node = shown.nextElementSibling
  }
  while (node) {
    const next = node.nextElementSibling
    node.remove()
    node = next
  }
}

function fill(node: SVGElement, { attributes, children }: Element) {
  const old = before.get(node) ?? {}
  for (const name of Object.keys(old)) if (!(name in attributes)) node.removeAttribute(name)
  for (const [name, value] of Object.entries(attributes)) {
    if (old[name] !== value) node.setAttribute(name, String(value))
  }
  before.set(node, attributes)
  if (typeof children === 'string') {
    if (node.childElementCount > 0 || node.textContent !== children) node.textContent = children
  } else if (children) {
    if (node.childElementCount === 0 && node.firstChild) node.textContent = ''
    put(node, children)
  } else if (node.firstChild) node.textContent = ''
}
