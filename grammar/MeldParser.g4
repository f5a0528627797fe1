/**
 * Shape of the meld language. Labelled alternatives, no actions, no predicates.
 * Every block of a unit takes the same `statement`: which statement may stand in which block is
 * checked on the syntax tree, so that a misplaced one is told as such and parsing goes on.
 */
parser grammar MeldParser;
options { tokenVocab = MeldLexer; }

document : declaration* EOF ;

declaration
    : useDeclaration
    | conceptDeclaration
    | impliesDeclaration
    | sourceDeclaration
    | frameworkDeclaration
    | normDeclaration
    | coverageDeclaration
    | meldcodeDeclaration
    | caseDeclaration
    | waiverDeclaration
    | acceptanceDeclaration
    | projectDeclaration
    ;

// ---- names, lists, places -------------------------------------------------

/** A keyword may be a name when it stands in quotes. */
name       : IDENTIFIER | STRING ;
label      : STRING ;
identity   : IDENTIFIER | STRING | INTEGER | NUMBER_REF ;
names      : name ( COMMA name )* ;
nameGroup  : name ( KW_AND name )* ;
nameChoice : name ( KW_OR name )+ ;
answer     : KW_YES | KW_NO | KW_DOUBT ;
modality   : KW_MUST | KW_MAY KW_NOT? ;
unitKind   : KW_MELDCODE | KW_FRAME | KW_TEMPLATE ;
severity   : KW_ERROR | KW_WARNING | KW_INFO ;
period     : KW_OF from=DATE ( KW_UNTIL KW_AND KW_WITH until=DATE )? ;
lineRange  : first=INTEGER ( DASH last=INTEGER )? ;
lines      : KW_LINE lineRange ( COMMA lineRange )* ;
place      : KW_STATED KW_IN name? locator ;
locator    : lines | KW_HEADING label ( KW_ALINEA INTEGER )? ;
bilingual  : KW_DUTCH dutch=STRING KW_AND english=STRING ;

// ---- conditions over facts ------------------------------------------------

/** `en` binds closer than `of`, a word before a condition closer than both. */
condition     : conjunction ( KW_OR conjunction )* ;
conjunction   : conditionUnit ( KW_AND conditionUnit )* ;
conditionUnit
    : LPAREN condition RPAREN                   # conditionGroup
    | KW_NOT conditionUnit                      # conditionNot
    | KW_PERHAPS conditionUnit                  # conditionPerhaps
    | KW_DOUBT ( KW_ABOUT conditionUnit )?      # conditionDoubt
    | KW_OPEN label                             # conditionOpenTerm
    | KW_CHOICE KW_OF name label?               # conditionChoice
    | name                                      # conditionFact
    ;

// ---- declarations of the library ------------------------------------------

useDeclaration : KW_USE STRING ;

conceptDeclaration
    : KW_CONCEPT name KW_IS conceptKind label? conceptBlock?
    ;
conceptBlock : LBRACE conceptItem* RBRACE ;

conceptKind
    : KW_FACT | KW_CONSEQUENCE | KW_STEP_FUNCTION | KW_ROLE_KIND | KW_ACTION | KW_MATTER | KW_TOPIC
    | KW_SECTOR | KW_PARTY | KW_CONCERNED | KW_POINT | KW_GROUND | KW_PROFESSION
    ;

conceptItem
    : KW_DEFINITION STRING                                          # conceptDefinition
    | KW_AND STRING                                                 # conceptEnglish
    | KW_NATURE ( KW_DANGER | KW_SUPPORT | KW_NEUTRAL )             # conceptNature
    | KW_CHANGEABLE                                                 # conceptChangeable
    | KW_LATER KW_KNOWN                                             # conceptKnownLater
    | KW_DIRECTLY                                                   # conceptUrgent
    | KW_EXCLUDES KW_OUT names                                      # conceptExcludes
    | KW_PROTECTS KW_MORE KW_THAN names                             # conceptProtects
    | KW_YIELDS result=name KW_WHEN object=name                     # conceptYields
    | KW_FALLS KW_UNDER names                                       # conceptFallsUnder
    | KW_CONSULTS                                                   # conceptConsults
    | KW_PHRASE ( answer bilingual
                | STRING ( COMMA STRING )* KW_PLURAL? ( KW_WHEN names )? )  # conceptPhrase
    | KW_AS answer STRING                                           # conceptClause
    | KW_OUTDATED KW_SINCE DATE ( KW_NOW name )?                    # conceptOutdated
    | KW_ALSO names                                                 # conceptAlso
    | KW_REQUIRES identity ( COMMA identity )*                      # conceptDuty
    | KW_COMPETENT KW_AUTHORITY bilingual                           # conceptAuthority
    | KW_SUPERVISION supervision                                    # conceptSupervision
    | KW_FOLLOWS ( name ( KW_BECAUSE bilingual )? | KW_NOTHING KW_BECAUSE bilingual )  # conceptModel
    | KW_NOTE bilingual                                             # conceptNote
    ;

