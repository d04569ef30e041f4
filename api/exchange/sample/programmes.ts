import { prefix, themeId } from './families.ts'
import type { ProgrammeFile } from './programmeFile.ts'
import type { Records } from '../record.ts'
import { recording } from './recording.ts'
import type { Recorder } from './recording.ts'

/** The programmes of networks as records; partners, initiatives and grants are those of the families, by their ids. */
export function programmeRecords(file: ProgrammeFile, recorder: Recorder): Records {
  const { nodes, links, node, link } = recording(recorder)
  for (const { id, ...own } of file.networks) node('Network', prefix + id, own)
  for (const given of file.programmes) {
    const {
      id: local,
      networks,
      partOf,
      themes,
      backers,
      committees,
      offers,
      cohorts,
      grants,
      ...own
    } = given
    const { source } = own
    const id = prefix + local
    node('Programme', id, own)
    for (const network of networks) link('RUNS', prefix + network, id, { source })
    if (partOf) {
      const { programme, ...rest } = partOf
      link('INCLUDES', prefix + programme, id, rest)
    }
    for (const theme of themes) link('ABOUT', id, themeId(theme), { source })
    for (const { partner, ...rest } of backers) link('BACKS', prefix + partner, id, rest)
    for (const { id: committee, ...rest } of committees) {
      node('SteeringCommittee', prefix + committee, rest)
      link('STEERED_BY', id, prefix + committee, { source: rest.source })
    }
    for (const { id: support, ...rest } of offers) {
      node('Support', prefix + support, rest)
      link('OFFERS', id, prefix + support, { source: rest.source })
    }
    for (const { id: cohort, enrolled, brings, ...rest } of cohorts) {
      const gathered = prefix + cohort
      node('Cohort', gathered, rest)
      link('GATHERS', id, gathered, { source: rest.source })
      for (const { partner, ...state } of enrolled) {
        link('ENROLLED_IN', prefix + partner, gathered, state, state.status, state.since)
      }
      for (const { initiative, ...rest } of brings) link('BRINGS', gathered, prefix + initiative, rest)
    }
    for (const { grant, ...rest } of grants) link('UNDER', prefix + grant, id, rest)
  }
  for (const { sponsor, accompanies, on, ...own } of file.sponsorships) {
    const id = `${prefix}sponsorship:${sponsor}:${accompanies}:${on}`
    const { source } = own
    node('Sponsorship', id, own)
    link('SPONSORS', prefix + sponsor, id, { source })
    link('ACCOMPANIES', id, prefix + accompanies, { source })
    link('ON', id, prefix + on, { source })
  }
  for (const { id, networks, ...own } of file.events) {
    node('MatchmakingEvent', prefix + id, own)
    for (const network of networks) link('CONVENES', prefix + network, prefix + id, { source: own.source })
  }
  return { nodes, links }
}
