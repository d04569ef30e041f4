import { france } from '../../web/territory-map/contours/france.ts'
import { world } from '../../web/territory-map/contours/world.ts'
import { addressOf } from '../../web/territory-map/address.ts'
import { everOf, hasCloseUp } from '../../web/territory-map/ever.ts'
import { groundOf } from '../../web/territory-map/ground.ts'
import type { Label } from '../../web/territory-map/labels.ts'
import { byWeight, wayOf } from '../../web/territory-map/flowOrder.ts'
import { mostFlows } from '../../web/territory-map/flows.ts'
import type { CountsRow, Flows } from '../../web/territory-map/query.ts'
import { gatesOf } from '../../web/territory-map/rim.ts'
import { mapPlan } from '../../web/territory-map/scene.ts'
import { shownOf } from '../../web/territory-map/shown.ts'
import { fitOf } from '../../web/territory-map/told.ts'
import { lineOf, type Line } from '../../web/territory-map/ways.ts'
import type { testApi } from './api.ts'

/** The numbers and the arcs of the map of territories at an address, as a window of this size shows it first. */
export async function mapDrawn(
  ask: ReturnType<typeof testApi>['ask'],
  query: string,
  width: number,
  height: number,
): Promise<{ labels: readonly Label[]; ways: Line[] }> {
  const address = addressOf(new URLSearchParams(query))
  const inside = address.inside ? `inside: "${address.inside}", ` : ''
  const { data } = await ask(`{
    territoryCounts(${inside}level: ${address.level}, first: 5000) {
      territories { code name initiatives partners partnersBased inspired redone scaled }
    }
    territoryFlows(${inside}first: 5000) {
      places {
        id name startedOn endedOn territory territoryName department region country latitude longitude since until
        isElsewhere
      }
      replications { id child parent level since }
    }
  }`)
  const rows = (data?.territoryCounts as unknown as { territories: CountsRow[] }).territories
  const flows = { ...(data?.territoryFlows as unknown as Flows), total: 0, truncated: false, recorders: [] }
  const contours = address.ground === 'france' ? france() : world()
  const ground = groundOf(contours, width < 640, hasCloseUp(address))
  const ever = everOf(ground, address, address.count, rows, flows, gatesOf)
  const fit = fitOf(shownOf(ground, address, rows, flows, ever), address, flows.places)
  const k = Math.min(width / (fit.right - fit.left), height / (fit.bottom - fit.top)) * 0.97
  const hasNames = address.level === 'MUNICIPALITY'
  const { labels, curves } = mapPlan({ ground, ever, hasPoints: true, hasArcs: true, hasNames, k })
  const ways = byWeight(ever.flows)
    .slice(0, mostFlows(ground))
    .flatMap((flow) => {
      const curve = curves.get(wayOf(flow))
      return curve ? [lineOf(curve)] : []
    })
  return { labels, ways }
}
