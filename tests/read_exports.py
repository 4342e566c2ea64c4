#!/usr/bin/env python3
"""Reads back what `quoin export` writes, with what others read it with, and compares it with what was exported. Run by tests/test_exports.sh:

    read_exports.py QUOIN WORK SEED ARTICLE…

Beside the articles it reads 200 that it makes up, of which it knows itself what is in them. It prints TAP. Tools that are not there are skipped.
"""
import csv, html.parser, io, json, os, random, re, shutil, subprocess, sys, unicodedata

QUOIN, WORK, SEED = sys.argv[1], sys.argv[2], int(sys.argv[3])
GENERATED = 200
count = failures = 0


def ok(good, what, *details):
    global count, failures
    count += 1
    failures += not good
    print(f"{'' if good else 'not '}ok {count} - {what}", flush=True)
    for detail in () if good else details:
        print("# " + repr(detail)[:600], flush=True)


def skip(what):
    global count
    count += 1
    print(f"ok {count} # SKIP {what}", flush=True)


def run(*words, data=None, may_fail=False):
    done = subprocess.run(words, input=data, capture_output=True, check=False)
    if done.returncode and not may_fail:
        print(f"# {words[:4]}: {done.returncode}: {done.stderr[-500:]}")
    return done.stdout.decode("utf-8", "strict")


def export(form, *articles):
    # an article with mistakes is told of, and exported
    text = run(QUOIN, "export", f"--format={form}", "--no-config", *articles, may_fail=True)
    if re.search(TURNS, text):
        TURNED.add(form)
    return text


# ---- articles that are made up ----

WORDS = ("the harbor ferry council night boat said we remember three 12 % of it * _ ` [x] (y) <b> & &amp; \\ | ~~ ~ # + - = 1. 2) > ! "
         "don't “so” ‘no’ café naïve Zoë 日本 עברית 50 $ $x$ @name =1+1 ;=2 http://e.org/a_b(c)?d=1&e=2 a\u200db \U0001f469\u200d\U0001f467 \U0001f44d\U0001f3fd \u2764\ufe0f م\u200cخ \u202eleft\u202c \u2067in\u2069 x\u00ady \u00a0 *** --- === ``` :-) {} ^ "
         "</p> <!-- --> ]]> https://example.org/ \"so\" 'no' 2024. é … – —").split(" ")
SPEAKERS = ("Signe Aldous", "Jonah Strand", "=Effie Marr", "The Ferry Board", "Zoë O'Hara", "<b>Tomas</b> Okonjo")


def words(chance, most):
    line = " ".join(chance.choice(WORDS) for _ in range(chance.randint(1, most)))
    return re.sub(r"\s+", " ", line).strip() or "word"


def made_up(chance, number):
    body, quotes = [], []
    for _ in range(chance.randint(1, 9)):
        kind = chance.choice(["paragraph"] * 6 + ["heading", "caption", "blockquote", "list", "ordered", "verbatim", "rule", "note"])
        if kind == "paragraph":
            said = "“" + re.sub("[“”]", "", words(chance, 12)).strip() + f" ({len(quotes)},{number}),”"
            body.append(words(chance, 15) + " " + said + " " + words(chance, 8))
            if chance.random() < .7:
                quotes.append({"text": said, "speaker": chance.choice(SPEAKERS)})
        elif kind in ("list", "ordered"):
            body.append({kind: [words(chance, 8) for _ in range(chance.randint(1, 4))]})
        elif kind == "rule":
            body.append({"rule": ""})
        elif kind == "verbatim":
            body.append({"verbatim": "\n".join(words(chance, 6) for _ in range(chance.randint(1, 4)))})
        elif kind == "caption":
            body.append({"caption": words(chance, 8), "credit": "Photo by " + words(chance, 3)})
        elif kind == "blockquote":
            body.append({"blockquote": words(chance, 12), "cite": words(chance, 3)})
        else:
            body.append({kind: words(chance, 12)})
    if all("rule" in entry for entry in body if isinstance(entry, dict)) and not any(isinstance(entry, str) for entry in body):
        body.append("A last paragraph.")
    article = {"quoin": 1, "title": f"{number} " + words(chance, 8), "body": body, "quotes": quotes}
    for key, value in {"subtitle": words(chance, 6), "source": words(chance, 2), "date": chance.choice(["2024-03-09", "2024-03", "2024"]),
                       "url": f"https://example.org/{number}?a=1&b=(2)", "language": "en", "section": words(chance, 2),
                       "description": words(chance, 9), "authors": chance.sample(["Lise Arkwright", "Vincent van Gogh", "Courier Staff"], 2)}.items():
        if chance.random() < .6:
            article[key] = value
    return article


