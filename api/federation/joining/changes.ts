import {
  GraphQLObjectType,
  isObjectType,
  printType,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql'

/** The names of the types that came to a schema, and the coordinates of the fields that came to what was there. */
export function additionsOf(
  before: GraphQLSchema,
  after: GraphQLSchema,
): { types: string[]; fields: string[] } {
  const types = Object.values(after.getTypeMap())
  return {
    types: types.filter(({ name }) => !before.getType(name)).map(({ name }) => name),
    fields: types.filter(isObjectType).flatMap((type) => {
      const old = before.getType(type.name)
      if (!isObjectType(old)) return []
      const names = Object.keys(type.getFields()).filter((name) => !old.getFields()[name])
      return names.map((name) => `${type.name}.${name}`)
    }),
  }
}

/** Sentences on what a schema says otherwise than before; what came to it is no change. */
export function changesOf(before: GraphQLSchema, after: GraphQLSchema): string[] {
  return Object.values(before.getTypeMap())
    .filter(({ name }) => !name.startsWith('__'))
    .flatMap((type) => {
      const now = after.getType(type.name)
      if (!now) return [`${type.name} would be gone: leave it out of your SDL, or declare it as it stands.`]
      const places = changedPlaces(type, now)
      return places.map((place) => `${place} would be another than before: declare it as it stands.`)
    })
}

function changedPlaces(before: GraphQLNamedType, after: GraphQLNamedType): string[] {
  if (!isObjectType(before) || !isObjectType(after)) {
    return printType(before) === printType(after) ? [] : [before.name]
  }
  const alone = (type: GraphQLObjectType, field?: string) => {
    const { [field ?? '']: config } = type.toConfig().fields
    return printType(
      new GraphQLObjectType({
        name: type.name,
        description: field ? undefined : type.description,
        fields: field && config ? { [field]: config } : {},
      }),
    )
  }
  const fields = Object.keys(before.getFields()).filter(
    (field) => alone(before, field) !== alone(after, field),
  )
  const places = fields.map((field) => `${before.name}.${field}`)
  return alone(before) === alone(after) ? places : [before.name, ...places]
}