/** Who supervises a sector, on what ground, when, and how that is known. */
supervision
    : party=name ( KW_GROUND source=name sourcePart* )? period? textStatus? ( KW_BECAUSE bilingual )?
    ;

/** `altijd a => b`: a is never surer than b. */
impliesDeclaration : KW_ALWAYS literal ARROW literal ;
literal            : KW_NOT? name ;

sourceDeclaration : KW_SOURCE name label? sourceBlock ;
sourceBlock       : LBRACE sourceItem* RBRACE ;

sourceItem
    : KW_BWB name                                   # sourceBwb
    | KW_KIND sourceKindWord                        # sourceKind
    | KW_STATE DATE textStatus                      # sourceState
    | KW_CHECKED KW_UNTIL KW_AND KW_WITH DATE       # sourceChecked
    | KW_LAPSED KW_PER DATE ( KW_NOW name )?        # sourceLapsed
    | KW_LINK STRING                                # sourceLink
    | KW_NOTE STRING                                # sourceNote
    | KW_OUTLOOK outlook                            # sourceOutlook
    ;
/** What may change: since when that is known, until when when it is over, and what it touches. */
outlook
    : period textStatus ( KW_EXPECTS DATE )? ( KW_ABOUT identity ( COMMA identity )* )? ( KW_FOR names )? bilingual
    ;
sourceKindWord : name | KW_LAW | KW_NORM | KW_FRAMEWORK | KW_ADVICE ;
textStatus : KW_READ | KW_EXCERPT | KW_RECONSTRUCTED | KW_RECALLED ;

frameworkDeclaration : KW_FRAMEWORK name label? block ;

// ---- norms ----------------------------------------------------------------

normDeclaration : KW_NORM identity label? normBlock ;
normBlock       : LBRACE normItem* RBRACE ;

normItem
    : KW_LAYER ( KW_LAW | KW_NORM | KW_HOUSE | KW_ADVICE )                   # normLayer
    | KW_GROUND name sourcePart* period? textStatus? ( KW_FOR names )?        # normGround
    | KW_SECTORS ( KW_ALL ( KW_EXCEPT names )? | names )                     # normSectors
    | KW_FRAMEWORKS ( KW_ALL ( KW_EXCEPT names )? | names )                  # normFrameworks
    | KW_HOLDS KW_FOR unitKind ( COMMA unitKind )*                           # normUnitKinds
    | KW_WHEN KW_SILENCE ( KW_VIOLATED | KW_OPEN )                           # normSilence
    | KW_ACCEPTS KW_NOT KW_OF KW_APPLICATION KW_FOR name                     # normAccepts
    | KW_AT_MOST ( KW_OPEN ( KW_FOR name )? | KW_WARNING | KW_INFO )         # normCap
    | KW_IF fieldCondition                                                   # normIf
    | KW_REQUIRES requirementCap? requirements ( KW_MESSAGE bilingual )?     # normRequires
    | KW_REMARK KW_AS requirements KW_MESSAGE bilingual                      # normRemark
    | KW_MESSAGE bilingual                                                   # normMessage
    | KW_REMEDY bilingual                                                    # normRemedy
    | KW_ASK bilingual                                                       # normAsk
    | KW_NOTE bilingual                                                      # normNote
    ;

sourcePart
    : KW_ARTICLE ( INTEGER | NUMBER_REF | name )
    | KW_PARAGRAPH ( INTEGER | NUMBER_REF )
    | KW_SUBPART ( name | INTEGER | NUMBER_REF )
    | KW_PAGE INTEGER
    | label
    ;