def make_up_all():
    chance, paths = random.Random(SEED), []
    folder = os.path.join(WORK, "made-up")
    os.makedirs(folder)
    for number in range(GENERATED):
        paths.append(os.path.join(folder, f"{number:03}.json"))
        with open(paths[-1], "w", encoding="utf-8") as file:
            json.dump(made_up(chance, number), file, ensure_ascii=False)
    return paths


def entries_of(body):
    for entry in body:
        if isinstance(entry, str):
            yield entry
        else:
            for kind, value in entry.items():
                if kind not in ("rule", "start"):
                    yield from value if isinstance(value, list) else [value]


# ---- comparing ----

TURNED = set()  # forms that had them
TURNS = "[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]"


def shown(text):
    """As files have it: without what is not seen but joins or parts letters, blanks as one."""
    kept = "".join(c for c in text if unicodedata.category(c) != "Cf" or c in "\u200c\u200d")
    return re.sub(r"\s+", " ", kept).strip()


def blanks(text):
    return re.sub(r"\s+", " ", text).strip()


def letters(text):
    return "".join(c for c in text.lower() if c.isalnum())


def letters_alone(text):
    """Without the numbers of lists, and what else stands before a line."""
    return "".join(c for c in text.lower() if c.isalpha())


def differences(found, expected):
    if len(found) != len(expected):
        yield f"{len(found)} instead of {len(expected)}"
    for at, (one, other) in enumerate(zip(found, expected)):
        if isinstance(one, list) and isinstance(other, list) and one != other:
            yield at, list(differences(one, other))
        elif one != other:
            yield at, one, other


def same(what, found, expected):
    wrong = list(differences(found, expected))
    ok(not wrong, f"{what} ({len(expected)})", *wrong[:4])


# ---- each form ----

def check_json(paths, generated, articles):
    same("json: an object for each article", [a["article"].get("title") is not None for a in articles], [True] * len(paths))
    lines = export("jsonl", *paths).splitlines()
    same("jsonl: the same", [json.loads(line) for line in lines], articles)
    texts = []
    for path in generated:
        with open(path, encoding="utf-8") as file:
            texts.append("\n\n".join(entries_of(json.load(file)["body"])))
    same("json: the text of made-up articles", [a["article"]["text"] for a in articles[-len(generated):]], texts)
    same("json: the article as quoin import writes it", [a["article"] for a in articles],
         [json.loads(line) for line in run(QUOIN, "import", "--format=json", "--no-config", *paths, may_fail=True).splitlines()])
    places = [(a["article"]["text"][q["start"]:q["end"]], q["text"]) for a in articles for q in a["quotations"] if q["start"] is not None]
    same("json: places are code points of the text", [blanks(there) for there, _ in places], [blanks(text) for _, text in places])
    rows = json.loads(run(QUOIN, "quotes", "--format=json", "--no-config", *paths, may_fail=True))
    same("json: quotations as quoin quotes has them", [(q["text"], q["speakers"], q["role"]) for a in articles for q in a["quotations"]],
         [(row["text"], row["speakers"], row["role"]) for row in rows if row["number"] is not None])
    if shutil.which("jq"):
        read = json.loads(run("jq", "-c", "[.[].quotations[].text]", data=export("json", *paths).encode()))
        same("json: jq", read, [q["text"] for a in articles for q in a["quotations"]])
    else:
        skip("there is no jq")


def disarm(cell):
    return re.sub(r"(^|;)( *)'('*[=+\-@＝＋－＠](?= *\S))", r"\1\2\3", cell)


