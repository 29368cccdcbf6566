"""The part that holds a sheet's comments: ours are added, others kept. Our sentences only, never what a cell holds."""

from collections.abc import Iterator, Mapping

from monitoring.intake.annotate.xml_bytes import (
    Unusual,
    append_inside,
    attribute,
    inside,
    is_closed,
    prefix_of,
    refuse_unusual,
    tags,
    text,
)

_BOLD = b'<PRErPr><PREb/><PREsz val="9"/><PREcolor indexed="81"/><PRErFont val="Tahoma"/></PRErPr>'
_PLAIN = _BOLD.replace(b"<PREb/>", b"")
_RUN = b'<PREr>%b<PREt xml:space="preserve">%b</PREt></PREr>'
_NONE = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors/><commentList/></comments>'
)


def commented(xml: bytes) -> frozenset[str]:
    """The addresses of the cells that have a comment."""
    prefix = prefix_of(refuse_unusual(xml), b"comments")
    return frozenset(attribute(tag[0], b"ref") or "" for tag in tags(xml, prefix + b"comment"))


def with_comments(xml: bytes | None, words: Mapping[str, str], author: str) -> bytes:
    """The part, new or as it was, with our words at these cells. Where somebody's comment stands, ours follows it."""
    xml = refuse_unusual(xml or _NONE)
    prefix = prefix_of(xml, b"comments")
    there = commented(xml)
    number = sum(1 for _ in tags(inside(xml, prefix + b"authors"), prefix + b"author"))
    runs = {cell: _runs(author, said, prefix, is_first=cell not in there) for cell, said in words.items()}
    xml = b"".join(_with_ours_below(xml, prefix, {cell: run for cell, run in runs.items() if cell in there}))
    new = (
        b'<PREcomment ref="%b" authorId="%d"><PREtext>%b</PREtext></PREcomment>' % (cell.encode(), number, run)
        for cell, run in runs.items()
        if cell not in there
    )
    ours = b"<PREauthor>%b</PREauthor>" % text(author)
    xml = append_inside(xml, prefix + b"authors", ours.replace(b"PRE", prefix))
    return append_inside(xml, prefix + b"commentList", b"".join(new).replace(b"PRE", prefix))


def _runs(author: str, said: str, prefix: bytes, *, is_first: bool) -> bytes:
    """Who speaks, as Excel writes it, then what; below another's words after an empty line."""
    name = text(("" if is_first else "\n\n") + f"{author}:")
    return (_RUN % (_BOLD, name) + _RUN % (_PLAIN, text("\n" + said))).replace(b"PRE", prefix)


def _with_ours_below(xml: bytes, prefix: bytes, runs: Mapping[str, bytes]) -> Iterator[bytes]:
    """The part in pieces, our runs put at the end of these cells' comments."""
    done = 0
    for tag in tags(xml, prefix + b"comment"):
        run = runs.get(attribute(tag[0], b"ref") or "")
        if run:
            end = xml.find(b"</" + prefix + b"comment>", tag.end())
            if is_closed(tag[0]) or end < 0:
                raise Unusual
            yield xml[done : tag.end()]
            yield _with_run(xml[tag.end() : end], prefix, run)
            done = end
    yield xml[done:]


def _with_run(comment: bytes, prefix: bytes, run: bytes) -> bytes:
    """A text that is not in runs becomes one: beside runs it would not be shown."""
    whole = inside(comment, prefix + b"text")
    plain = next(tags(whole, prefix + b"t"), None)
    if plain is None or b"<" + prefix + b"r>" in whole:
        return append_inside(comment, prefix + b"text", run)
    wrapped = b"<" + prefix + b"r>" + whole + b"</" + prefix + b"r>"
    return comment.replace(whole, wrapped + run, 1)
