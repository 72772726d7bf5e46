#!/usr/bin/env python3
"""corpora_generate.py markdown|hostile COUNT FILE: writes COUNT texts, the same ones every time.

`markdown`: constructs of GFM in each other, often broken. `hostile`: HTML that wants out of its
place, in Markdown that cuts it up.
"""

import json
import sys
from pathlib import Path
from random import Random

WORDS = ["a", "bc", "def", "ghi jkl", "m*n", "o_p_q", "1", "x.", "(y)", "é", "🦊", "Z", "foo", "bar"]
MARKS = ["*", "**", "_", "__", "~~", "~", "***"]
ADDRESSES = ["https://example.com/a", "docs/b.md", "/c.md?d=1#e", "#f", "<g h>", "mailto:i@example.com"]
LITERALS = [
    "https://example.org/x(y)", "www.example.com.", "http://a.example/b?c=d&e", "j@k.example",
    "\\*", "\\|", "&amp;", "&copy;", "&#35;", "<br>", "<b>l</b>", "<https://m.example>", "!", "[",
    "]", "`", "``n` ``", "`o|p`", "\\", "|", "~~~", "#", "[ ]", "[x]", "  \nq", "\\\nr",
]

TAGS = (
    "a b div p li td tr table ul details summary img pre code h2 h7 span center em blockquote "
    "script style iframe svg math template noscript textarea title xmp plaintext form input button "
    "object embed base meta link body html head main header footer nav select option marquee "
    "foreignObject annotation-xml mglyph desc video audio source frame frameset noembed isindex"
).split()
ATTRIBUTES = [
    "onerror=alert(1)", 'onclick="alert(1)"', "onload='alert(1)'", 'style="position:fixed"',
    'href="javascript:alert(1)"', "href=java&#115;cript:alert(1)", 'href="&#1;javascript:alert(1)"',
    'href="java\tscript:alert(1)"', 'href="//evil.example/x"', 'href="a&quot;onclick=alert(1)"',
    "src=x", 'src="https://evil.example/p.gif"', 'src="data:text/html,<script>alert(1)</script>"',
    'srcdoc="<script>alert(1)</script>"', 'srcset="https://evil.example/q 1x"', 'id="search"',
    'class="site-header"', 'name="__proto__"', 'title="<!--"', 'title=">"', "title='\"'", "open",
    'align="center"', 'width="99999999999999999999"', 'height="-1"', 'colspan="1000"', "start=x",
    'xlink:href="javascript:alert(1)"', 'action="https://evil.example/"', 'href="feed:x"',
    'href="https://example.com/\u202e"', "=", '"', "'", "<", "/", "a=b=c", "ONCLICK\n=\nalert(1)",
    'target="_blank"', 'lang="en\u0000"', 'dir="rtl"', "alt=`", 'href="vbscript:x"', 'href="blob:y"',
]
BROKEN = [
    "<!--", "-->", "<!-->", "<!--->", "--!>", "<![CDATA[", "]]>", "<?php", "?>", "<!DOCTYPE html>",
    "</", "<", "</>", "<a", "<img src=x", "<div title='", '"', "'", ">", "&lt;script&gt;", "&#x3c;",
    "\u0000", "\u2028", "\ufeff", "</main></body></html>", "<scr<script>ipt>", "</scr</script>ipt>",
    "<IMG SRC=javascript:alert(1)>", "<svg/onload=alert(1)>", "<a\fhref=x\fonclick=alert(1)>",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>", "{{x}}", "${y}",
    "[l](javascript:alert(1))", "![i](data:text/html;base64,eA==)", "[m](<java\nscript:alert(1)>)",
    "[n](https://example.com \"'><img onerror=alert(1)>\")", "<javascript:alert(1)>", "<o@p.example>",
    "![q](r.png \"</script>\")", "![s](//evil.example/t.png)", "[u]: javascript:alert(1)\n\n[u]",
]
LINE_STARTS = ["", "", "", "> ", "- ", "1. ", "    ", "# ", "| ", "- [ ] ", "```\n", "  ", ">> "]


