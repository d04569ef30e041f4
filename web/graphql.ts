import { initGraphQLTada } from 'gql.tada'
import type { introspection } from './graphql-env.d.ts'

export const graphql = initGraphQLTada<{
  introspection: introspection
  scalars: { ID: string; PartialDate: string; Cursor: string }
  disableMasking: true
}>()

export type { ResultOf, VariablesOf } from 'gql.tada'

/** The values of an enum of the contract: `EnumOf<'PartnerRole'>`. */
export type EnumOf<Name extends Parameters<typeof graphql.scalar>[0]> = ReturnType<
  typeof graphql.scalar<Name>
>