/** How far this part of a norm may accuse. */
requirementCap : KW_AT_MOST ( KW_OPEN ( KW_FOR name )? | KW_WARNING | KW_INFO ) ;

/** One of them is enough. */
requirements : requirement ( KW_OR requirement )* ;

requirement
    : KW_ALWAYS goal ( KW_WHEN condition )? alsoInDoubt?                         # requireAlways
    | KW_NEVER ( KW_LESS goal KW_WHEN KW_MORE names
               | goal ( KW_WHEN condition )? alsoInDoubt? )                      # requireNever
    | KW_POSSIBLE goal ( KW_WHEN condition )? alsoInDoubt?                       # requirePossible
    | KW_AFTER goal KW_STILL KW_POSSIBLE goal                                    # requireAfter
    | KW_THERE KW_IS quantity tableKind ( KW_WHERE fieldCondition )?             # requireCount
    | KW_EACH tableKind ( KW_WHERE fieldCondition )? KW_HAS fieldCondition       # requireEach
    | KW_NONE KW_FINDING name                                                    # requireNoFinding
    | KW_HUMAN KW_JUDGES                                                         # requireHuman
    ;

/** A requirement alone, as `meldc prove` takes it. */
loneRequirement : requirements EOF ;

alsoInDoubt : KW_ALSO KW_WHEN KW_DOUBT ;
quantity    : KW_NONE | KW_A | KW_EXACTLY INTEGER | KW_AT_LEAST INTEGER | KW_AT_MOST INTEGER ;

goal            : goalConjunction ( KW_OR goalConjunction )* ;
goalConjunction : goalUnit ( KW_AND goalUnit )* ;
goalUnit
    : LPAREN goal RPAREN    # goalGroup
    | KW_NOT goalUnit       # goalNot
    | KW_MAY name           # goalMay
    | name                  # goalMust
    ;

tableKind
    : KW_MELDCODE | KW_ROLE | KW_STEP | KW_DUTY | KW_QUESTION | KW_MELDNORM | KW_ROUTE | KW_DECISION
    | KW_EXCEPTION | KW_TOPIC | KW_CONTACT | KW_SYSTEM | KW_CONSULTATION | KW_FRAMEWORK | KW_AGE
    | KW_BLANK | KW_POINT | KW_REFERENCE
    ;

fieldCondition   : fieldConjunction ( KW_OR fieldConjunction )* ;
fieldConjunction : fieldUnit ( KW_AND fieldUnit )* ;
fieldUnit
    : LPAREN fieldCondition RPAREN                  # fieldGroup
    | KW_NOT fieldUnit                              # fieldNot
    | KW_MODALITY ( KW_AT_LEAST modality | fieldRest )?  # fieldModality
    | field fieldRest?                              # fieldTest
    ;
fieldRest
    : KW_IS fieldValue
    | KW_ONLY KW_OUT LBRACE fieldValues RBRACE
    | KW_ABSENT
    | KW_OTHERWISE KW_THAN field
    ;

fieldValues : fieldValue ( COMMA fieldValue )* ;
fieldValue  : name | INTEGER | modality | unitKind | KW_YES | KW_NO | KW_UNKNOWN | KW_DOUBT | KW_OPEN ;

/** Which kind has which fields is a table of the model; see the reference for authors. */
field
    : KW_NAME | KW_KIND | KW_SECTOR | KW_FUNCTION | KW_PERFORMER | KW_PARTICIPANT | KW_CONSULTS | KW_OWNER
    | KW_DECIDER | KW_REPORTER | KW_ROLE | KW_ACTION | KW_MATTER | KW_WITH | KW_TO | KW_SYSTEM | KW_CONDITION
    | KW_DIRECTLY | KW_STEP | KW_TOPIC | KW_DECISION | KW_CONSEQUENCE | KW_GROUND | KW_CLOSED | KW_LATER
    | KW_DESCRIPTION | KW_PHONE | KW_ADOPTED | KW_AUTHORITY | KW_VALID | KW_AUTHORISED | KW_WORKS | KW_FRAMEWORK | KW_FRAME
    | KW_VERSION | KW_APPLICATION | KW_POINT | KW_RETURN | KW_ABOUT | KW_CHOICE | KW_THRESHOLD | KW_DUTY
    | KW_CONSENT | KW_OF | KW_UNTIL | KW_EXCEPTION | KW_ROUTE | KW_BEHALF | KW_SOURCE | KW_STATE | KW_OUTDATED
    ;

