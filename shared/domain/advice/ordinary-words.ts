// Names that are words as well. Data, without accents, in small letters.

/** Words that a text may hold without meaning a person of that name. */
export const ordinaryWords: ReadonlySet<string> = new Set(
  `able abbot angel archer ash august autumn baker ball banks bank barber barn bay beach bean bell berg bill bird bishop
  black blanc blank block blue board bold bond book booth bow brand branch bridge bright broad brook brown buck
  bull burn bush butler cannon card carpenter carter case cash castle chance chase church clay clean clear clerk close
  cloud coal cole cook cooper corner court cross crow curry dale daily dark dawn day deal dean dear dee drew drop duke
  earl east easter english ever fair faith fall farmer fast field fields finder fine fish fisher flag flint flood flowers
  foot ford forest foster fox frank free freeman french friend frost fuchs gardener garland gates gate glass gold good
  gray green grey grace grant graves ground guard guide gross hale hall hand hard hardy hart harvest hawk hazel heath
  heard herb hill hirsch holder holiday holly hood hope horn house hunt hunter ivy iris jack jade jewel joy judge junior
  just kaiser keen key kind king kirsch klein knight koch konig krause kurz lake lamb lance land lane lang large last law
  lawless lee leigh lien light lily linden little lock long lord love luck lund major mann manual march marc mark marks
  marsh marshal martin mason master max may mayor mercy miles mill miller mills mine mint moon moor moore more morning
  moss mount neumann new newman nice noble noll north norm nova nurse oak oliver olive page pages paint palmer park parks
  parson patience paul peace peer penny pepper perle peters petit pike piper plum point pole pond pool poole pope porter
  post potter pound power powers precious price prince prior proctor prudence queen quick rain ray read reed reeves
  regal reich reiter rich rider ring rise rivers road rock rose ross roth round rowan rule ruler rush rusty sage sand
  sands savage saint sawyer schwarz scope sea seal self senior sergeant service sharp shaw shepherd short silver singer
  singh skill small smart smith snow sommer song south spring stark star steele sterling stern stevens still stock stone
  storm story street strong sue summer summers swan sweet swift tail tanner taylor teller temple test thorn tiller tower
  town trees true trust turner usher vale vane vogel victor violet virtue wade wage wales walker wall walls ward warden
  waters way weaver webb weber weeks weiss well wells west wheat wheeler white wild will wills win wing winter winters
  wise wolf wolff wood woods worth wren wright yard yates young
  cliff sky robin art pat chip gene blaze christian german holland england paris sydney florence victoria chelsea austin
  jordan kent lincoln washington london berlin hamburg frankfurt minor sample check ledger register driver marker reader
  trainer carrier chambers constable bridges brooks burns childs early friday monday sunday gut root steward claim gap log
  england scholar sender speaker finder founder spring pilot patch score trial noon van base data model ada`.split(
    /\s+/,
  ),
);

/** Names that are months as well. */
export const months: ReadonlySet<string> = new Set([
  'april',
  'may',
  'june',
  'july',
  'august',
  'march',
  'mai',
  'juni',
  'juli',
]);
