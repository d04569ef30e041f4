/** The canteens as tidy tables: one that two places took up, who carries and funds them, what changed, what was measured. */
export const nodes = `id,type,name,summary,kind,territory_scheme,territory_code,lat,lon,start,end,identifiers,themes,source_url,status
brest,Initiative,La Cantine de Brest,Shared meals,,cog,29019,,,2016,,,Alimentation|Lien social,https://example.org/brest,spreading
lyon,Initiative,La Cantine de Lyon,,,,,45.7578,4.8320,2019-05,,,,https://example.org/lyon,RUNNING
tablees,Organisation,Les Tablées,,association,,,,,,,siren:552100554,,https://example.org/tablees,
fonds,Partner,Le Fonds,,FOUNDATION,iso,FR,,,,,,,https://example.org/fonds,
charte,Commons,La charte,,CHARTER,,,,,,,,,https://example.org/charte,
menu,Element,A menu at a free price,,,,,,,,,,,https://example.org/brest,
cantines,Network,Les cantines,,,,,,,,,,,https://example.org/,
`
export const edges = `id,type,source,target,role,level,mode,start,end,amount,currency,source_url
e1,REPLICATES,lyon,brest,,scaled,social_franchise,2019,,,,https://example.org/lyon
e2,PARTNERS_IN,tablees,brest,CARRIER,,,2016,,,,https://example.org/brest
e3,FUNDER,fonds,lyon,,,,2019-06-01,2020,"12 500,50",EUR,https://example.org/fonds
e4,USES,lyon,charte,,,,,,,,https://example.org/lyon
e5,USES,brest,charte,,,,,,,,https://example.org/brest
e6,CONSISTS_OF,brest,menu,,,,,,,,https://example.org/brest
`
export const elements = `replication_id,element,disposition,driver,planned,note
e1,menu,KEPT,,,
e1,A kitchen of its own,dropped,,,the kitchen is shared
e1,A garden,ADDED,,,
`
export const results = `deployment_id,indicator,value,unit,period_start,period_end,method,source_url
lyon,meals served,"4 200",meals,2020-01-01,2020-12-31,counted,https://example.org/lyon
`
