/**
 * Tokens of the meld language. The only place where Dutch keyword spellings occur:
 * everything behind the lexer speaks English. See README.md for keyword -> token -> syntax node.
 */
lexer grammar MeldLexer;

// Declarations
KW_USE            : 'gebruik' ;
KW_CONCEPT        : 'begrip' ;
KW_SOURCE         : 'bron' ;
KW_FRAMEWORK      : 'afwegingskader' ;
KW_NORM           : 'norm' ;
KW_MELDCODE       : 'meldcode' ;
KW_CASE           : 'casus' ;
KW_WAIVER         : 'ontheffing' ;
KW_ACCEPTANCE     : 'aanvaarding' ;
KW_PROJECT        : 'project' ;
KW_BASELINE       : 'basislijn' ;
KW_FORMAT         : 'formaat' ;

// Kinds of concepts
KW_FACT           : 'feit' ;
KW_CONSEQUENCE    : 'gevolg' ;
KW_STEP_FUNCTION  : 'stapfunctie' ;
KW_ROLE_KIND      : 'rolsoort' ;
KW_ACTION         : 'handeling' ;
KW_MATTER         : 'zaak' ;
KW_PARTY          : 'partij' ;
KW_CONCERNED      : 'betrokkene' ;
KW_POINT          : 'punt' ;
KW_GROUND         : 'grond' ;
KW_PROFESSION     : 'beroepsgroep' ;

// Attributes of concepts
KW_DEFINITION     : 'definitie' ;
KW_NATURE         : 'aard' ;
KW_DANGER         : 'gevaar' ;
KW_SUPPORT        : 'steun' ;
KW_NEUTRAL        : 'neutraal' ;
KW_CHANGEABLE     : 'veranderlijk' ;
KW_KNOWN          : 'bekend' ;
KW_EXCLUDES       : 'sluit' ;
KW_PROTECTS       : 'beschermt' ;
KW_YIELDS         : 'geeft' ;
KW_FALLS          : 'valt' ;
KW_UNDER          : 'onder' ;
KW_PHRASE         : 'zin' ;
KW_PLURAL         : 'meervoud' ;
KW_OUTDATED       : 'verouderd' ;
KW_SINCE          : 'sinds' ;
KW_NOW            : 'nu' ;

// Sectors: who must have a protocol, and who supervises
KW_SUPERVISION    : 'toezicht' ;

// Sources of law
KW_BWB            : 'bwb' ;
KW_STATE          : 'toestand' ;
KW_READ           : 'gelezen' ;
KW_EXCERPT        : 'aangehaald' ;
KW_RECONSTRUCTED  : 'gereconstrueerd' ;
KW_RECALLED       : 'onbevestigd' ;
KW_CHECKED        : 'gecontroleerd' ;
KW_LINK           : 'link' ;
KW_ARTICLE        : 'artikel' ;
KW_PARAGRAPH      : 'lid' ;
KW_SUBPART        : 'onderdeel' ;
KW_PAGE           : 'bladzijde' ;
KW_LAPSED         : 'vervallen' ;
KW_PER            : 'per' ;
KW_OUTLOOK        : 'vooruitblik' ;

// Units and their header
KW_KIND           : 'soort' ;
KW_FRAME          : 'kader' ;
KW_TEMPLATE       : 'sjabloon' ;
KW_FOLLOWS        : 'volgt' ;
KW_ORGANISATION   : 'organisatie' ;
KW_COMPETENT      : 'bevoegd' ;
KW_AUTHORITY      : 'gezag' ;
KW_SECTOR         : 'sector' ;
KW_ADOPTED        : 'vastgesteld' ;
KW_CONSENT        : 'instemming' ;
KW_VALID          : 'geldig' ;
KW_AUTHORISED     : 'meldingsbevoegd' ;
KW_UNKNOWN        : 'onbekend' ;
KW_WORKS          : 'werkt' ;
KW_ENCODED        : 'gecodeerd' ;
KW_REREAD         : 'herlezen' ;
KW_ABSENT         : 'ontbreekt' ;
KW_SOUGHT         : 'gezocht' ;
KW_ADHERES        : 'hanteert' ;
KW_VERSION        : 'versie' ;

