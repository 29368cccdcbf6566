"""Names that a text says to be names: by a title, by words such as "she is called", by kin. Knows no list of names."""

import re

from monitoring.protection.identifiers.plain import folded, plain

_CAPITAL = r"[A-ZÀ-ÖØ-ÝĀ-Ž][\w'’-]+"
_SAID = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Miss|Mister|Chief|Alhaji|Alhaja|Hajiya|Pastor|Imam|Sheikh|Cheikh|El Hadj|Mme|Mlle"
    r"|Monsieur|Madame"
    r"|Sr|Sra|Srta|Doña|Dona|Dom|Señora?|Senhora?|Domnul|Doamna)\.?"
    r"|\b(?i:mister|chief|pastor|imam|sheikh|cheikh|monsieur|madame|mademoiselle|señorita|señora?|doña|don|senhora?|dona|seu"
    r"|licenciada|licenciado|ingeniera|doctora?|docteur|profesora?|professeure?|professora?|maestra|teacher)"
    r"|\bDr\.?|\bDra\.?|\bM\.|\bMaître|\bMe\.?"
    r"|\b(?i:name is|named|called|known as|goes by|nicknamed|alias|aka|a\.k\.a\.|[dsw]/o|daughter of|son of|wife of"
    r"|s'appelle|nommée?|prénommée?|surnommée?|appelée?|du nom de|fille de|fils de|épouse de"
    r"|se llama|llamad[ao]|apodad[ao]|de nombre|conocid[ao] como|hij[ao] de|esposa de"
    r"|se chama|chama-se|chamad[ao]|de nome|apelidad[ao]|conhecid[ao] como|filh[ao] de"
    r"|m'appelle|me llamo|me chamo|numită|o cheamă))"
    rf"\s+(?P<name>{_CAPITAL})"
)
_ASKED_FOR = re.compile(
    rf"\b(?i:ask for|asking for|demander|preguntar por|perguntar por)\s+(?P<name>{_CAPITAL})"
    r"(?=\s*(?:,|\bat\b|\bin\b|\bwhen\b|à\b|au\b|chez\b|en\b|na\b|no\b|$))"
)
_KIN = (
    r"(?:mother|father|sister|brother)(?:[- ]in[- ]law)?|aunt|auntie|aunty|uncle|cousin|husband|wife|daughter"
    r"|son|niece|nephew|grandmother"
    r"|grandfather|friend|boyfriend|neighbour|neighbor|landlord|landlady|madam|pimp|recruiter"
    r"|mère|père|s(?:œ|oe)ur|frère|tante|oncle|cousine?|mari|épouse|fille|fils|nièce|neveu|grand-mère|belle-mère|amie?"
    r"|copine|copain|voisine?|patronne?|proxénète"
    r"|madre|mamá|padre|papá|hermana|hermano|tía|tío|prima|primo|esposa|esposo|marido|hija|hijo|sobrina|sobrino|abuela"
    r"|amiga|amigo|vecina|vecino|novio|cuñada|suegra|patrona|proxeneta"
    r"|mãe|pai|irmã|irmão|tia|tio|filha|filho|sobrinha|avó|vizinha|vizinho|namorado|cunhada|sogra|patroa"
    r"|mama|maman|mami|papa|baba|tata|tantie|tonton|khala|sora|sor[ăa]|frate|fratele|mătușa|unchiul|soțul"
)
_OF_KIN = re.compile(
    rf"\b(?i:{_KIN})(?:\s+|\s*\(\s*|,\s+(?=\S+(?:\s\S+)?[,.)]|\S+$)|\s*:\s*(?=\S+\s+[A-ZÀ-Ý]))(?P<name>{_CAPITAL})"
)
_SAID_IN_ARABIC = re.compile(
    r"(?<![\u0621-\u064a])(?:السيدة|السيد|الآنسة|الانسة|الحاج|الحاجة|الشيخ|الشيخة|الأستاذ|الأستاذة|الدكتور|الدكتورة"
    r"|اسمها|اسمه|اسمي|تدعى|يدعى|المدعوة|المدعو|تسمى|يسمى|الملقبة|الملقب)\s*:?\s+?[\u0621-\u064a]{2,}"
    r"|(?<![\u0621-\u064a])عبد\s?ال[\u0621-\u064a]{2,}"
    r"|[\u0621-\u064a]{2,}\s+بن\s+[\u0621-\u064a]{2,}"
)
_NO_NAMES = {
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march",
    "april", "may", "june", "july", "august", "september", "october", "november", "december", "round", "the",
    "back", "again", "god", "in", "and", "at", "of", "on", "is", "has", "was", "with", "who", "not", "now", "does",
    "did", "will", "for", "to", "et", "est", "a", "de", "en", "qui", "ne", "n'a", "avec", "sur", "pour", "y", "es",
    "con", "que", "no", "tiene", "vive", "com", "tem", "mora", "islam", "muslim", "christian", "christmas",
    "easter", "ramadan",
}  # fmt: skip
"""What follows such words with a capital and is no name: days, months, small words of a title."""


def has_name_said_as_one(text: str) -> bool:
    """Whether a title, kin, or words such as "her name is" stand before a name."""
    simple = plain(text)
    if _SAID_IN_ARABIC.search(simple):
        return True
    patterns = (_SAID, _ASKED_FOR) if _is_a_title(simple) else (_SAID, _ASKED_FOR, _OF_KIN)
    return any(_is_name(found["name"]) for pattern in patterns for found in pattern.finditer(simple))


def _is_name(word: str) -> bool:
    """A word in capitals throughout is an organisation's short name."""
    return folded(word.removesuffix("'s").removesuffix("’s")) not in _NO_NAMES and not word.isupper()


def _is_a_title(text: str) -> bool:
    """Whether Each Word Has A Capital: then capitals tell nothing of what follows a sister or a friend."""
    words = [word for word in text.split()[1:] if word[0].isalpha()]
    return len(words) > 2 and all(word[0].isupper() for word in words)