def check_tables(paths, articles):
    expected = [(str(i + 1), shown("; ".join(q["speakers"])), shown(q["role"] or ""), shown(q["text"]), shown(a["article"].get("url", "")),
                 "" if q["start"] is None else str(q["start"])) for a in articles for i, q in enumerate(a["quotations"])]
    for form, dialect in ("csv", "excel"), ("tsv", None):
        text = export(form, *paths)
        rows = list(csv.DictReader(io.StringIO(text, newline=""))) if dialect else \
            list(csv.DictReader(io.StringIO(text, newline=""), delimiter="\t", quoting=csv.QUOTE_NONE))
        cells = [cell for row in rows for cell in row.values()]
        runs = [cell for cell in cells if re.search(r"(^|;) *[=+\-@＝＋－＠] *\S", cell)]
        ok(not runs, f"{form}: no cell that a spreadsheet would run ({len(cells)})", *runs[:4])
        same(f"{form}: python's csv", [tuple(disarm(row[key]) for key in ("number", "speaker", "role", "quotation", "url", "start")) for row in rows], expected)
    if shutil.which("ssconvert"):
        with open(os.path.join(WORK, "a.csv"), "w", encoding="utf-8") as file:
            file.write("a,b\n=1+1,'=1+1\n")
        run("ssconvert", os.path.join(WORK, "a.csv"), os.path.join(WORK, "b.csv"))
        with open(os.path.join(WORK, "b.csv"), encoding="utf-8") as file:
            ok(re.match(r"a,b\n2,\W*=1\+1", file.read()), "csv: an apostrophe is what keeps a spreadsheet from it")
    else:
        skip("there is no ssconvert (gnumeric)")


class Page(html.parser.HTMLParser):
    """Blocks with their kinds, quotations and lists of a page; what is not closed as it was opened is wrong."""
    VOID = {"meta", "link", "hr", "br"}
    BLOCKS = {"h1", "h2", "h3", "p", "li", "pre"}

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.open, self.wrong, self.mains, self.outside = [], [], [], False
        self.feed(text)
        self.wrong += self.open

    def handle_starttag(self, tag, attributes):
        has = dict(attributes)
        if tag == "script" or any(key in has for key in ("src", "onclick", "style", "srcset")) or (tag == "link" and has.get("rel") != "canonical"):
            self.wrong.append((tag, attributes))
        if tag == "main":
            self.mains.append({"blocks": [], "quotes": {}, "order": [], "list": [], "heading": None})
        if tag in self.VOID:
            return
        name = "blockquote" if tag == "p" and self.open and self.open[-1][0] == "blockquote" else has.get("class") or tag
        self.open.append((tag, has, {"text": "", "kind": name}))
        if tag == "span" and "id" in has:
            self.mains[-1]["quotes"][has["id"]] = ""
            self.mains[-1]["last"] = has["id"]

    def handle_endtag(self, tag):
        if not self.open or self.open[-1][0] != tag:
            self.wrong.append(("/" + tag, self.getpos()))
            return
        _, has, made = self.open.pop()
        names = [name for name, _, _ in self.open]
        if not self.mains:
            return
        main = self.mains[-1]
        if tag in self.BLOCKS and "article" in names and "header" not in names:
            main["blocks"].append((made["kind"], made["text"]))
        elif tag == "h1":
            main["title"] = made["text"]
        elif tag == "bdi":
            main["heading"] = made["text"]
        elif tag == "a" and "aside" in names:
            main["list"].append((int(self.open[-1][1]["value"]), main["heading"], made["text"]))

    def handle_data(self, data):
        if any(tag == "a" and has.get("class") == "n" for tag, has, _ in self.open) or not self.mains:
            return
        if self.open and self.open[-1][0] in ("pre",) and self.open[-1][2]["text"] == "" and data.startswith("\n"):
            data = data[1:]
        for _, has, made in self.open:
            made["text"] += data
        inner = [has for tag, has, _ in self.open if tag == "span"]
        for has in inner:
            key = has.get("id") or self.mains[-1].get("last")
            self.mains[-1]["quotes"][key] += data