// Roles, contacts, systems
KW_ROLE           : 'rol' ;
KW_PERSON         : 'persoon' ;
KW_BE             : 'zijn' ;
KW_CONTACT        : 'contact' ;
KW_PHONE          : 'telefoon' ;
KW_ADDRESS        : 'adres' ;
KW_WEBSITE        : 'website' ;
KW_SYSTEM         : 'systeem' ;

// Decisions and steps
KW_DECISION       : 'beslissing' ;
KW_OWNER          : 'eindverantwoordelijk' ;
KW_DECIDER        : 'beslisser' ;
KW_REPORTER       : 'melder' ;
KW_BEHALF         : 'namens' ;
KW_STEP           : 'stap' ;
KW_LEGAL          : 'wettelijke' ;
KW_PERFORMER      : 'uitvoerder' ;
KW_CONSULTS       : 'raadpleegt' ;
KW_DUTY           : 'taak' ;
KW_MUST           : 'moet' ;
KW_MAY            : 'mag' ;
KW_DIRECTLY       : 'direct' ;
KW_WITHIN         : 'binnen' ;
KW_HOURS          : 'uur' ;
KW_DAYS           : 'dagen' | 'dag' ;
KW_WORKING_DAYS   : 'werkdagen' | 'werkdag' ;
KW_WEEKS          : 'weken' | 'week' ;
KW_AGREED         : 'afgesproken' ;
KW_BETWEEN        : 'tussen' ;
KW_OTHERWISE      : 'anders' ;
KW_UNLESS         : 'tenzij' ;
KW_ORDER          : 'volgorde' ;
KW_NOT_UNTIL      : 'pas' ;
KW_BACK           : 'terug' ;
KW_EXPLANATION    : 'uitleg' ;

// Questions, promises, routes
KW_QUESTION       : 'vraag' ;
KW_ANSWER         : 'antwoord' ;
KW_RESTS          : 'rust' ;
KW_FURTHER        : 'verder' ;
KW_WAIT           : 'wacht' ;
KW_NEW            : 'nieuw' ;
KW_END            : 'einde' ;
KW_COUNTS         : 'telt' ;
KW_MELDNORM       : 'meldnorm' ;
KW_ROUTE          : 'route' ;
KW_CHOICE         : 'keuze' ;
KW_PERHAPS        : 'misschien' ;

// Exceptions, topics, other statements
KW_EXCEPTION      : 'uitzondering' ;
KW_GROUNDS        : 'gronden' ;
KW_THESE          : 'deze' ;
KW_LATER          : 'later' ;
KW_TOPIC          : 'onderwerp' ;
KW_APPLICATION    : 'toepassing' ;
KW_BECAUSE        : 'omdat' ;
KW_THRESHOLD      : 'drempel' ;
KW_AGE            : 'leeftijd' ;
KW_AMBIGUOUS      : 'onduidelijk' ;
KW_READING        : 'lezing' ;
KW_STATED         : 'staat' ;
KW_LINE           : 'regel' ;
KW_HEADING        : 'kop' ;
KW_ALINEA         : 'alinea' ;
KW_DRAFT          : 'concept' ;
KW_LAPSES         : 'vervalt' ;
KW_REPLACE        : 'vervang' ;
KW_BLANK          : 'blanco' ;
KW_PERSONAL       : 'persoonsgegeven' ;
KW_REFERS         : 'verwijst' ;
KW_OPEN           : 'open' ;

// Norms
KW_LAYER          : 'laag' ;
KW_LAW            : 'wet' ;
KW_HOUSE          : 'huis' ;
KW_ADVICE         : 'advies' ;
KW_SECTORS        : 'sectoren' ;
KW_FRAMEWORKS     : 'kaders' ;
KW_HOLDS          : 'geldt' ;
KW_SILENCE        : 'zwijgen' ;
KW_VIOLATED       : 'geschonden' ;
KW_ACCEPTS        : 'aanvaardt' ;
KW_AT_MOST        : 'hoogstens' ;
KW_ERROR          : 'fout' ;
KW_WARNING        : 'waarschuwing' ;
KW_INFO           : 'info' ;
KW_REQUIRES       : 'eis' ;
KW_MESSAGE        : 'bericht' ;
KW_REMEDY         : 'herstel' ;
KW_ASK            : 'navraag' ;
KW_IF             : 'indien' ;
KW_HUMAN          : 'mens' ;
KW_JUDGES         : 'oordeelt' ;
KW_NOTE           : 'toelichting' ;
KW_REMARK         : 'opmerking' ;
KW_DUTCH          : 'nl' ;
KW_ALL            : 'alle' ;
KW_EXCEPT         : 'behalve' ;

