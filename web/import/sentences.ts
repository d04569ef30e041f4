import { locale } from '../messages.ts'

// The importer speaks English, on the command line too. These are its sentences in French, fetched with this page alone;
// `$1` stands for what the sentence names.
const sentences: readonly (readonly [said: RegExp, french: string])[] = [
  [/^the name says "(.+?)"$/, 'son nom dit « $1 »'],
  [
    /^the name says "(.+?)", (\d+) % look like it: (.+)$/,
    'son nom dit « $1 », et $2 % des valeurs y ressemblent',
  ],
  [/^chosen by hand$/, 'choisi par vous'],
  [/^is empty$/, 'est vide'],
  [
    /^(\d+) % hold e-mail addresses or telephone numbers$/,
    '$1 % des valeurs sont des courriels ou des téléphones',
  ],
  [/^(\d+) % are addresses of pages$/, '$1 % des valeurs sont des adresses de pages'],
  [/^says yes or no, and nothing here takes that$/, 'ne dit que oui ou non, et rien ici ne le reprend'],
  [
    /^repeats few values \((\d+)\), and its name says nothing known$/,
    'répète peu de valeurs ($1), et son nom ne dit rien de connu',
  ],
  [
    /^holds free text, and its name says nothing known$/,
    'contient du texte libre, et son nom ne dit rien de connu',
  ],
  [/^names an organisation beside the project$/, 'nomme une organisation à côté du projet'],
  [/^(.+) is the name$/, 'le nom est déjà dans « $1 »'],
  [/^(.+) is taken for the same$/, '« $1 » est déjà prise pour cela'],
  [
    /^(\d+) % of the values of (.+) are in (.+) of (.+)$/,
    '$1 % des valeurs de « $2 » se retrouvent dans « $3 »',
  ],

  [/^is no date like (.+)$/, 'n’est pas une date écrite comme $1'],
  [/^is no date: .+$/, 'n’est pas une date : une année, 2014-05 ou 2014-05-12'],
  [/^is no web address$/, 'n’est pas l’adresse d’une page'],
  [/^is no (?:whole )?number$/, 'n’est pas un nombre'],
  [/^is no sum of money$/, 'n’est pas une somme'],
  [/^should be a code such as EUR$/, 'devrait être un code de monnaie, comme EUR'],
  [
    /^holds an e-mail address, which is never published$/,
    'contient une adresse électronique, qui n’est jamais publiée',
  ],
  [
    /^holds a telephone number, which is never published$/,
    'contient un numéro de téléphone, qui n’est jamais publié',
  ],
  [/^has no letter or digit to make an id of$/, 'n’a ni lettre ni chiffre dont faire un identifiant'],
  [
    /^is no word of the mapping: did you mean (.+)\?$/,
    'n’est pas un mot connu de la correspondance : est-ce « $1 » ?',
  ],
  [
    /^is no word of the mapping: known are (.+)$/,
    'n’est pas un mot connu de la correspondance, qui connaît $1',
  ],
  [/^is no (.+): did you mean (.+)\?$/, 'n’est pas un mot connu ($1) : est-ce « $2 » ?'],
  [/^is no (\w+(?: of \w+)?): known are (.+)$/, 'n’est pas un mot connu ($1) ; sont connus : $2'],
  [/^is empty, and (.+) needs it$/, 'est vide, et il le faut ($1)'],
  [
    /^is also in row (\d+): a join needs it once, unless it says each$/,
    'est aussi à la ligne $1, alors qu’il ne faut qu’une fois',
  ],
  [/^no row of (.+) joins it$/, 'ne correspond à aucune ligne de « $1 »'],
  [/^(.+) is left out, as the mapping says$/, '$1 est laissée de côté, comme le dit la correspondance'],
  [/^hangs on row (\d+), which is left out$/, 'dépend de la ligne $1, qui est laissée de côté'],
  [/^this id was made of row (\d+) of (.+) already$/, 'cet identifiant est déjà celui de la ligne $1 de $2'],
  [/^row (\d+) of (.+) has this id already$/, 'la ligne $1 de $2 a déjà cet identifiant'],
  [
    /^this id is also that of the (\w+) (.+): give partners ids of their own$/,
    'cet identifiant est aussi celui de « $2 »',
  ],
  [/^an id has no space in it$/, 'un identifiant ne contient pas d’espace'],
  [/^no record has this id(.*)$/, 'aucune fiche n’a cet identifiant$1'],
  [
    /^is no name of a partner: it has more than (\d+) signs$/,
    'n’est pas un nom d’organisation : plus de $1 signes',
  ],
  [
    /^another record of this name has another (.+): they are kept apart$/,
    'une autre fiche de ce nom a un autre $1 : elles restent distinctes',
  ],
  [
    /^row (\d+) of the same project says (.+), which is taken$/,
    'la ligne $1 du même projet dit $2, qui est retenu',
  ],
  [/^is given by nobody: the row has no (.+)$/, 'n’est donnée par personne : la ligne n’a pas de « $1 »'],
  [/^is no initiative of these files(.*)$/, 'n’est pas une initiative de ces fichiers$1'],
  [/^is no longer in the files$/, 'n’est plus dans les fichiers'],
  [/^(.+?): is no longer in the files(?:, and a \w+ has no end)?$/, '$1 : n’est plus dans les fichiers'],
  [
    /^proposed as the same as (.+?), ([\d.]+): (.+)$/,
    'proposée comme la même organisation que $1 (score $2 : $3)',
  ],
  [/^is written as (.+?), ([\d.]+): (.+)$/, 'est la fiche $1, déjà là ($3)'],
  [/^(\S+), in (\d+) projects?$/, 'une seule fiche, $1, dans $2 initiative(s)'],

  [/^is no code of a commune, .+$/, 'n’est pas un code de commune, de département, de région ni d’EPCI'],
  [/^is no postal code of France$/, 'n’est pas un code postal français'],
  [/^is no territory of France, nor a country$/, 'n’est ni un territoire français, ni un pays'],
  [/^no town within reach$/, 'aucune ville à proximité'],
  [/^is no (département|region|country)$/, 'n’est pas connu ($1)'],
  [
    /^may be (.+): say which by a code, a postal code or a département: taken as (.+)$/,
    'peut être $1 : précisez par un code, un code postal ou un département ; retenu : $2',
  ],
  [
    /^may be (.+): say which by a code, a postal code or a département: no territory$/,
    'peut être $1 : précisez par un code, un code postal ou un département',
  ],
  [/^is (.+): the (.+) says (.+)$/, 'est $1, alors que le reste de la ligne dit $3'],
  [/^nothing says where: no territory$/, 'rien ne dit où : aucun territoire'],
  [/^no coordinates: no territory$/, 'pas de coordonnées : aucun territoire'],
  [/^is no (SIREN|SIRET|RNA|ROR|WIKIDATA): .+$/, 'n’est pas un numéro $1 valable'],
  [/^(.+): no territory$/, '$1 : aucun territoire'],
  [/^is no latitude: .+$/, 'n’est pas une latitude : de -90 à 90'],
  [/^is no longitude: .+$/, 'n’est pas une longitude : de -180 à 180'],
  [/^the coordinates lie in (.+)$/, 'les coordonnées tombent à $1'],
  [/^elsewhere: (.*)$/, 'ailleurs : $1'],

  [/^is a title across the table: it is not read$/, 'est un titre au-dessus du tableau : il n’est pas lu'],
  [
    /^is not read: its name says that it holds addresses or numbers of persons.*$/,
    'n’est pas lue : son nom annonce les adresses ou les numéros de personnes',
  ],
  [/^is an error of the spreadsheet: read as empty$/, 'est une erreur du tableur : lue comme vide'],
  [
    /^looks like a formula: it is read as text, never run$/,
    'ressemble à une formule : lue comme un texte, jamais exécutée',
  ],
  [/^is a formula without a result: read as empty$/, 'est une formule sans résultat : lue comme vide'],
  [
    /^is a formula: its last result is read, it is never run$/,
    'est une formule : son dernier résultat est lu, elle n’est jamais exécutée',
  ],
  [/^is there twice: the first one is read$/, 'est là deux fois : la première est lue'],
  [
    /^has (\d+) cells, its first line names (\d+) columns$/,
    'a $1 cellules, alors que $2 colonnes ont un nom',
  ],
  [
    /^is empty: the first line should name the columns$/,
    'est vide : la première ligne devrait nommer les colonnes',
  ],
  [/^is not UTF-8: read as (.+?);.*$/, 'n’est pas en UTF-8 : lu comme $1'],
  [
    /^is an old Excel workbook.+$/,
    'est un ancien classeur Excel (.xls) ou a un mot de passe : enregistrez-le en .xlsx, sans mot de passe',
  ],
  [/^is packed \(gzip\): unpack it first$/, 'est compressé (gzip) : décompressez-le d’abord'],
  [/^is a PDF: it has no columns$/, 'est un PDF : il n’a pas de colonnes'],
  [/^is no JSON: (.+)$/, 'n’est pas du JSON valide : $1'],
  [/^is no list of objects$/, 'n’est pas une liste d’objets'],
  [/^is XML, and no GEXF$/, 'est du XML, mais pas du GEXF'],
  [/^is damaged.*$/, 'est abîmé, ou n’est pas un classeur'],
  [/^names (\d+) columns: (\d+) at most$/, 'nomme $1 colonnes : $2 au plus'],
  [/^is no name for a column$/, 'n’est pas un nom de colonne'],
  [/^(?:more than|has more than) (\d+) rows.*$/, 'a plus de $1 lignes : découpez-le'],
  [
    /^(.*)would unpack to more than (\d+) times its size(.*)$/,
    'grossirait plus de $2 fois en se dépliant : il n’est pas ouvert',
  ],
  [
    /^no file for the input (.+?): .+ names (.+)$/,
    'il manque un fichier ($1) : celui dont la première ligne nomme $2',
  ],
  [/^is not the input (.+?): its first line lacks (.+)$/, 'n’est pas « $1 » : il lui manque $2'],
  [
    /^the mapping wants this column, the file has none of that name(?:: did it mean (.+)\?)?$/,
    'la correspondance attend cette colonne, que le fichier n’a pas',
  ],
  [/^is no column of (\w+), and not read.*$/, 'n’est pas une colonne de $1 : elle n’est pas lue'],
  [/^says the same link as row (\d+) in other words$/, 'dit le même lien que la ligne $1, autrement'],
]

/** What the importer says, in the language of the interface; `isForeign` when it has no words for it there. */
export function said(sentence: string, language = locale()): { text: string; isForeign: boolean } {
  if (language !== 'fr') return { text: sentence, isForeign: false }
  for (const [pattern, french] of sentences)
    if (pattern.test(sentence)) return { text: sentence.replace(pattern, french), isForeign: false }
  return { text: sentence, isForeign: true }
}
