import type { Records } from '../../api/exchange/record.ts'
import { figure, link, node } from './story.ts'

/**
 * A network of orchards with a call. North went through the spring cohort; South was declined there, was enrolled in
 * autumn with North as its sponsor, and said twice how ready it was; East left in autumn.
 */
export function nursery(): Records {
  return {
    nodes: [
      node('Network', 'orchards'),
      ...['union', 'north', 'south', 'east'].map((id) => node('Partner', id, { kind: 'ASSOCIATION' })),
      node('Initiative', 'cider'),
      node('Initiative', 'honey'),
      node('Territory', 'iso:FR', { level: 'COUNTRY' }),
      node('Theme', 'theme:fruit'),
      node('Programme', 'call', {
        ...{ kind: 'CALL', aims: ['to plant', 'to share'], opensOn: '2020', closesOn: '2020-06' },
        ...{ budget: 30000, currency: 'EUR' },
      }),
      node('Programme', 'path', { kind: 'SUPPORT_PATH' }),
      figure('SteeringCommittee', 'board', { seats: 10, tiers: ['LOCAL', 'NATIONAL'] }),
      figure('Support', 'guide', { kind: 'METHODOLOGICAL', format: 'WRITTEN', description: 'How to press.' }),
      figure('Support', 'purse', {
        ...{ kind: 'FINANCIAL', leastAmount: 3000, mostAmount: 10000, currency: 'EUR' },
      }),
      node('Cohort', 'spring', { startsOn: '2020-09', endsOn: '2021', size: 3 }),
      node('Cohort', 'autumn', { closesOn: '2022-01', startsOn: '2022-02' }),
      figure('Sponsorship', 'mentoring', { kinds: ['EXCHANGE', 'ADVICE'], since: '2022-02' }),
      figure('Readiness', 'ready-2020', { asOf: '2020-05', hasStaff: true, hasFunding: false }),
      figure('Readiness', 'ready-2021', {
        ...{ asOf: '2021-11', availableEffort: 20.5, hasFunding: true, isApproved: true },
        ...{ readyFrom: '2022-01', readyUntil: '2022-06' },
      }),
      figure('CoDevelopmentSession', 'frost', { heldOn: '2022-03', problem: 'frost in March' }),
      node('MatchmakingEvent', 'fair', { heldOn: '2020-02', participants: 40 }),
      figure('Pitch', 'cider-in-ten', { minutes: 10 }),
      figure('Grant', 'press', { amount: 5000, currency: 'EUR', awardedOn: '2022' }),
    ],
    links: [
      link('HEADS', 'union', 'orchards'),
      ...['north', 'south', 'east'].map((id) => link('MEMBER_OF', id, 'orchards', { tier: 'LOCAL' })),
      link('RUNS', 'orchards', 'call'),
      link('RUNS', 'orchards', 'path'),
      link('INCLUDES', 'call', 'path', { since: '2020' }),
      link('ABOUT', 'call', 'theme:fruit'),
      link('BACKS', 'union', 'call', { note: 'pays for it' }),
      link('STEERED_BY', 'call', 'board'),
      link('SITS_ON', 'union', 'board', { tier: 'NATIONAL' }),
      link('OFFERS', 'call', 'guide'),
      link('OFFERS', 'call', 'purse'),
      link('GATHERS', 'call', 'spring'),
      link('GATHERS', 'call', 'autumn'),
      link('ENROLLED_IN', 'north', 'spring', { status: 'INTERESTED', since: '2020-01', until: '2020-03' }),
      link('ENROLLED_IN', 'north', 'spring', { status: 'ENROLLED', since: '2020-09', until: '2021' }),
      link('ENROLLED_IN', 'north', 'spring', { status: 'COMPLETED', since: '2021', isAutonomous: true }),
      link('ENROLLED_IN', 'south', 'spring', { status: 'DECLINED', since: '2020-06', reason: 'no land yet' }),
      link('ENROLLED_IN', 'south', 'autumn', {
        ...{ status: 'ENROLLED', since: '2022-02', committedOn: '2022-01-15' },
      }),
      link('ENROLLED_IN', 'east', 'autumn', {
        status: 'WITHDRAWN',
        since: '2022-05',
        reason: 'its staff left',
      }),
      link('TAKES_UP', 'autumn', 'cider'),
      link('BRINGS', 'spring', 'honey'),
      link('SPONSORS', 'north', 'mentoring'),
      link('ACCOMPANIES', 'mentoring', 'south'),
      link('ON', 'mentoring', 'cider'),
      link('WITHIN', 'mentoring', 'autumn'),
      link('DECLARED', 'south', 'ready-2020'),
      link('DECLARED', 'south', 'ready-2021'),
      link('HELD', 'autumn', 'frost'),
      link('PROPOSED', 'south', 'frost'),
      link('CONVENES', 'call', 'fair'),
      link('HELD_IN', 'fair', 'iso:FR'),
      link('GIVEN_AT', 'cider-in-ten', 'fair'),
      link('PRESENTS', 'cider-in-ten', 'cider'),
      link('GAVE', 'north', 'cider-in-ten'),
      link('SEEKS_AT', 'south', 'fair', {
        lookingFor: 'something to do with apples',
        outcome: 'WILL_TAKE_UP',
      }),
      link('MET', 'south', 'cider-in-ten', { outcome: 'SPONSORSHIP_AGREED' }),
      link('AWARDED', 'union', 'press'),
      link('FOR', 'press', 'cider'),
      link('UNDER', 'press', 'call'),
    ],
  }
}
