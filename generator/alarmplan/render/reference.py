"""Parts of the reference pages as HTML, which builders take as it is: files with guilty lines, properties."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape as escape_html

from alarmplan.model.manual import ExampleFile, Form, Manual, Property, RuleManual
from alarmplan.render import addresses, markdown
from alarmplan.render.markdown import Markdown


def described(text: str) -> Markdown:
    """A description of ours, in which words may stand as code."""
    return markdown.html(text, lambda _: None)


def change(manual: Manual, rule: RuleManual) -> Markdown:
    """How to weigh a rule differently; as code, in which no word is a term of the glossary."""
    return Markdown(manual.change(rule, lambda text: f'<code class="ap-whole">{markdown.escape(text)}</code>'))


def listing(file: ExampleFile) -> Markdown:
    """A file with its name; guilty lines are marked."""
    lines = escape_html(file.text.removesuffix("\n")).split("\n")
    shown = (f"<mark>{line}</mark>" if number in file.guilty else line for number, line in enumerate(lines, 1))
    code = "\n".join(shown)
    return Markdown(f'<p class="ap-file"><code>{escape_html(file.path)}</code></p>{_code(code)}')


def _code(lines: str) -> str:
    """Lines that scroll within an element of ours: the theme takes those of its own away from some keyboards."""
    return f'<pre class="ap-listing"><code><span class="ap-lines">{lines}</span></code></pre>'


def key_heading(property: Property) -> Markdown:
    """A heading of the third level, for a property that has one of its own."""
    return Markdown(f"### {markdown.escape(property.title)}: <code>{property.key}</code> {{ #{property.key} }}")


def key_link(property: Property) -> Markdown:
    """A link to that heading, on the same page."""
    return Markdown(f"[<code>{property.key}</code>](#{property.key})")


def property_text(manual: Manual, property: Property, page: str) -> Markdown:
    """Everything about a property that has a heading, and about the properties inside it."""
    return Markdown(
        "".join(_facts(manual, property, page)) + _list(manual, property.properties, page, property.key)
    )


def property_list(manual: Manual, properties: Iterable[Property], page: str) -> Markdown:
    return Markdown(_list(manual, properties, page, ""))


def _list(manual: Manual, properties: Iterable[Property], page: str, parent: str) -> str:
    entries = "".join(_entry(manual, property, page, parent) for property in properties)
    return f'<dl class="ap-keys">{entries}</dl>' if entries else ""


def _entry(manual: Manual, property: Property, page: str, parent: str) -> str:
    name = f"{parent}.{property.key}" if parent else property.key
    facts = "".join(_facts(manual, property, page))
    inside = _list(manual, property.properties, page, name)
    title = markdown.escape(property.title)
    return f'<dt id="{name}">{title}: <code>{property.key}</code></dt><dd>{facts}{inside}</dd>'


def _facts(manual: Manual, property: Property, page: str) -> Iterator[str]:
    labels = manual.labels
    need = f"<strong>{labels['required']}</strong>" if property.required else labels["optional"]
    facts = [need, f"{labels['form']}: {_form(property.form, page)}"]
    if property.default is not None:
        facts.append(f"{labels['default']}: <code>{markdown.escape(property.default)}</code>")
    if property.together:
        facts.append(f"{labels['together']}: {', '.join(f'<code>{key}</code>' for key in property.together)}")
    yield f"<p>{described(property.description)}</p><p>{' · '.join(facts)}</p>"
    for example in property.examples:
        if "\n" in example:
            yield f"<p>{labels['example']}:</p>{_code(escape_html(example))}"
        else:
            yield f"<p>{labels['example']}: <code>{markdown.escape(example)}</code></p>"


def _form(form: Form, page: str) -> str:
    """A form in words; a link leads to where more is said about it."""
    if form.definition:
        target = f"{addresses.KINDS}#form-{form.definition}"
    elif form.kind:
        target = addresses.kind_page(form.kind)
    else:
        return described(form.text)
    link = addresses.relative(target, page).replace(".md", ".html")
    return f'<a href="{link}">{described(form.text)}</a>'