// ---- coverage -------------------------------------------------------------

/** Which norms ask what an article demands, and how a verdict on it is reached. */
coverageDeclaration : KW_COVERAGE name sourcePart* coverageBlock ;
coverageBlock       : LBRACE coverageItem* RBRACE ;

coverageItem
    : period                                                                 # coveragePeriod
    | KW_UNTIL KW_AND KW_WITH DATE                                           # coverageUntil
    | KW_BY identity ( COMMA identity )* KW_HOW coverageHow ( COMMA coverageHow )*
          ( KW_BECAUSE bilingual )?                                          # coverageNorms
    | KW_NOT KW_BECAUSE bilingual                                            # coverageNone
    ;
coverageHow : KW_TEXT | KW_CASES | KW_HUMAN ;

// ---- units ----------------------------------------------------------------

/** A title is due; that it is absent is told on the syntax tree, so that the block is still read. */
meldcodeDeclaration : KW_MELDCODE name label? block ;

block : LBRACE statement* RBRACE ;

statement
    : KW_DRAFT statement                                                            # draftStatement
    | KW_REPLACE statement                                                          # replaceStatement
    | KW_LAPSES lapseTarget place*                                                  # lapseStatement
    | KW_KIND unitKind                                                              # kindStatement
    | KW_FOLLOWS name                                                               # followsStatement
    | KW_ORGANISATION STRING place*                                                 # organisationStatement
    | KW_COMPETENT KW_AUTHORITY STRING place*                                       # authorityStatement
    | KW_SECTOR names place*                                                        # sectorStatement
    | KW_PROFESSION names place*                                                    # professionStatement
    | KW_ADOPTED DATE ( KW_BY STRING )? place*                                      # adoptedStatement
    | KW_CONSENT STRING DATE? place*                                                # consentStatement
    | KW_VALID period place*                                                        # validStatement
    | KW_AUTHORISED ( KW_YES | KW_NO | KW_UNKNOWN ) place*                          # authorisedStatement
    | KW_WORKS KW_WITH names place*                                                 # worksStatement
    | KW_VERSION STRING place*                                                      # versionStatement
    | KW_SOURCE name STRING                                                         # documentStatement
    | KW_READ name? lines                                                           # readStatement
    | KW_ENCODED KW_BY STRING KW_ON DATE                                            # encodedStatement
    | KW_REREAD KW_BY STRING KW_ON DATE                                             # rereadStatement
    | KW_ABSENT absentTarget KW_SOUGHT KW_IN name? lines?                           # absentStatement
    | KW_ADHERES identity ( KW_AS severity )?                                       # adheresStatement
    | KW_ROLE name label? inSentence? ( KW_ALSO STRING ( COMMA STRING )* )? KW_IS names place* # roleStatement
    | KW_A KW_PERSON modality KW_BE nameGroup place*                                # personStatement
    | KW_CONTACT name label? contactPart* place*                                    # contactStatement
    | KW_SYSTEM name label? inSentence? ( KW_ONLY KW_FOR names )? place*            # systemStatement
    | KW_DECISION ( KW_A KW_OF )? names label? place* block                         # decisionStatement
    | KW_OWNER performer place*                                                     # ownerStatement
    | KW_DECIDER performer place*                                                   # deciderStatement
    | KW_REPORTER performer ( KW_BEHALF KW_ORGANISATION )? place*                   # reporterStatement
    | KW_STEP identity label? place* block                                          # stepStatement
    | KW_LEGAL KW_STEP names place*                                                 # functionStatement
    | KW_ORDER ( KW_NOT_UNTIL KW_AFTER | KW_FOR ) KW_STEP identity place*           # orderStatement
    | KW_PERFORMER performer place*                                                 # performerStatement
    | KW_TOGETHER KW_WITH modality? names ( KW_WHEN condition )? place*             # participantStatement
    | KW_CONSULTS modality? ( KW_A KW_OF )? names ( KW_WHEN condition )? place*     # consultsStatement
    | KW_DUTY performer modality timing? name ( names | nameChoice )? dutyPart* place* # dutyStatement
    | KW_QUESTION identity label? place* block                                      # questionStatement
    | KW_ANSWER KW_YES KW_AS condition place*                                       # answerStatement
    | KW_RESTS KW_ON KW_STEP lineRange ( COMMA lineRange )* place*                  # restsStatement
    | KW_WHEN answer edgePart ( COMMA edgePart )* place*                            # edgeStatement
    | KW_FRAMEWORK ( ( KW_OF name )? place* block
                   | KW_OPEN label ( KW_OUT names )? place* )                       # frameworkStatement
    | KW_COUNTS name KW_AS name place*                                              # countsStatement
    | KW_MELDNORM identity label? place* block                                      # meldnormStatement
    | modality names KW_WHEN condition place*                                       # promiseStatement
    | KW_ROUTE identity label? ( KW_WHEN condition )? place* block                  # routeStatement
    | KW_EXCEPTION KW_ON name label? place* block                                   # exceptionStatement
    | KW_GROUND ( names | KW_OPEN label ) place*                                    # groundStatement
    | KW_ONLY KW_THESE KW_GROUNDS place*                                            # closedStatement
    | KW_LATER KW_STILL place*                                                      # laterStatement
    | KW_TOPIC name label? ( KW_NOT KW_OF KW_APPLICATION KW_BECAUSE STRING place*
                           | place* block )                                         # topicStatement
    | KW_POINT name label? place*                                                   # pointStatement
    | KW_THRESHOLD ( name | KW_OPEN label ) place*                                  # thresholdStatement
    | KW_AGE KW_OF INTEGER ( KW_UNTIL INTEGER )? nameGroup ( KW_ABOUT name )? place* # ageStatement
    | KW_EXPLANATION ( KW_OUT )? STRING place*                                      # explanationStatement
    | KW_AMBIGUOUS label? place* readingBlock                                       # ambiguousStatement
    | KW_BLANK blankSlot? label place*                                              # blankStatement
    | KW_PERSONAL label place*                                                      # personalStatement
    | KW_REFERS KW_TOWARDS name sourcePart* ( KW_STATE DATE )? place*               # refersStatement
    ;

