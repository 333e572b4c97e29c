#include "extraction/lexicon.h"

const QmLexeme qm_lexemes_en[] = {
  { "more than|over|above|at least|greater than|exceeding|upwards of|well over|just over|in excess "
    "of|a minimum of|north of|topped|topping|exceeded|exceeds|higher than|no less than|no fewer "
    "than|not less than|beyond|surpassing|surpassed",
    QM_ROLE_OVER, 0, NULL },
  { "less than|under|below|up to|just under|fewer than|at most|well under|a maximum of|no more "
    "than|not more than|lower than|as many as|as much as|as high as|short of|shy of|just short "
    "of|just shy of|within",
    QM_ROLE_UNDER, 0, NULL },
  { "about|around|roughly|approximately|approx|approx .|nearly|almost|some|close to|circa|an "
    "estimated|estimated|near|nearer|somewhere around|in the region of|or so|more or "
    "less|virtually|"
    "give or take|on the order of|averaged|ca .",
    QM_ROLE_ABOUT, 0, NULL },
  { "or more|or above|or higher|or older|or longer|or greater|or over|and over|and above|and up|"
    "plus|at least",
    QM_ROLE_OR_OVER, 0, NULL },
  { "or less|or fewer|or below|or under|or lower|or younger|or shorter|at most", QM_ROLE_OR_UNDER,
    0, NULL },

  { "one", QM_ROLE_NUMBER, 1, NULL },
  { "two", QM_ROLE_NUMBER, 2, NULL },
  { "three", QM_ROLE_NUMBER, 3, NULL },
  { "four", QM_ROLE_NUMBER, 4, NULL },
  { "five", QM_ROLE_NUMBER, 5, NULL },
  { "six", QM_ROLE_NUMBER, 6, NULL },
  { "seven", QM_ROLE_NUMBER, 7, NULL },
  { "eight", QM_ROLE_NUMBER, 8, NULL },
  { "nine", QM_ROLE_NUMBER, 9, NULL },
  { "ten", QM_ROLE_NUMBER, 10, NULL },
  { "eleven", QM_ROLE_NUMBER, 11, NULL },
  { "twelve", QM_ROLE_NUMBER, 12, NULL },
  { "thirteen", QM_ROLE_NUMBER, 13, NULL },
  { "fourteen", QM_ROLE_NUMBER, 14, NULL },
  { "fifteen", QM_ROLE_NUMBER, 15, NULL },
  { "sixteen", QM_ROLE_NUMBER, 16, NULL },
  { "seventeen", QM_ROLE_NUMBER, 17, NULL },
  { "eighteen", QM_ROLE_NUMBER, 18, NULL },
  { "nineteen", QM_ROLE_NUMBER, 19, NULL },
  { "twenty", QM_ROLE_NUMBER, 20, NULL },
  { "thirty", QM_ROLE_NUMBER, 30, NULL },
  { "forty", QM_ROLE_NUMBER, 40, NULL },
  { "fifty", QM_ROLE_NUMBER, 50, NULL },
  { "sixty", QM_ROLE_NUMBER, 60, NULL },
  { "seventy", QM_ROLE_NUMBER, 70, NULL },
  { "eighty", QM_ROLE_NUMBER, 80, NULL },
  { "ninety", QM_ROLE_NUMBER, 90, NULL },
  { "hundred", QM_ROLE_MULTIPLY, 100, NULL },
  { "dozen", QM_ROLE_MULTIPLY, 12, NULL },
  { "thousand|k", QM_ROLE_SCALE, 1e3, NULL },
  { "million|millions|mn|mln|mio", QM_ROLE_SCALE, 1e6, NULL },
  { "billion|billions|bn|bln|b", QM_ROLE_SCALE, 1e9, NULL },
  { "trillion|tn|trn", QM_ROLE_SCALE, 1e12, NULL },
  { "quadrillion", QM_ROLE_SCALE, 1e15, NULL },
  { "and", QM_ROLE_AND, 0, NULL },
  { "and a half|- and - a - half", QM_ROLE_HALF_MORE, 0.5, NULL },
  { "and a quarter", QM_ROLE_HALF_MORE, 0.25, NULL },
  { "and three quarters", QM_ROLE_HALF_MORE, 0.75, NULL },
  { "half|halves", QM_ROLE_PART, 1.0 / 2, NULL },
  { "third|thirds", QM_ROLE_PART, 1.0 / 3, NULL },
  { "quarter|quarters|fourth|fourths", QM_ROLE_PART, 1.0 / 4, NULL },
  { "fifth|fifths", QM_ROLE_PART, 1.0 / 5, NULL },
  { "sixth|sixths", QM_ROLE_PART, 1.0 / 6, NULL },
  { "eighth|eighths", QM_ROLE_PART, 1.0 / 8, NULL },
  { "tenth|tenths", QM_ROLE_PART, 1.0 / 10, NULL },
  { "half of|half the number of|half the|half its|half their|half our|half his|half her",
    QM_ROLE_PART_OF, 1.0 / 2, NULL },
  { "by half|in half", QM_ROLE_PART_OF, 1.0 / 2, NULL },
  { "a third of", QM_ROLE_PART_OF, 1.0 / 3, NULL },
  { "a quarter of", QM_ROLE_PART_OF, 1.0 / 4, NULL },
  { "a fifth of", QM_ROLE_PART_OF, 1.0 / 5, NULL },
  { "a sixth of", QM_ROLE_PART_OF, 1.0 / 6, NULL },
  { "an eighth of", QM_ROLE_PART_OF, 1.0 / 8, NULL },
  { "a tenth of", QM_ROLE_PART_OF, 1.0 / 10, NULL },
  { "dozens of|dozens", QM_ROLE_MANY, 12, NULL },
  { "hundreds of|hundreds|several hundred|a few hundred", QM_ROLE_MANY, 1e2, NULL },
  { "thousands of|several thousand|a few thousand", QM_ROLE_MANY, 1e3, NULL },
  { "tens of thousands of|tens of thousands", QM_ROLE_MANY, 1e4, NULL },
  { "hundreds of thousands of|hundreds of thousands", QM_ROLE_MANY, 1e5, NULL },
  { "millions of|several million|a few million", QM_ROLE_MANY, 1e6, NULL },
  { "tens of millions of|tens of millions", QM_ROLE_MANY, 1e7, NULL },
  { "hundreds of millions of|hundreds of millions", QM_ROLE_MANY, 1e8, NULL },
  { "billions of|several billion|a few billion", QM_ROLE_MANY, 1e9, NULL },
  { "tens of billions of", QM_ROLE_MANY, 1e10, NULL },
  { "hundreds of billions of", QM_ROLE_MANY, 1e11, NULL },
  { "trillions of", QM_ROLE_MANY, 1e12, NULL },
  { "a|an", QM_ROLE_ARTICLE, 0, NULL },
  { "twice as many|twice as much|twice as high|twice as large|twice that of|twice "
    "the|double|doubled|double "
    "the|double that of",
    QM_ROLE_TIMES, 2, NULL },
  { "tripled|trebled|triple the", QM_ROLE_TIMES, 3, NULL },
  { "quadrupled", QM_ROLE_TIMES, 4, NULL },
  { "halved", QM_ROLE_TIMES, 0.5, NULL },
  { "twofold|two - fold", QM_ROLE_TIMES, 2, NULL },
  { "threefold|three - fold", QM_ROLE_TIMES, 3, NULL },
  { "fourfold|four - fold", QM_ROLE_TIMES, 4, NULL },
  { "fivefold|five - fold", QM_ROLE_TIMES, 5, NULL },
  { "sixfold|six - fold", QM_ROLE_TIMES, 6, NULL },
  { "sevenfold|seven - fold", QM_ROLE_TIMES, 7, NULL },
  { "eightfold|eight - fold", QM_ROLE_TIMES, 8, NULL },
  { "ninefold|nine - fold", QM_ROLE_TIMES, 9, NULL },
  { "tenfold|ten - fold", QM_ROLE_TIMES, 10, NULL },

  { "percent|per cent|pc|pct", QM_ROLE_UNIT, 0, "percent" },
  { "percentage point|percentage points|percentage - point", QM_ROLE_UNIT, 0, "percentage-points" },
  { "basis point|basis points|basis - point", QM_ROLE_UNIT, 0, "permyriad" },
  { "times|fold", QM_ROLE_UNIT, 0, "times" },
  { "kilometer|kilometers|kilometre|kilometres", QM_ROLE_UNIT, 0, "kilometer" },
  { "kilometers per hour|kilometres per hour", QM_ROLE_UNIT, 0, "kilometer-per-hour" },
  { "meter|meters|metre|metres", QM_ROLE_UNIT, 0, "meter" },
  { "centimeter|centimeters|centimetre|centimetres", QM_ROLE_UNIT, 0, "centimeter" },
  { "millimeter|millimeters|millimetre|millimetres", QM_ROLE_UNIT, 0, "millimeter" },
  { "mile|miles", QM_ROLE_UNIT, 0, "mile" },
  { "yard|yards", QM_ROLE_UNIT, 0, "yard" },
  { "foot|feet", QM_ROLE_UNIT, 0, "foot" },
  { "in .", QM_ROLE_UNIT, 0, "inch" },
  { "square kilometer|square kilometers|square kilometre|square kilometres", QM_ROLE_UNIT, 0,
    "square-kilometer" },
  { "square meter|square meters|square metre|square metres", QM_ROLE_UNIT, 0, "square-meter" },
  { "square miles|square mile|sq miles|sq mi", QM_ROLE_UNIT, 0, "square-mile" },
  { "square feet|square foot|sq . ft|sq ft", QM_ROLE_UNIT, 0, "square-foot" },
  { "cubic meter|cubic meters|cubic metre|cubic metres", QM_ROLE_UNIT, 0, "cubic-meter" },
  { "hectare|hectares", QM_ROLE_UNIT, 0, "hectare" },
  { "acre|acres", QM_ROLE_UNIT, 0, "acre" },
  { "ton|tons", QM_ROLE_UNIT, 0, "ton" },
  { "tonne|tonnes|metric ton|metric tons", QM_ROLE_UNIT, 0, "metric-ton" },
  { "gigatonne|gigatonnes|gigatons", QM_ROLE_UNIT, 0, "gigatonne" },
  { "kilogram|kilograms|kilo|kilos", QM_ROLE_UNIT, 0, "kilogram" },
  { "gram|grams", QM_ROLE_UNIT, 0, "gram" },
  { "ounce|ounces", QM_ROLE_UNIT, 0, "ounce" },
  { "liter|liters|litre|litres", QM_ROLE_UNIT, 0, "liter" },
  { "gallon|gallons", QM_ROLE_UNIT, 0, "gallon" },
  { "barrel|barrels", QM_ROLE_UNIT, 0, "barrel" },
  { "watt|watts", QM_ROLE_UNIT, 0, "watt" },
  { "kilowatt|kilowatts", QM_ROLE_UNIT, 0, "kilowatt" },
  { "megawatt|megawatts", QM_ROLE_UNIT, 0, "megawatt" },
  { "gigawatt|gigawatts", QM_ROLE_UNIT, 0, "gigawatt" },
  { "terawatt hours|terawatt - hours", QM_ROLE_UNIT, 0, "terawatt-hour" },
  { "gigawatt hours|gigawatt - hours", QM_ROLE_UNIT, 0, "gigawatt-hour" },
  { "kilowatt hours|kilowatt - hours|kilowatt hour|kilowatt - hour", QM_ROLE_UNIT, 0,
    "kilowatt-hour" },
  { "horsepower", QM_ROLE_UNIT, 0, "horsepower" },
  { "pound - feet of torque", QM_ROLE_UNIT, 0, "pound-force-foot" },
  { "miles per hour", QM_ROLE_UNIT, 0, "mile-per-hour" },
  { "degree|degrees", QM_ROLE_UNIT, 0, "degree" },
  { "degrees celsius|celsius|degrees c", QM_ROLE_UNIT, 0, "celsius" },
  { "degrees fahrenheit|fahrenheit|degrees f", QM_ROLE_UNIT, 0, "fahrenheit" },
  { "decibel|decibels", QM_ROLE_UNIT, 0, NULL },
  { "second|seconds|sec", QM_ROLE_UNIT, 0, "second" },
  { "minute|minutes|mins", QM_ROLE_UNIT, 0, "minute" },
  { "hour|hours|hrs", QM_ROLE_UNIT, 0, "hour" },
  { "day|days", QM_ROLE_UNIT, 0, "day" },
  { "night|nights", QM_ROLE_UNIT, 0, NULL },
  { "week|weeks", QM_ROLE_UNIT, 0, "week" },
  { "month|months", QM_ROLE_UNIT, 0, "month" },
  { "year|years|yr|yrs", QM_ROLE_UNIT, 0, "year" },
  { "decade|decades", QM_ROLE_UNIT, 0, "decade" },
  { "century|centuries", QM_ROLE_UNIT, 0, "century" },
  { "year - old|year - olds|years old|year old", QM_ROLE_UNIT, 0, "year-person" },
  { "point|points", QM_ROLE_UNIT, 0, NULL },
  { "megabytes", QM_ROLE_UNIT, 0, "megabyte" },
  { "gigabytes", QM_ROLE_UNIT, 0, "gigabyte" },
  { "terabytes", QM_ROLE_UNIT, 0, "terabyte" },
  { "cylinder|cylinders|gauge|page|pages", QM_ROLE_UNIT, 0, NULL },
  { "dollar|dollars|us dollars|u . s . dollars|american dollars", QM_ROLE_CURRENCY, 0, "USD" },
  { "australian dollars", QM_ROLE_CURRENCY, 0, "AUD" },
  { "canadian dollars", QM_ROLE_CURRENCY, 0, "CAD" },
  { "singapore dollars", QM_ROLE_CURRENCY, 0, "SGD" },
  { "hong kong dollars", QM_ROLE_CURRENCY, 0, "HKD" },
  { "new zealand dollars", QM_ROLE_CURRENCY, 0, "NZD" },
  { "euros", QM_ROLE_CURRENCY, 0, "EUR" },
  { "pounds sterling|british pounds", QM_ROLE_CURRENCY, 0, "GBP" },
  { "pounds|pound", QM_ROLE_CURRENCY, 0, NULL }, /* or a weight */
  { "yen|japanese yen", QM_ROLE_CURRENCY, 0, "JPY" },
  { "yuan|chinese yuan|renminbi", QM_ROLE_CURRENCY, 0, "CNY" },
  { "won|south korean won|korean won", QM_ROLE_CURRENCY, 0, "KRW" },
  { "rupees|indian rupees", QM_ROLE_CURRENCY, 0, "INR" },
  { "rupiah|indonesian rupiah", QM_ROLE_CURRENCY, 0, "IDR" },
  { "baht|thai baht", QM_ROLE_CURRENCY, 0, "THB" },
  { "ringgit|malaysian ringgit", QM_ROLE_CURRENCY, 0, "MYR" },
  { "dong|vietnamese dong", QM_ROLE_CURRENCY, 0, "VND" },
  { "pesos|philippine pesos|mexican pesos", QM_ROLE_CURRENCY, 0, NULL },
  { "roubles|rubles|russian roubles|russian rubles", QM_ROLE_CURRENCY, 0, "RUB" },
  { "shekels|israeli shekels", QM_ROLE_CURRENCY, 0, "ILS" },
  { "danish crowns|danish kroner", QM_ROLE_CURRENCY, 0, "DKK" },
  { "swedish crowns|swedish kronor", QM_ROLE_CURRENCY, 0, "SEK" },
  { "norwegian crowns|norwegian kroner", QM_ROLE_CURRENCY, 0, "NOK" },
  { "crowns|kronor|kroner", QM_ROLE_CURRENCY, 0, NULL },
  { "swiss francs", QM_ROLE_CURRENCY, 0, "CHF" },
  { "francs", QM_ROLE_CURRENCY, 0, NULL },
  { "reais|brazilian reais", QM_ROLE_CURRENCY, 0, "BRL" },
  { "lira|turkish lira", QM_ROLE_CURRENCY, 0, "TRY" },
  { "zloty|zlotys", QM_ROLE_CURRENCY, 0, "PLN" },
  { "rand", QM_ROLE_CURRENCY, 0, "ZAR" },
  { "naira", QM_ROLE_CURRENCY, 0, "NGN" },
  { "riyals|saudi riyals", QM_ROLE_CURRENCY, 0, "SAR" },
  { "dirhams", QM_ROLE_CURRENCY, 0, "AED" },
  { "bitcoin|bitcoins|btc", QM_ROLE_SUBUNIT, 0, NULL },
  { "cent|cents|pence|p", QM_ROLE_SUBUNIT, 0, NULL },
  { "per|a|an|each|every", QM_ROLE_PER, 0, NULL },

  { "between|from|between the ages of|from the ages of", QM_ROLE_FROM, 0, NULL },
  { "to|and|up to|through|till|until|- to", QM_ROLE_TO, 0, NULL },
  { "up|rose|rise|rises|rising|risen|increase|increased|increases|increasing|gain|gained|gains|"
    "grew|"
    "grow|grows|growing|growth|grown|climbed|climb|jumped|jump|surged|surge|added|advanced|advance|"
    "higher|soared|soar|improved|rallied|expanded|spiked|edged "
    "up|raised|raise|raises|raising|lift|lifted|boost|boosted|widened|widen|doubled|tripled",
    QM_ROLE_UP, 0, NULL },
  { "down|fell|fall|falls|falling|fallen|drop|dropped|drops|dropping|decrease|decreased|decline|"
    "declined|declines|declining|lost|lose|loses|losing|slid|slide|slipped|slip|sank|tumbled|"
    "plunged|"
    "plummeted|plummeting|lower|shed|cut|shrank|shrunk|reduced|reduction|reduce|contracted|dipped|"
    "dip|"
    "edged down|slumped|slump|eased|narrowed|narrow|trimmed|trim|halved",
    QM_ROLE_DOWN, 0, NULL },
  { "will|would|could|may|might|expects|expected|expect|forecast|forecasts|projected|projects|"
    "predicts|predicted|plans|planned|aims|target|targets|hopes|by the end of|set to|likely|"
    "anticipated|is to|are to|poised "
    "to|scheduled|intends|proposed|promised|promises|pledged|pledges|vowed|vows",
    QM_ROLE_PROJECTED, 0, NULL },

  { "rooms|sections|chapters|articles|pages|gates|routes|section|row|part|chapter|game|round|week|"
    "day|level|figure|table|page|version|no .|no|number|"
    "numbers|route|highway|channel|article|rule|unit|room|gate|terminal|line|lane|flight|"
    "stage|"
    "step|act|title|season|episode|volume|vol .|issue|group|division|class|type|model|mark|mk|item|"
    "grade|tier|zone|district|apartment|suite|floor|bus|train|# |#|windows|android|ios|iphone|"
    "interstate|formula|world war|area|block|size|category|schedule|form|lot|studio|apollo|boeing|"
    "airbus|big|top|at km|between km|from km|to km|and km|near km",
    QM_ROLE_LABEL, 0, NULL },
  { "phase|call|phone|telephone|hotline|helpline|dial|reached on|reached at|s & p|s "
    "p|sp|ftse|nikkei|dax|cac|csi|stoxx|russell|fortune",
    QM_ROLE_LABEL, 1, NULL },
  { "ranking|placed|came|ranked at number|ranked number|at number", QM_ROLE_RANK, 0, NULL },
  { "ranked|ranks|rank", QM_ROLE_RANK, 1, NULL },
  { "first", QM_ROLE_ORDINAL, 1, NULL },
  { "second", QM_ROLE_ORDINAL, 2, NULL },
  { "third", QM_ROLE_ORDINAL, 3, NULL },
  { "fourth", QM_ROLE_ORDINAL, 4, NULL },
  { "fifth", QM_ROLE_ORDINAL, 5, NULL },
  { "sixth", QM_ROLE_ORDINAL, 6, NULL },
  { "seventh", QM_ROLE_ORDINAL, 7, NULL },
  { "eighth", QM_ROLE_ORDINAL, 8, NULL },
  { "ninth", QM_ROLE_ORDINAL, 9, NULL },
  { "tenth", QM_ROLE_ORDINAL, 10, NULL },
  { "no|each|every|any|this|that|the same|which|another|the other|other|the "
    "only|only|the|a|its|his|"
    "her|their|our|your|my|or|as|day|square|back to square",
    QM_ROLE_NO_COUNT, 1, NULL },
  { "january|jan", QM_ROLE_MONTH, 1, NULL },
  { "february|feb", QM_ROLE_MONTH, 2, NULL },
  { "march|mar", QM_ROLE_MONTH, 3, NULL },
  { "april|apr", QM_ROLE_MONTH, 4, NULL },
  { "may", QM_ROLE_MONTH, 5, NULL },
  { "june|jun", QM_ROLE_MONTH, 6, NULL },
  { "july|jul", QM_ROLE_MONTH, 7, NULL },
  { "august|aug", QM_ROLE_MONTH, 8, NULL },
  { "september|sep|sept", QM_ROLE_MONTH, 9, NULL },
  { "october|oct", QM_ROLE_MONTH, 10, NULL },
  { "november|nov", QM_ROLE_MONTH, 11, NULL },
  { "december|dec", QM_ROLE_MONTH, 12, NULL },
  { "in|since|until|by|during|of|from|late|early|mid|before|after|through|between|year|around|for|"
    "the "
    "year|fiscal|and|a . d .|ad|circa|till|end of|summer|winter|spring|autumn|fall",
    QM_ROLE_YEAR, 0, NULL },
  { "am|pm|a . m|p . m|a . m .|p . m .|o'clock|gmt|est|edt|bst|et|pt|utc|bc|bce|ad", QM_ROLE_CLOCK,
    0, NULL },
  { "in|of|for|at|on|by|with|from|to|as|than|per|and|or|but|nor|so|if|then|because|while|when|"
    "where|who|whom|whose|which|that|what|how|why|the|a|an|this|these|those|each|every|any|no|is|"
    "are|was|were|be|been|being|am|has|have|had|do|does|did|will|would|can|could|may|might|shall|"
    "should|must|it|its|they|them|their|he|him|his|she|her|we|us|our|you|your|i|my|me|after|before|"
    "since|until|during|over|under|about|around|against|between|through|into|onto|out|up|down|off|"
    "above|below|without|within|across|along|behind|beyond|near|toward|towards|upon|via|not|only|"
    "also|just|even|still|yet|already|now|ago|later|earlier|there|here|too|very|said|says|say|told|"
    "according|including|compared|versus|vs|last|next|both|all|some|such|respectively|apiece|left|"
    "went|came|took|made|gets|got|annually|daily|monthly|yearly|worth|whatever|whichever|plus|once|"
    "despite|among|overall|combined|instead|again|ever|never|sent|became|become|remains|remain|"
    "make|makes|take|takes|come|comes|go|goes|get|give|gives|gave|show|shows|put|puts|set|sets|"
    "help|helps|run|runs|keep|keeps|need|needs|want|wants|look|looks|won|lost|hit|away|back|"
    "together|forward|straight "
    "from|either|neither|like|whether|though|although|however|meanwhile|today|yesterday|tomorrow|"
    "monday|tuesday|wednesday|thursday|friday|saturday|sunday|late|early|amid|cost|costs|available|"
    "plan|first time|last time|live|think|believe|oppose|agree",
    QM_ROLE_STOP, 0, NULL },
  { "more|other|others|additional|further|extra|total|full|whole|entire|of|mere|whopping|"
    "staggering|"
    "possible|combined|previous|past|own|fewer|less|such|known|approximately|about",
    QM_ROLE_LOOSE, 0, NULL },
  { "people|men|women|children|police|fish|sheep|aircraft|cattle|staff|personnel|species|series|"
    "teeth|geese|mice|media|data|criteria|phenomena|alumni|bacteria|headquarters|offspring|feet|"
    "kids|"
    "pick|head|jobs",
    QM_ROLE_PLURAL, 0, NULL },
  { "is|was|are|were|be|been|stood|stands|stand|reached|reaches|reach|hit|totalled|totaled|totals|"
    "amounted|"
    "amounts|averaged|averages|came to|remained|remains|cost|costs|exceeded|topped|stayed|went "
    "from|closed at|ended at|trading at|average|range from|ranges from|ranged "
    "from|double "
    "to|doubled to|triple to|tripled to",
    QM_ROLE_LEVEL, 0, NULL },
  { "used|owned|has|have|had|spent|spends|spend|paid|pays|pay|bought|buys|buy|sold|sells|sell|made|"
    "makes|make|"
    "built|"
    "builds|build|took|takes|take|won|wins|win|lost|loses|lose|holds|hold|held|owns|own|employs|"
    "employ|covers|"
    "cover|earns|earn|raised|raises|raise|uses|use|needs|need|gets|get|got|gives|give|gave|carries|"
    "carry|"
    "carried|received|receives|produces|produce|grows|yields|yield|sees|see|saw|seen|draws|drew|"
    "exported|imported|shipped|hosts|host|hosted|drank|drinks|drink|ate|eats|eat|ran|sent|sends|"
    "caught|catches|catch|burnt|burns|burn|lent|lends|lend|flew|flies|fly|drove|fed|feeds|"
    "feed|dug|lays|laid|bred|brought|brings|bring|taught|teaches|"
    "serves|serve|"
    "kept|keeps|keep|found|finds|find|left|leaves|contains|contain|scored|generates|generate|"
    "exports|imports",
    QM_ROLE_VERB, 0, NULL },
  { "said|says|say|told|reported|reports|estimates|estimated|warned|warns|according "
    "to|expects|predicts|"
    "forecast|forecasts|announced|announces|claims|claimed|believes|argues|wrote|writes|"
    "researchers at|analysts "
    "at|economists at",
    QM_ROLE_REPORT, 0, NULL },
  { "gdp|gnp|gni|cpi|ppi|pmi|ebitda", QM_ROLE_THING, 0, NULL },
  { "into|about|on|regarding|for|against|via|by", QM_ROLE_TOPIC, 0, NULL },
  { "mr|mrs|ms|dr|prof|professor|president|minister|chief|secretary|sir|ceo|mayor", QM_ROLE_TITLE,
    0, NULL },
  { "than|compared with|compared to|versus|vs|that of|those of|as in|from", QM_ROLE_BASE, 0, NULL },
  { "year on year|year - on - year|year over year|year - over - year|yoy|y / y|from a year "
    "earlier|from a year ago|than a year earlier|than a year ago|on a year earlier|compared with a "
    "year earlier|compared with the same period last year|compared to the same period last "
    "year|from the same period last year|over the same period last year",
    QM_ROLE_BASIS, 0, "year on year" },
  { "quarter on quarter|quarter - on - quarter|quarter over quarter|quarter - over - "
    "quarter|qoq|q / q|from the previous quarter|from a quarter earlier|on the previous "
    "quarter|than the previous quarter|compared with the previous quarter",
    QM_ROLE_BASIS, 0, "quarter on quarter" },
  { "month on month|month - on - month|month over month|month - over - month|mom|m / m|from a "
    "month "
    "earlier|from the previous month|from a month ago|on the previous month|than a month "
    "earlier|compared with the previous month|compared with a month earlier",
    QM_ROLE_BASIS, 0, "month on month" },
  { "since|since the", QM_ROLE_SINCE, 0, NULL },
  { "by|until|till|through|up to", QM_ROLE_UNTIL, 0, NULL },
  { "as of|up until", QM_ROLE_UNTIL, 1, NULL },
  { "this year", QM_ROLE_THIS_YEAR, 0, NULL },
  { "last year", QM_ROLE_THIS_YEAR, -1, NULL },
  { "next year", QM_ROLE_THIS_YEAR, 1, NULL },
  { "of|in|on|for|to|at|into|across", QM_ROLE_ABOUT_IT, 0, NULL },
};
const gsize qm_n_lexemes_en = G_N_ELEMENTS (qm_lexemes_en);
