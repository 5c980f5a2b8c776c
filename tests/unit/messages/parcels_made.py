"""Invented parcels: letters, PDF files and SDK messages with a message in them, or none."""

import base64
import io
from collections.abc import Sequence
from email.message import EmailMessage
from xml.sax.saxutils import escape

import pikepdf
from reportlab.pdfgen.canvas import Canvas

from property.messages.as_xml import as_xml
from unit.messages.invented import FOLDER

ADMISSION = (FOLDER / "inskrivning.json").read_bytes()
READINESS = (FOLDER / "utskrivningsklar.json").read_bytes()
SCREEN = """\
Meddelandetyp: Inskrivningsmeddelande
Personnummer: 19340512-9804
Namn: Exempelsson, Birgit
Skickat: 2026-03-09 16:05
Inskriven: 2026-03-09 15:20
Avdelning: Medicinavdelning 3
"""


def letter(*files: tuple[str, str, bytes], words: str = "Hej.", html: str = "") -> bytes:
    """Give a letter with words and files (type, name, content)."""
    made = EmailMessage()
    made["From"] = "Birgit Exempelsson <birgit@region.example>"
    made["To"] = "kontaktpunkt@ekeby.example"
    made["Subject"] = "Birgit Exempelsson 340512-9804"
    made["Date"] = "Mon, 09 Mar 2026 16:10:00 +0100"
    made["Message-ID"] = "<1@region.example>"
    if words:
        made.set_content(words)
    if html and words:
        made.add_alternative(html, subtype="html")
    elif html:
        made.set_content(html, subtype="html")
    for kind, name, content in files:
        main, sub = kind.split("/")
        made.add_attachment(content, maintype=main, subtype=sub, filename=name)
    for number, part in enumerate(made.walk()):
        if part.is_multipart():
            part.set_boundary(f"=={number}==")
    return made.as_bytes()


def pdf(text: str, *, locked_with: str = "") -> bytes:
    """Give a PDF with the text on one page, locked when there is a word to lock it with."""
    out = io.BytesIO()
    canvas = Canvas(out, invariant=1)
    for number, line in enumerate(text.splitlines()):
        canvas.drawString(60, 780 - 16 * number, line)
    canvas.rect(50, 700, 100, 50)
    canvas.showPage()
    canvas.save()
    if not locked_with:
        return out.getvalue()
    locked = io.BytesIO()
    with pikepdf.open(io.BytesIO(out.getvalue())) as whole:
        whole.save(locked, encryption=pikepdf.Encryption(owner=locked_with, user=locked_with))
    return locked.getvalue()


def sdk(
    *files: tuple[str, str, bytes],
    words: Sequence[str] = ("Hej.",),
    persons: Sequence[tuple[str, str]] = (("1.2.752.129.2.1.3.1", "19340512-9804"),),
    more: str = "",
) -> bytes:
    """Give an SDK message with texts, files (type, name, content) and persons it refers to."""
    references = "".join(
        f"<s:reference><s:referenceId><s:root>{root}</s:root><s:extension>{value}</s:extension>"
        "</s:referenceId><s:label>Birgit Exempelsson</s:label></s:reference>"
        for root, value in persons
    )
    attached = "".join(
        f"<s:ContentFiles><s:fileName>{escape(name)}</s:fileName><s:contentType>{kind}"
        f"</s:contentType><s:content>{base64.encodebytes(content).decode()}</s:content>"
        "</s:ContentFiles>"
        for kind, name, content in files
    )
    texts = "".join(
        f"<s:ContentText><s:characterSequence>{escape(text)}</s:characterSequence></s:ContentText>"
        for text in words
    )
    return f"""<?xml version="1.0"?>
<s:messagePayload xmlns:s="urn:riv:infrastructure:messaging:MessageWithAttachments:3"><s:message>
<s:messageHeader>
 <s:creationDateTime>2026-03-09T15:10:39.843Z</s:creationDateTime>
 <s:messageId>7bc5576a-3f87-4cf5-a0c5-277da06fcacb</s:messageId>
 <s:conversationId>1bc5576a-3f87-4cf5-a0c5-277da06fcacb</s:conversationId>
 <s:refToMessageId>0bc5576a-3f87-4cf5-a0c5-277da06fcacb</s:refToMessageId>
 <s:label>Fråga om nycklar</s:label>
 <s:confidentiality>true</s:confidentiality>{more}
 <s:recipient><s:recipientID><s:root>iso6523-actorid-upis</s:root>
  <s:extension>0203:ekeby.example</s:extension></s:recipientID><s:label>Ekeby kommun</s:label>
  <s:attention><s:person><s:personId><s:root>1.2.752.129.2.1.4.1</s:root>
   <s:extension>SE2321009999-1001</s:extension></s:personId></s:person>
   <s:subOrganization><s:organizationId>
   <s:root>urn:riv:infrastructure:messaging:functionalAddress</s:root>
   <s:extension>kontaktpunkt:0203:ekeby.example</s:extension></s:organizationId>
   <s:label>Kontaktpunkten</s:label></s:subOrganization>{references}</s:attention></s:recipient>
 <s:sender><s:senderID><s:root>iso6523-actorid-upis</s:root>
  <s:extension>0203:region.example</s:extension></s:senderID>
  <s:attention><s:subOrganization><s:organizationId>
   <s:root>urn:riv:infrastructure:messaging:functionalAddress</s:root>
   <s:extension>med3:0203:region.example</s:extension></s:organizationId>
   <s:label>Medicinavdelning 3</s:label></s:subOrganization></s:attention></s:sender>
</s:messageHeader>
<s:messageBody><s:documents><s:documentID>1</s:documentID>{attached}{texts}</s:documents>
</s:messageBody></s:message></s:messagePayload>""".encode()


def enveloped(payload: bytes, *, sealed: bool = False) -> bytes:
    """Put an SDK message in the envelope that it travels in."""
    inner = payload.split(b"?>", 1)[1]
    if sealed:
        inner = b'<e:EncryptedData xmlns:e="http://www.w3.org/2001/04/xmlenc#"/>'
    names = b"http://docs.oasis-open.org/bdxr/ns/XHE/1/"
    return (
        b'<x:XHE xmlns:x="%sExchangeHeaderEnvelope" xmlns:a="%sAggregateComponents">'
        b"<a:Header/><a:Payloads><a:Payload><a:PayloadContent>%s</a:PayloadContent></a:Payload>"
        b"</a:Payloads></x:XHE>" % (names, names, inner)
    )


def parcels() -> dict[str, bytes]:
    """Give one whole parcel of each sort, to be damaged."""
    return {
        "xml": as_xml(ADMISSION),
        "text": SCREEN.encode(),
        "mail": letter(("application/fhir+json", "x.json", ADMISSION), html="<b>Hej</b>"),
        "mail_words": letter(words=SCREEN),
        "pdf": pdf(SCREEN),
        "sdk": sdk(("application/fhir+xml", "x.xml", as_xml(ADMISSION))),
        "sdk_letter": enveloped(sdk()),
    }