readingBlock : LBRACE reading* RBRACE ;
reading      : KW_READING label? place* block ;
lapseTarget  : lapsePart lapseInner* ;
lapsePart
    : ( KW_STEP | KW_QUESTION | KW_MELDNORM | KW_ROUTE | KW_ROLE | KW_CONTACT | KW_SYSTEM | KW_TOPIC | KW_EXCEPTION KW_ON?
      | KW_DECISION | KW_POINT | KW_BLANK | KW_ADHERES ) identity
    | KW_DUTY name name
    | KW_EXPLANATION label?
    | KW_AGE
    | KW_REFERS KW_TOWARDS name sourcePart*
    | KW_A KW_PERSON modality? KW_BE nameGroup
    ;
/** Only what stands inside something else: the next statement must not be read as a part of the path. */
lapseInner
    : ( KW_QUESTION | KW_ROUTE | KW_TOPIC | KW_EXCEPTION KW_ON? | KW_DECISION | KW_POINT ) identity
    | KW_DUTY name name
    ;
/** How a name stands in a sentence: with its article, or none; and whether it is a plural. */
inSentence   : KW_PHRASE STRING KW_PLURAL? ;
/** Where a lower level fills the blank in; or a name, by which it can be left out. */
blankSlot
    : KW_ORGANISATION | KW_AUTHORITY | KW_ADOPTED | KW_CONSENT | KW_VALID | KW_AUTHORISED | KW_VERSION | KW_FRAMEWORK | KW_AGE
    | ( KW_STEP | KW_QUESTION | KW_MELDNORM | KW_ROUTE | KW_ROLE | KW_CONTACT | KW_SYSTEM | KW_TOPIC | KW_EXCEPTION KW_ON
      | KW_DECISION ) identity
    | name
    ;
absentTarget : tableKind name? | KW_OWNER name | KW_REPORTER | KW_AUTHORITY | KW_ADOPTED ;
contactPart  : ( KW_PHONE | KW_ADDRESS | KW_WEBSITE ) STRING ;