def inline(random: Random, depth: int = 0) -> str:
    parts = []
    for _ in range(random.randint(1, 3)):
        choice = random.random()
        if choice < 0.6 or depth > 1:
            parts.append(random.choice(WORDS))
        elif choice < 0.75:
            mark = random.choice(MARKS)
            parts.append(mark + inline(random, depth + 1) + (mark if random.random() < 0.8 else ""))
        elif choice < 0.85:
            image = random.choice(["", "", "!"])
            parts.append(f"{image}[{inline(random, depth + 1)}]({random.choice(ADDRESSES)})")
        else:
            parts.append(random.choice(LITERALS))
    return random.choice([" ", " ", ""]).join(parts)


def line(random: Random) -> str:
    return inline(random).replace("\n", " ")


def table(random: Random) -> str:
    columns = random.randint(1, 4)
    edge = random.choice(["|", ""]) if columns > 1 else "|"

    def row(cells: list[str]) -> str:
        return edge + "|".join(f" {cell} " for cell in cells) + edge

    def cells() -> list[str]:
        count = columns if random.random() < 0.8 else random.randint(1, 5)
        return [line(random) for _ in range(count)]

    rows = [row([line(random) for _ in range(columns)])]
    rows.append(row([random.choice(["---", ":--", "--:", ":-:", "-"]) for _ in range(columns)]))
    return "\n".join(rows + [row(cells()) for _ in range(random.randint(0, 3))])


def block(random: Random, depth: int = 0) -> str:
    kind = random.randint(0, (10 if depth == 0 else 9) if depth < 3 else 4)
    if kind <= 1:
        return "\n".join(line(random) for _ in range(random.randint(1, 3)))
    if kind == 2:
        return table(random)
    if kind == 3:
        return "#" * random.randint(1, 6) + " " + line(random)
    if kind == 4:
        return random.choice(["```\ncode <b> |\n```", "---", "    indented", "text\n===", "<div>\nx\n</div>"])
    if kind == 10:
        # cmark-gfm sees boxes only in lists that stand in nothing else, and writes them before <p>.
        words = [line(random) for _ in range(random.randint(1, 3))]
        return "\n".join(f"- [{random.choice(' xX')}] a{word}" for word in words)
    inner = "\n\n".join(block(random, depth + 1) for _ in range(random.randint(1, 2)))
    if kind <= 6:
        return "\n".join("> " + part for part in inner.split("\n"))
    mark = random.choice(["- ", "* ", "1. "])
    indent = "\n" + " " * (3 if mark == "1. " else 2)
    return mark + inner.replace("\n", indent)


def markdown_text(random: Random) -> str:
    return "\n\n".join(block(random) for _ in range(random.randint(1, 2))) + "\n"


def tag(random: Random) -> str:
    name = random.choice(TAGS)
    if random.random() < 0.3:
        return f"</{name}>"
    attributes = random.sample(ATTRIBUTES, random.randint(0, 3))
    blank = random.choice([" ", " ", "/", "\n"])
    return blank.join([f"<{name}", *attributes]) + random.choice([">", ">", ">", "/>", ""])


def hostile_text(random: Random) -> str:
    lines = []
    for _ in range(random.randint(1, 8)):
        parts = []
        for _ in range(random.randint(1, 5)):
            choice = random.random()
            if choice < 0.5:
                parts.append(tag(random))
            elif choice < 0.75:
                parts.append(random.choice(BROKEN))
            else:
                parts.append(line(random))
        start = random.choice(LINE_STARTS)
        lines.append(start + "".join(parts) + ("\n" if random.random() < 0.3 else ""))
    return "\n".join(lines) + "\n"


def main() -> None:
    kind, count, path = sys.argv[1], int(sys.argv[2]), Path(sys.argv[3])
    make = {"markdown": markdown_text, "hostile": hostile_text}[kind]
    cases = [{"id": str(seed), "markdown": make(Random(seed))} for seed in range(count)]
    path.write_text(json.dumps(cases), encoding="utf-8")


if __name__ == "__main__":
    main()