def check_page(articles, text, who):
    page = Page(text)
    ok(not page.wrong, f"html, {who}: everything is closed as it was opened, no script, nothing from elsewhere", *page.wrong[:4])
    same(f"html, {who}: titles", [blanks(m["title"]) for m in page.mains], [blanks(a["article"]["title"]) for a in articles])
    same(f"html, {who}: the text", ["\n\n".join(text for _, text in m["blocks"]) for m in page.mains], [a["article"]["text"] for a in articles])
    same(f"html, {who}: who said what", [sorted(m["list"]) for m in page.mains],
         [[(i + 1, names_of(q), blanks(q["text"])) for i, q in enumerate(a["quotations"])] for a in articles])
    marked = [(re.sub("^a[0-9]+-", "", key), letters(words)) for m in page.mains for key, words in m["quotes"].items()]
    all_quotes = [(f"q{i + 1}", letters(q["text"])) for a in articles for i, q in enumerate(a["quotations"])]
    same(f"html, {who}: quotations are marked in the text", [m for m in marked if m not in all_quotes], [])
    return page


def names_of(quotation):
    names = quotation["speakers"]
    return "Not attributed" if not names else names[0] if len(names) == 1 else ", ".join(names[:-1]) + " and " + names[-1]


def chromium():
    return next((path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None)


def check_browser(articles, text):
    browser, path = chromium(), os.path.join(WORK, "page.html")
    if not browser:
        skip("there is no Chromium")
        return
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    flags = ["--headless", "--disable-gpu", "--no-sandbox", "--user-data-dir=" + os.path.join(WORK, "browser")]
    try:
        done = subprocess.run([browser, *flags, "--dump-dom", "file://" + path], capture_output=True, timeout=120, check=False)
    except subprocess.TimeoutExpired:
        done = None
    if not done or b"<main>" not in done.stdout:
        skip("Chromium does not start here")
        return
    check_page(articles, done.stdout.decode("utf-8"), "as Chromium has it")


# ---- Markdown ----

def flat(node):
    if isinstance(node, list):
        return "".join(flat(part) for part in node)
    kind, content = node.get("t"), node.get("c")
    if kind == "Str":
        return content
    if kind in ("Space", "SoftBreak", "LineBreak"):
        return " "
    if kind in ("Code", "CodeBlock", "RawInline", "RawBlock", "Math"):
        return content[1]
    if kind == "Header":
        return flat(content[2])
    if kind in ("Link", "Image", "Span"):
        return flat(content[1])
    if kind == "Quoted":
        return flat(content[1])
    return flat(content) if isinstance(content, list) else ""


def blocks_of(nodes):
    for node in nodes:
        kind, content = node["t"], node.get("c")
        if kind == "BlockQuote":
            yield from blocks_of(content)
        elif kind in ("BulletList", "OrderedList"):
            for item in content if kind == "BulletList" else content[1]:
                yield " ".join(flat(part) for part in item)
        elif kind != "HorizontalRule":
            yield flat(node)


def check_markdown(paths, articles, page):
    if not shutil.which("pandoc"):
        skip("there is no pandoc")
        return
    tree = json.loads(run("pandoc", "-f", "commonmark", "-t", "json", data=export("markdown", *paths).encode()))
    parts = []
    for node in tree["blocks"]:
        if node["t"] == "Header" and node["c"][0] == 1:
            parts.append([])
        parts[-1].append(node)
    found, expected = [], []
    for part, article, main in zip(parts, articles, page.mains):
        data = article["article"]
        head = [data["title"]] + [data[key] for key in ("subtitle",) if data.get(key)]
        credits = any(data.get(key) for key in ("byline", "authors", "source", "date", "url"))
        texts = [blanks(text) for text in blocks_of(part)]
        if credits:
            del texts[len(head)]
        head += [data["description"]] if data.get("description") else []
        body = [("— " + text if kind == "cite" else shown(text) if kind == "pre" else text) for kind, text in main["blocks"]]
        quotes = [f"{names_or_unknown(q)}{', ' + q['role'] if q['role'] else ''}{' (doubtful)' if q['doubtful'] and q['speakers'] else ''}: {q['text']}" for q in article["quotations"]]
        found.append([text for text in texts if text])
        expected.append([blanks(text) for text in head + body + (["Who said what"] if quotes else []) + quotes])
    ok(len(parts) == len(articles), f"markdown: an article for each title ({len(parts)})")
    same("markdown: pandoc reads the same blocks, speakers and quotations", found, expected)
    one = run("pandoc", "-f", "commonmark+yaml_metadata_block", "-t", "plain", "--wrap=none", "--template", template("$title$|$source$|$date$"),
              data=export("markdown", os.path.join(os.environ["SRCDIR"], "articles/10-night-boat.yaml")).encode())
    ok(one.strip() == "The night boat to Skerrow sails again, eleven years late|Hallam Courier|2024-03-09", "markdown: its front matter", one)


def template(text):
    path = os.path.join(WORK, "template.txt")
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    return path


def names_or_unknown(quotation):
    return names_of(quotation) if quotation["speakers"] else "unknown"


def check_plain(paths, articles):
    text = letters_alone(shown(export("text", *paths)))
    missing = [a["article"]["title"] for a in articles if any(letters_alone(shown(a["article"][key])) not in text for key in ("title", "text"))]
    ok(not missing, f"text: all of each article ({len(articles)})", *missing[:4])


# ---- references ----

def year_of(article):
    return int(article["date"][:4]) if re.match(r"\d{4}", article.get("date", "")) else None


def check_references(paths, articles):
    entries = json.loads(export("csl-json", *paths))
    same("csl-json: titles, years and addresses", [(e["title"], e.get("issued", {}).get("date-parts", [[None]])[0][0], e.get("URL")) for e in entries],
         [(blanks(a["article"]["title"]), year_of(a["article"]), a["article"].get("url")) for a in articles])
    ok(len({e["id"] for e in entries}) == len(entries), "csl-json: each entry has an id of its own")
    if not shutil.which("pandoc"):
        skip("there is no pandoc")
        return
    with open(os.path.join(WORK, "all.json"), "w", encoding="utf-8") as file:
        json.dump(entries, file)
    listed = letters(run("pandoc", "--citeproc", "--bibliography", os.path.join(WORK, "all.json"), "-f", "markdown", "-t", "plain", "--wrap=none",
                         data=b"---\nnocite: '@*'\n---\n"))
    missing = [e for e in entries if letters(e["title"]) not in listed or any(letters(n.get("family", n.get("literal", ""))) not in listed for n in e.get("author", [])[:1])]
    ok(not missing, f"csl-json: pandoc's citeproc lists each title and author ({len(entries)})", *missing[:4])
    read = json.loads(run("pandoc", "-f", "bibtex", "-t", "csljson", data=export("bibtex", *paths).encode()))
    same("bibtex: pandoc reads titles and authors", sorted((letters(re.sub("</?span[^>]*>", "", e["title"])), [name_of(n) for n in e.get("author", [])]) for e in read),
         sorted((letters(e["title"]), [name_of(n) for n in e.get("author", [])]) for e in entries))


def name_of(name):
    return letters(" ".join(name.get(part, "") for part in ("given", "non-dropping-particle", "dropping-particle", "family", "literal")))


# ---- linked data ----

IRI = re.compile(r"^[a-z][a-z0-9+.-]*:\S+$", re.I)


def annotation_problems(annotation, text):
    """What the recommendation (https://www.w3.org/TR/annotation-model/) says must be."""
    if annotation.get("type") != "Annotation" or not IRI.match(annotation.get("id", "")):
        yield "type or id"
    if annotation.get("motivation") not in ("identifying", "commenting", "highlighting"):
        yield "motivation"
    for body in annotation["body"]:
        if body.get("type") != "TextualBody" or not isinstance(body.get("value"), str) or body.get("purpose") not in ("identifying", "describing", "commenting"):
            yield "body"
    target = annotation["target"]
    if not IRI.match(target.get("source", "")):
        yield "source"
    selectors = {selector["type"]: selector for selector in target["selector"]}
    quote, position = selectors["TextQuoteSelector"], selectors.get("TextPositionSelector")
    if position:
        start, end = position["start"], position["end"]
        if not 0 <= start < end or text[start:end] != quote["exact"]:
            yield "position"
        if not text[:start].endswith(quote["prefix"]) or not text[end:].startswith(quote["suffix"]):
            yield "prefix or suffix"
        if quote["prefix"] + quote["exact"] + quote["suffix"] not in text:
            yield "around"


def check_annotations(paths, articles):
    page = json.loads(export("web-annotation", *paths))
    ok(page["@context"] == "http://www.w3.org/ns/anno.jsonld" and page["type"] == "AnnotationPage", "web-annotation: a page of annotations")
    texts = [a["article"]["text"] for a in articles for _ in a["quotations"]]
    quotes = [q for a in articles for q in a["quotations"]]
    items = page["items"]
    problems = [(problem, item) for item, text in zip(items, texts) for problem in annotation_problems(item, text)]
    ok(not problems, f"web-annotation: as the recommendation wants them, places and words agree ({len(items)})", *problems[:4])
    same("web-annotation: words and speakers", [(blanks(i["target"]["selector"][0]["exact"]), [b["value"] for b in i["body"] if b["purpose"] == "identifying"]) for i in items],
         [(blanks(q["text"]), q["speakers"]) for q in quotes])
    different = {(a["article"]["title"], a["article"].get("url"), q["start"], q["text"]) for a in articles for q in a["quotations"]}
    ok(len({i["id"] for i in items}) == len(different), f"web-annotation: each has an id of its own ({len(different)})")
    again = json.loads(export("web-annotation", *paths))
    ok(again == page, "web-annotation: ids stay the same")


def check_claims(paths, articles):
    claims = json.loads(export("claim-review", *paths))
    ok(claims["@context"] == "https://schema.org", "claim-review: the context is schema.org")
    reviews = claims["@graph"]
    wrong = [r for r in reviews if r["@type"] != "ClaimReview" or r["itemReviewed"]["@type"] != "Claim" or r["reviewRating"]["@type"] != "Rating"
             or r["reviewRating"]["ratingValue"] is not None or not r["itemReviewed"]["firstAppearance"].get("headline")
             or any(isinstance(a, dict) and a["@type"] not in ("Person", "Organization") for a in
                    r["itemReviewed"].get("author", []) + r["itemReviewed"]["firstAppearance"].get("author", []))]
    ok(not wrong, f"claim-review: claim, claimant, first appearance, no rating ({len(reviews)})", *wrong[:4])
    same("claim-review: claims and claimants", [(letters(r["claimReviewed"]), [a["name"] if isinstance(a, dict) else a for a in r["itemReviewed"].get("author", [])], r["itemReviewed"].get("datePublished")) for r in reviews],
         [(letters(q["text"]), q["speakers"], a["article"].get("date")) for a in articles for q in a["quotations"]])


def check_yaml(paths, articles):
    export("yaml", *paths[-1:])
    folder = os.path.join(WORK, "again")
    os.makedirs(folder)
    for number, path in enumerate(paths):
        run(QUOIN, "export", "--no-config", "-o", os.path.join(folder, f"{number:03}.yaml"), path, may_fail=True)
    read = [json.loads(line) for line in run(QUOIN, "import", "--format=json", "--no-config", folder, may_fail=True).splitlines()]
    same("yaml: quoin reads the same article", read, [a["article"] for a in articles])


def main():
    generated = make_up_all()
    paths = sys.argv[4:] + generated
    articles = json.loads(export("json", *paths))
    ok(len(articles) == len(paths), f"{len(paths)} articles are exported (seed {SEED})")
    check_json(paths, generated, articles)
    check_tables(paths, articles)
    text = export("html", *paths)
    page = check_page(articles, text, "as it is written")
    check_browser(articles, text)
    check_markdown(paths, articles, page)
    check_plain(paths, articles)
    check_references(paths, articles)
    check_annotations(paths, articles)
    check_claims(paths, articles)
    check_yaml(paths[:60], articles[:60])
    ok(not TURNED, "no form has a character that turns the order of the text around it", *sorted(TURNED))
    print(f"1..{count}")
    sys.exit(failures > 0)


main()