performer
    : name ( ( KW_OR | KW_AND ) name )* ( COMMA KW_OTHERWISE name )?    # performerNames
    | KW_AGREED KW_BETWEEN nameGroup                                    # performerAgreed
    | KW_OPEN label                                                     # performerOpen
    ;

timing
    : KW_DIRECTLY
    | KW_WITHIN INTEGER ( KW_HOURS | KW_DAYS | KW_WORKING_DAYS | KW_WEEKS )
    ;

dutyPart
    : KW_IN name ( KW_OR name )*            # dutyIn
    | KW_WITH ( nameGroup | nameChoice )    # dutyWith
    | KW_TO ( nameGroup | nameChoice )      # dutyTo
    | KW_ABOUT nameGroup                    # dutyAbout
    | KW_BEHALF ( name | KW_ORGANISATION )  # dutyBehalf
    | KW_WHEN condition                     # dutyWhen
    | KW_UNLESS condition                   # dutyUnless
    | KW_FOR KW_STEP identity               # dutyBefore
    | KW_NOT_UNTIL KW_AFTER KW_STEP identity # dutyAfter
    | KW_BACK KW_TOWARDS KW_QUESTION identity # dutyReturn
    | KW_OPEN label                         # dutyOpen
    ;

edgePart
    : modality? name                                                                # edgeConsequence
    | ( KW_FURTHER KW_WITH )? KW_QUESTION identity ( KW_TOGETHER KW_WITH nameGroup )? # edgeQuestion
    | KW_TOWARDS KW_STEP identity                                                   # edgeStep
    | KW_WAIT KW_ON KW_NEW KW_ANSWER                                                # edgeWait
    | KW_END                                                                        # edgeEnd
    | KW_OPEN label                                                                 # edgeOpen
    ;

// ---- cases, waivers and acceptances ---------------------------------------

caseDeclaration : KW_CASE label ( KW_FOR name )? caseBlock ;
caseBlock       : LBRACE caseItem* RBRACE ;

caseItem
    : KW_LATER? answer names                                    # caseFacts
    | KW_EXPECTS KW_EXACTLY? expectation ( COMMA expectation )* # caseExpects
    | KW_DRAFT                                                  # caseDraft
    ;
expectation
    : modality? name    # expectConsequence
    | KW_NOTHING        # expectNothing
    | KW_UNDETERMINED   # expectUndetermined
    | KW_DEFERRED       # expectDeferred
    ;

waiverDeclaration : KW_WAIVER identity KW_FOR name waiverBlock ;
waiverBlock       : LBRACE waiverItem* RBRACE ;
waiverItem
    : KW_REASON STRING                      # waiverReason
    | KW_DECIDED KW_BY STRING KW_ON DATE    # waiverDecided
    | KW_VALID ( period | KW_UNTIL KW_AND KW_WITH DATE ) # waiverValid
    ;

/** A weakening between two versions that was decided on: which cases, why, by whom, until when. */
acceptanceDeclaration : KW_ACCEPTANCE label? KW_FOR name acceptanceBlock ;
acceptanceBlock       : LBRACE acceptanceItem* RBRACE ;
acceptanceItem
    : KW_LESS names ( KW_WHEN condition )?                # acceptanceLess
    | KW_UNDETERMINED ( KW_WHEN condition )?              # acceptanceUndetermined
    | KW_REASON STRING                                    # acceptanceReason
    | KW_DECIDED KW_BY STRING KW_ON DATE                  # acceptanceDecided
    | KW_VALID KW_UNTIL KW_AND KW_WITH DATE               # acceptanceValid
    ;

/** How a repository wants its protocols checked; in a file of its own, project.meld. */
projectDeclaration : KW_PROJECT projectBlock ;
projectBlock       : LBRACE projectItem* RBRACE ;
projectItem
    : KW_SECTOR name                                        # projectSector
    | KW_PER DATE                                           # projectDate
    | KW_BASELINE STRING                                    # projectBaseline
    | KW_ERROR KW_WHEN severity                             # projectFailOn
    | KW_FORMAT projectFormat ( COMMA projectFormat )*      # projectFormats
    ;
projectFormat : name STRING? ;
