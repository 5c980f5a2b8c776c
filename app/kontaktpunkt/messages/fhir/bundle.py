"""A FHIR bundle as a reader walks it: its resources, and how they refer to each other."""

from collections.abc import Sequence
from typing import Final

from kontaktpunkt.domain.message_kind import SetAsideReason
from kontaktpunkt.domain.times import Instant
from kontaktpunkt.messages.fhir.moments import read_moment
from kontaktpunkt.messages.fhir.remarks import Remark
from kontaktpunkt.messages.found import (
    NOTHING,
    Misshapen,
    Node,
    NotUnderstood,
    node,
    nodes,
    text,
    word,
)

MAX_ENTRIES: Final = 20_000
_URN_UUID = "urn:uuid:"


class Resource:
    """One resource of the bundle, or one that another contains."""

    __slots__ = ("data", "full_url", "id", "kind")

    def __init__(self, data: Node, full_url: str = "") -> None:
        self.data = data
        # Made for each part of each message: the ordinary case without another call.
        kind, name = data.get("resourceType"), data.get("id")
        self.kind = kind if isinstance(kind, str) else word(data, "resourceType")
        self.id = name if isinstance(name, str) else word(data, "id")
        self.full_url = full_url


class Bundle:
    """The resources of a bundle in their order, and the answer to "who is meant"."""

    def __init__(self, root: Node) -> None:
        self.root = root
        entries = nodes(root, "entry")
        if len(entries) > MAX_ENTRIES:
            raise NotUnderstood(SetAsideReason.TOO_MANY_PARTS, "Bundle.entry")
        self.resources: list[Resource] = []
        self._by_url: dict[str, Resource] = {}
        self._named: dict[str, Resource | None] = {}
        for entry in entries:
            self._add(entry)

    def of_kind(self, kind: str) -> list[Resource]:
        """Give the resources of a kind."""
        return [resource for resource in self.resources if resource.kind == kind]

    def meant_by(self, reference: Node, within: Resource) -> Resource | None:
        """Give the resource that a reference names, contained, relative or absolute; else none."""
        address = without_version(word(reference, "reference"))
        if not address:
            return None
        if address.startswith("#"):
            return _contained(within, address[1:])
        if address in self._by_url:
            return self._by_url[address]
        if address.startswith(_URN_UUID):
            return self._one_with_id(address[len(_URN_UUID) :])
        if within.full_url and within.id and within.full_url.endswith(f"{within.kind}/{within.id}"):
            base = within.full_url[: -len(f"{within.kind}/{within.id}")]
            if base + address in self._by_url:
                return self._by_url[base + address]
        return self._by_name().get("/".join(address.split("/")[-2:]))

    def _add(self, entry: Node) -> None:
        data = node(entry, "resource")
        if data is NOTHING:
            return
        resource = Resource(data, without_version(word(entry, "fullUrl")))
        if not resource.kind:
            raise Misshapen(data, "resourceType")
        self.resources.append(resource)
        if resource.full_url:
            twin = self._by_url.setdefault(resource.full_url, resource)
            if twin is not resource and twin.data != data:
                # Two under one address: nobody can say who is meant, and it may be two persons.
                raise Misshapen(entry, "fullUrl")

    def _by_name(self) -> dict[str, Resource | None]:
        """Give the resources by kind and id; a name that two different ones bear is nobody's."""
        if not self._named:
            for resource in self.resources:
                name = f"{resource.kind}/{resource.id}"
                twin = self._named.setdefault(name, resource)
                if twin is not resource and twin is not None and twin.data != resource.data:
                    self._named[name] = None
        return self._named

    def _one_with_id(self, name: str) -> Resource | None:
        found = [resource for resource in self.resources if resource.id == name]
        return found[0] if len(found) == 1 else None


class Reading:
    """One bundle under reading: its digest, what has been remarked so far."""

    __slots__ = ("_remarks", "bundle", "digest")

    def __init__(self, bundle: Bundle, digest: bytes) -> None:
        self.bundle = bundle
        self.digest = digest
        self._remarks: dict[str, None] = {}

    def remark(self, remark: str) -> None:
        """Note something for staff, once."""
        self._remarks[remark] = None

    def remarks(self) -> tuple[str, ...]:
        """Give what was noted, in the order it was met."""
        return tuple(str(remark) for remark in self._remarks)

    def moment(self, holder: Node, *keys: str) -> Instant | None:
        """Read the first time that is given under the keys; an unreadable one is remarked on."""
        for key in keys:
            words = word(holder, key)
            if words:
                instant = read_moment(words)
                if instant is None:
                    self.remark(Remark.UNREADABLE_TIME)
                return instant
        return None

    def meant(self, holder: Node, key: str, within: Resource) -> Resource | None:
        """Give the resource that the reference under the key names."""
        reference = node(holder, key)
        return None if reference is NOTHING else self.bundle.meant_by(reference, within)


def without_version(address: str) -> str:
    """Leave out which version of a resource is meant; a message holds one."""
    return address.partition("/_history/")[0] if "/_history/" in address else address


def bare_id(name: str) -> str:
    """Give the id at the end of a reference, without `urn:uuid:` and address."""
    name = without_version(name)
    if name.startswith(_URN_UUID):
        return name[len(_URN_UUID) :]
    return name.rsplit("/", 1)[-1]


def plain_value(value: str) -> str:
    """Give an identifier's value without `urn:uuid:`."""
    return value.removeprefix(_URN_UUID)


def codes(concept: Node, mark: str = "") -> list[str]:
    """Give the codes of a concept that are of the marked system, or of no stated one."""
    found: list[str] = []
    for coding in nodes(concept, "coding"):
        code, system = word(coding, "code"), word(coding, "system")
        if code and (not system or mark in system):
            found.append(code)
    return found


def words_of(concept: Node) -> str:
    """Give the words of a concept: its own, else those of a coding, else the first code."""
    if words := text(concept, "text"):
        return words
    said = [text(coding, "display") for coding in nodes(concept, "coding")]
    named = [text(coding, "code") for coding in nodes(concept, "coding")]
    return next((words for words in (*said, *named) if words), "")


def phone_of(holder: Node) -> str:
    """Give the first phone number among the ways to reach somebody."""
    for way in nodes(holder, "telecom"):
        if word(way, "system") == "phone" and word(way, "use") != "old":
            return text(way, "value")
    return ""


def identifier_value(identifiers: Sequence[Node], *first: str) -> str:
    """Give an identifier's value, of the systems named first if there is one."""
    for system in first:
        for identifier in identifiers:
            if word(identifier, "system") == system and text(identifier, "value"):
                return text(identifier, "value")
    return next((text(one, "value") for one in identifiers if text(one, "value")), "")


def _contained(within: Resource, name: str) -> Resource | None:
    if not name:
        return within
    for data in nodes(within.data, "contained"):
        if text(data, "id") == name:
            return Resource(data)
    return None
