"""A FHIR bundle as a reader walks it: its resources, and how they refer to each other."""

from collections.abc import Sequence
from typing import Final

from kontaktpunkt.domain.message_kind import SetAsideReason
from kontaktpunkt.domain.times import Instant
from kontaktpunkt.messages.fhir.moments import read_moment
from kontaktpunkt.messages.fhir.remarks import Remark
from kontaktpunkt.messages.found import NOTHING, Misshapen, Node, NotUnderstood, node, nodes, text

MAX_ENTRIES: Final = 20_000
_URN_UUID = "urn:uuid:"


class Resource:
    """One resource of the bundle, or one that another contains."""

    __slots__ = ("data", "full_url", "id", "kind")

    def __init__(self, data: Node, full_url: str = "") -> None:
        self.data = data
        self.kind = text(data, "resourceType")
        self.id = text(data, "id")
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
        self._by_name: dict[str, Resource | None] = {}
        for entry in entries:
            self._add(entry)

    def of_kind(self, kind: str) -> list[Resource]:
        """Give the resources of a kind."""
        return [resource for resource in self.resources if resource.kind == kind]

    def meant_by(self, reference: Node, within: Resource) -> Resource | None:
        """Give the resource that a reference names, contained, relative or absolute; else none."""
        address = without_version(text(reference, "reference"))
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
        return self._by_name.get("/".join(address.split("/")[-2:]))

    def _add(self, entry: Node) -> None:
        data = node(entry, "resource")
        if data is NOTHING:
            return
        resource = Resource(data, without_version(text(entry, "fullUrl")))
        if not resource.kind:
            raise Misshapen(data, "resourceType")
        self.resources.append(resource)
        if resource.full_url:
            twin = self._by_url.setdefault(resource.full_url, resource)
            if twin is not resource and twin.data != data:
                # Two under one address: nobody can say who is meant, and it may be two persons.
                raise Misshapen(entry, "fullUrl")
        if resource.id:
            name = f"{resource.kind}/{resource.id}"
            twin = self._by_name.setdefault(name, resource)
            if twin is not resource and twin is not None and twin.data != data:
                self._by_name[name] = None

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
            words = text(holder, key)
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
    return address.partition("/_history/")[0]


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
    return [
        text(coding, "code")
        for coding in nodes(concept, "coding")
        if text(coding, "code") and (mark in text(coding, "system") or not text(coding, "system"))
    ]


def words_of(concept: Node) -> str:
    """Give the words of a concept: its own, else those of a coding, else the first code."""
    said = [text(coding, "display") for coding in nodes(concept, "coding")]
    named = [text(coding, "code") for coding in nodes(concept, "coding")]
    return next((words for words in (text(concept, "text"), *said, *named) if words), "")


def phone_of(holder: Node) -> str:
    """Give the first phone number among the ways to reach somebody."""
    for way in nodes(holder, "telecom"):
        if text(way, "system") == "phone" and text(way, "use") != "old":
            return text(way, "value")
    return ""


def identifier_value(identifiers: Sequence[Node], *first: str) -> str:
    """Give an identifier's value, of the systems named first if there is one."""
    for system in first:
        for identifier in identifiers:
            if text(identifier, "system") == system and text(identifier, "value"):
                return text(identifier, "value")
    return next((text(one, "value") for one in identifiers if text(one, "value")), "")


def _contained(within: Resource, name: str) -> Resource | None:
    if not name:
        return within
    for data in nodes(within.data, "contained"):
        if text(data, "id") == name:
            return Resource(data)
    return None