// Requirements
KW_ALWAYS         : 'altijd' ;
KW_NEVER          : 'nooit' ;
KW_POSSIBLE       : 'mogelijk' ;
KW_LESS           : 'minder' ;
KW_MORE           : 'meer' ;
KW_STILL          : 'nog' ;
KW_AFTER          : 'na' ;
KW_THERE          : 'er' ;
KW_NONE           : 'geen' ;
KW_EXACTLY        : 'precies' ;
KW_AT_LEAST       : 'minstens' ;
KW_EACH           : 'elke' ;
KW_WHERE          : 'waarbij' ;
KW_HAS            : 'heeft' ;
KW_FINDING        : 'bevinding' ;
KW_THAN           : 'dan' ;

// Fields that only norms use
KW_FUNCTION       : 'functie' ;
KW_NAME           : 'naam' ;
KW_MODALITY       : 'modaliteit' ;
KW_CONDITION      : 'voorwaarde' ;
KW_DESCRIPTION    : 'omschrijving' ;
KW_CLOSED         : 'gesloten' ;
KW_RETURN         : 'terugkeer' ;
KW_PARTICIPANT    : 'deelnemer' ;
KW_CONSULTATION   : 'raadpleging' ;
KW_REFERENCE      : 'verwijzing' ;

// Coverage of the law by norms
KW_COVERAGE       : 'dekking' ;
KW_HOW            : 'hoe' ;
KW_TEXT           : 'tekst' ;
KW_CASES          : 'gevallen' ;

// Cases, waivers and acceptances
KW_EXPECTS        : 'verwacht' ;
KW_NOTHING        : 'niets' ;
KW_UNDETERMINED   : 'onbepaald' ;
KW_DEFERRED       : 'uitgesteld' ;
KW_REASON         : 'reden' ;
KW_DECIDED        : 'besloten' ;

// Words that glue statements together
KW_IS             : 'is' ;
KW_A              : 'een' ;
KW_AND            : 'en' ;
KW_OR             : 'of' ;
KW_NOT            : 'niet' ;
KW_YES            : 'ja' ;
KW_NO             : 'nee' ;
KW_DOUBT          : 'twijfel' ;
KW_AS             : 'als' ;
KW_WHEN           : 'bij' ;
KW_WITH           : 'met' ;
KW_TOGETHER       : 'samen' ;
KW_TOWARDS        : 'naar' ;
KW_TO             : 'aan' ;
KW_ABOUT          : 'over' ;
KW_IN             : 'in' ;
KW_ON             : 'op' ;
KW_OF             : 'van' ;
KW_OUT            : 'uit' ;
KW_UNTIL          : 'tot' ;
KW_BY             : 'door' ;
KW_FOR            : 'voor' | 'vóór' ;
KW_ONLY           : 'alleen' ;
KW_ALSO           : 'ook' ;

ARROW             : '=>' ;
LBRACE            : '{' ;
RBRACE            : '}' ;
LPAREN            : '(' ;
RPAREN            : ')' ;
COMMA             : ',' ;
DASH              : '-' ;

DATE              : [0-9]+ '-' [0-9]+ '-' [0-9]+ ;
NUMBER_REF        : [0-9]+ ( '.' [0-9]+ )+ [a-z]? | [0-9]+ [a-z] ;
INTEGER           : [0-9]+ ;
STRING            : '"' ~["\r\n]* '"' ;
/** A quote that is never closed on its line: told as such instead of as a heap of strange tokens. */
UNCLOSED_STRING   : '"' ~["\r\n]* ;
/** Latin letters, also with their accents as separate marks. Names in other scripts stand in quotes. */
IDENTIFIER        : LETTER ( LETTER | MARK | [0-9] )* ;
fragment LETTER   : [a-zA-Z_\u00AA\u00B5\u00BA\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u024F\u1E00-\u1EFF] ;
fragment MARK     : [\u0300-\u036F] ;

COMMENT           : '//' ~[\r\n]* -> channel(HIDDEN) ;
SPACE             : [ \t\r\n\u00A0\uFEFF]+ -> channel(HIDDEN) ;
UNKNOWN_CHARACTER : . ;
