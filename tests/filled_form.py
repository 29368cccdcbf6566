"""A form filled in as on a telephone: what does not apply stays out of reach, what is computed is computed.

Works on the XForm that pyxform makes, so that names, conditions and limits are those a telephone would read.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.etree import ElementTree

from xpath_in_python import evaluate, is_true

_MODEL = "{http://www.w3.org/2002/xforms}"
_JAVAROSA = "{http://openrosa.org/javarosa}"
_ROUNDS = 6
"""How often conditions and computed answers are gone through: none depends on others more deeply."""


@dataclass(frozen=True)
class Node:
    """One place of the form: a group or a question, with its conditions."""

    path: str
    relevant: str
    constraint: str
    calculate: str
    required: bool
    type: str

    @property
    def name(self) -> str:
        return self.path.rsplit("/", 1)[-1]

    @property
    def heading(self) -> str:
        """As Kobo exports it: groups, then the question, without the form's own name."""
        return self.path.split("/", 2)[-1]


@dataclass
class Filled:
    """Answers by name, as far as they are in reach; and what was wrong with what was to be filled in."""

    answers: dict[str, str]
    in_reach: set[str]
    out_of_reach: list[str] = field(default_factory=list)  # wanted, but the form does not ask
    refused: list[str] = field(default_factory=list)  # wanted, but a limit does not hold
    still_needed: list[str] = field(default_factory=list)


class XForm:
    """A converted form."""

    def __init__(self, xml: str) -> None:
        self.root = ElementTree.fromstring(xml)
        self.nodes = [_node(bind) for bind in self.root.iter(f"{_MODEL}bind")]
        self.names = [node.name for node in self.nodes]
        instance = next(self.root.iter(f"{_MODEL}instance"))
        everything = {each.tag.rsplit("}", 1)[-1]: each for each in instance.iter()}
        self.groups = {name for name, each in everything.items() if len(each)}
        self.defaults = {name: each.text for name, each in everything.items() if each.text and each.text.strip()}

    def node(self, name: str) -> Node:
        return next(node for node in self.nodes if node.name == name)

    def proposals(self, name: str) -> str:
        """What is put into a question as soon as one before it is answered."""
        return next(
            each.attrib["value"]
            for each in self.root.iter(f"{_MODEL}setvalue")
            if each.attrib["ref"].endswith(f"/{name}")
        )

    def filled(self, wanted: Mapping[str, str]) -> Filled:
        """The form after somebody has put in all that is wanted, in so far as it can be put in."""
        answers = {**self.defaults, **{name: text for name, text in wanted.items() if text}}
        reach: set[str] = set()
        for _ in range(_ROUNDS):
            reach = self._in_reach(dict(answers), reach)
            known = {name: text for name, text in answers.items() if name in reach}
            for node in self.nodes:
                if node.calculate and node.name in reach:
                    value = evaluate(node.calculate, known)
                    answers[node.name] = f"{value:g}" if isinstance(value, float) else value
                    known[node.name] = answers[node.name]
        kept = {name: text for name, text in answers.items() if name in reach and text}
        filled = Filled(kept, reach)
        asked = {node.name: node for node in self.nodes if not node.calculate}
        filled.out_of_reach = [name for name, text in wanted.items() if text and name not in reach]
        filled.refused = [
            name
            for name, node in asked.items()
            if name in kept and node.constraint and not is_true(node.constraint, {**kept, ".": kept[name]})
        ]
        filled.still_needed = [
            name for name, node in asked.items() if name in reach and node.required and name not in kept
        ]
        return filled

    def _in_reach(self, answers: Mapping[str, str], before: set[str]) -> set[str]:
        """Names whose own condition and whose groups' conditions hold, as far as answers were in reach before."""
        known = {name: text for name, text in answers.items() if not before or name in before}
        shut = [node.path for node in self.nodes if node.relevant and not is_true(node.relevant, known)]
        inside = re.compile("|".join(f"{re.escape(path)}(?:/.*)?" for path in shut) or "(?!)")
        return {node.name for node in self.nodes if not inside.fullmatch(node.path)}


def _node(bind: ElementTree.Element) -> Node:
    said = bind.attrib
    return Node(
        path=said["nodeset"],
        relevant=said.get("relevant", ""),
        constraint=said.get("constraint", ""),
        calculate=said.get("calculate", ""),
        required=said.get("required") == "true()",
        type=said.get("type", ""),
    )


class XFormWords:
    """What a form says in one language, as in an export with labels. What has no label keeps its name."""

    def __init__(self, xform: XForm, language: str) -> None:
        root = xform.root
        own = next(each for each in root.iter(f"{_MODEL}translation") if f"({language})" in each.attrib["lang"])
        texts = {each.attrib["id"]: each.findtext(f"{_MODEL}value") or "" for each in own}
        self._labels = {id_.removesuffix(":label"): text for id_, text in texts.items() if id_.endswith(":label")}
        lists = {each.attrib.get("id", ""): each for each in root.iter(f"{_MODEL}instance")}
        self._answers: dict[str, dict[str, str]] = {}
        for select in (*root.iter(f"{_MODEL}select"), *root.iter(f"{_MODEL}select1")):
            name = select.attrib["ref"].rsplit("/", 1)[-1]
            nodeset = next(select.iter(f"{_MODEL}itemset")).attrib["nodeset"]
            items = lists[nodeset.split("'")[1]].iter(f"{_MODEL}item")
            self._answers[name] = {
                item.findtext(f"{_MODEL}name") or "": texts[item.findtext(f"{_MODEL}itextId") or ""] for item in items
            }
        self._paths = {node.path.split("/", 2)[-1]: node.path for node in xform.nodes}

    def path(self, heading: str) -> str:
        """`here_support/help_needed/health` in words."""
        answer = heading not in self._paths
        question = heading.rsplit("/", 1)[0] if answer else heading
        parts = self._paths[question].split("/")
        steps = ["/".join(parts[:end]) for end in range(3, len(parts) + 1)]
        said = [self._labels.get(step) or step.rsplit("/", 1)[-1] for step in steps]
        if answer:
            code = heading.rsplit("/", 1)[-1]
            said.append(self._answers.get(parts[-1], {}).get(code, code))
        return "/".join(said)

    def cell(self, name: str, text: str | None) -> str | None:
        """Answers in words, several with spaces between; figures of ticked answers and what is written as they are."""
        answers = self._answers.get(name)
        if not text or not answers or not all(code in answers for code in text.split()):
            return text
        return " ".join(answers[code] for code in text.split())
