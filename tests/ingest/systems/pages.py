"""Made-up Dynasty pages of all generations, and the table of pages that stands in for the network."""

import datetime as dt

from records.council import Base, Council, Source
from records.errors import Gone
from records.page import FeedEntry, Page

CGI = "https://kuusiranta.example/cgi/DREQUEST.PHP"
STATIC = "http://lehtokorpi.example/kokous/"
NOON = dt.datetime(2026, 9, 28, 12, tzinfo=dt.UTC)
COUNCIL = Council(name="Kuusirannan kaupunki", country="FI")
SOURCE = Source(
    id="kuusiranta", system="dynasty", council=COUNCIL, bases=(Base(id="main", url=CGI),), language="fi"
)
TITLE = "Luottamushenkilöiden koulutus syksyllä 2026"

STATIC_ITEM = """<html><head>
 <meta http-equiv="Content-Type" content="text/html; charset=windows-1252">
 <meta name="robots" content="noindex"><title>Lehtokorven kaupunki</title>
</head>
<body class="bodyKokousasia" onload="init()" lang="FI">
<center>
  <a href="TELIMET.HTM">Toimielimet</a> | <a href="TELIN-200120.HTM">Kaupunginhallitus</a> |
  <a href="2017512.HTM">Pöytäkirja 08.05.2017</a>&nbsp;|&nbsp;
  <a href="../cgi/DREQUEST.PHP?page=meeting_frames">Avaa haku</a>
</center>
<table class="tbl" width="100%"><tr><td><hr size="4"></td></tr><tr><td align="center"><label class="h3">
<!-- RSPEAK_START -->Kaupunginhallitus<br>Pöytäkirja 08.05.2017 Pykälä 127<!-- RSPEAK_STOP --></label></td>
</tr></table>
<p style="margin:0px">
<table class="tbl" width="100%"><tr><td style="padding-left:5px">
<!--DATA_BEGIN-->
<div class="tblDoc"><div class="tcDoc"><div class="tcDat"><table width="100%"><tr><td class="tcDat">
<a href="2017512-2.HTM">Edellinen asia</a> | <a href="2017512-4.HTM">Seuraava asia</a></td>
<td class="tcDat" align="right">
<a target="_blank" href="2017512-0-1.PDF">Muutoksenhakuohje</a>
&nbsp;&nbsp;<img src="ATT.GIF">&nbsp;<a target="_blank" href="2017512-3.PDF">Kokousasia&nbsp;PDF-muodossa</a>
</td></tr></table></div><hr>
<div class="tcDat">Liitteet<table class="tcDat"><tr><td><img src="ATT.GIF">&nbsp;</td><td>&nbsp;</td>
<td><a href="2017512-3-1.PDF" target="_blank">Koulutuskysely § 127</a></td></tr></table></div><hr>
<meta http-equiv="Content-Type" content="text/html; charset=windows-1252">
<title>Muistio</title><style> <!-- p.MsoNormal {margin:0cm;} --> </style>
<div class="WordSection1">
<p class="MsoNormal" style="text-align:right"><span style="xfont-size:12.0pt">730/00.01</span><span
 style="xfont-size:12.0pt">/2017</span></p>
<p class="MsoNormal">&nbsp;</p>
<table class="MsoTableGrid"><tr><td><p class="MsoNormal">Kaupunginhallitus</p></td>
<td><p class="MsoNormal">105 §</p></td>
<td><p class="MsoNormal">10.4.2017</p></td></tr></table>
<p class="MsoNormal">§ 127</p>
<p class="MsoNormal"><strong><span style="xfont-family:&quot;Arial&quot;">Luottamushenkilöiden
koulutus syksyllä 2017</span></strong></p>
<p class="Sivuotsikko"><b>Päätösehdotus</b>&nbsp;&nbsp;&nbsp;&nbsp; Kaupunginjohtaja Marja Koski</p>
<p class="Sisennetty">Kaupunginhallitus päättää</p>
<p style="text-indent:-18.0pt">-<span>&nbsp;&nbsp;&nbsp; </span>järjestää koulutuksen</p>
<p style="text-indent:-18.0pt">-<span>&nbsp;&nbsp;&nbsp; </span>varata siihen 4 000 euroa.</p>
<p class="Sivuotsikko"><b>Päätös</b>&nbsp;&nbsp;&nbsp; Kaupunginhallitus:</p>
<p class="Sisennetty">Ehdotus hyväksyttiin – yksimielisesti.</p>
</div>
<hr><div class="tcDat"><table width="100%"><tr><td class="tcDat">
<a href="2017512-2.HTM">Edellinen asia</a></td></tr></table></div>
</div></div><!--DATA_END-->
</td></tr></table>
<center><a href="TELIMET.HTM">Toimielimet</a> | <a href="2017512.HTM">Pöytäkirja 08.05.2017</a></center>
</body></html>
"""

STATIC_TEXT = """Kaupunginhallitus
Pöytäkirja 08.05.2017 Pykälä 127

730/00.01/2017

Kaupunginhallitus
105 §
10.4.2017

§ 127

Luottamushenkilöiden koulutus syksyllä 2017

Päätösehdotus Kaupunginjohtaja Marja Koski

Kaupunginhallitus päättää
- järjestää koulutuksen
- varata siihen 4 000 euroa.

Päätös Kaupunginhallitus:

Ehdotus hyväksyttiin – yksimielisesti.

Liitteet
Koulutuskysely § 127"""

CLASSIC_ITEM = """<!DOCTYPE html>
<html lang='fi'><head><meta charset='utf-8'><title>Dynasty tietopalvelu</title></head>
<body>
<div class='header'>Dynasty tietopalvelu <a href='?page=meeting_frames'>Haku</a> Kuusirannan kaupunki</div>
<div class='rss'>RSS-linkki<br>Kokousasiat:<br>
https://kuusiranta.example:443/cgi/DREQUEST.PHP?page=rss/meetingitems&amp;show=30</div>
<h1 class='h1'>Kaupunginhallitus &nbsp;Pöytäkirja 28.09.2026/Pykälä 310</h1>
<!--DATABEGIN-->
<table class='tbl navigation'><caption class='caption navigation hidden'>Navigointi</caption><tr>
<td><a href='?page=meetingitem&amp;id=2026418-9'>Edellinen asia</a> |
<a href='?page=meetingitem&amp;id=2026418-11'>Seuraava asia</a></td>
<td align='right'><a target='_blank' href='../kokous/2026418-0-1.PDF'>Muutoksenhakuohje</a>
<a target='_blank' href='../kokous/2026418-10.PDF'>Kokousasia PDF-muodossa</a></td></tr></table>
<table class='tbl'><caption class='caption'>Liitteet</caption>
<tr><td><a target='_blank' href='../kokous/2026418-10-51231.PDF'>selostus_koulutus.pdf</a></td></tr></table>
<table class='tbl'><caption class='caption hidden'>Kokousasian teksti</caption><tr><td class='data'>
<p class='MsoNormal'><b>Luottamushenkilöiden koulutus syksyllä 2026</b></p>
<p class='MsoNormal'>&nbsp;</p>
<p class='MsoNormal'>Kaupunginhallitus 28.09.2026 § 310</p>
<p class='MsoNormal'>688/00.02.00/2026</p>
<p class='Sisennetty'><b>Valmistelu</b>&nbsp;&nbsp;&nbsp;&nbsp; Hallintojohtaja Pia Laine</p>
<p class='Sisennetty'>Koulutus järjestetään kahtena iltana. Aineisto on
<a href='../kokous/2026390-2-7.PDF'>aiemman asian liitteenä</a>.</p>
<p class='Sisennetty'><b>Päätös</b>&nbsp;&nbsp;&nbsp;&nbsp; Ehdotus hyväksyttiin.</p>
</td></tr></table>
<table class='tbl navigation'><caption class='caption navigation hidden'>Navigointi</caption>
<tr><td><a href='?page=meetingitem&amp;id=2026418-9'>Edellinen asia</a></td></tr></table>
<!--DATAEND-->
</body></html>
"""

CLASSIC_TEXT = """Kaupunginhallitus
Pöytäkirja 28.09.2026/Pykälä 310

Luottamushenkilöiden koulutus syksyllä 2026

Kaupunginhallitus 28.09.2026 § 310

688/00.02.00/2026

Valmistelu Hallintojohtaja Pia Laine

Koulutus järjestetään kahtena iltana. Aineisto on aiemman asian liitteenä.

Päätös Ehdotus hyväksyttiin.

Liitteet
selostus_koulutus.pdf"""

RESPONSIVE_ITEM = """<!DOCTYPE html>
<html lang='fi'><head><meta charset='utf-8'><title>Dynasty tietopalvelu</title></head><body>
<h1 class='page-title'>Kaupunginhallitus <br> Esityslista 28.09.2026/Asianro 10</h1>
<div class='data-part page-navigation'>
<a class='' target='_blank' href='../kokous/2026418-10.PDF'>Kokousasia</a>
<a class='' href='?page=meetingitem&amp;id=2026418-9'>Edellinen asia</a>
</div>
<div class='data-part attachments'><h2>Liitteet</h2><ul>
<li><a class='' target='_blank' href='../kokous/2026418-10-51231.PDF'>Koulutuskysely.pdf</a></li></ul></div>
<div class='data-part meetingitem'><div class='data-part-block-htm'>
<div><p><span style="font-weight:bold">Luottamushenkilöiden koulutus syksyllä 2026</span></p>
<p><span>Kaupunginhallitus</span> <span>28.09.2026</span></p>
<p><span>Valmistelija</span><span>Hallintojohtaja Pia Laine</span></p>
<p><span>Koulutus järjestetään kahtena iltana.</span></p>
<p><span>Kaupunginjohtaja</span><span>Kaupunginhallitus merkitsee ohjelman tiedoksi.</span></p>
</div></div></div>
</body></html>
"""

RESPONSIVE_TEXT = """Kaupunginhallitus
Esityslista 28.09.2026/Asianro 10

Luottamushenkilöiden koulutus syksyllä 2026

Kaupunginhallitus 28.09.2026

Valmistelija Hallintojohtaja Pia Laine

Koulutus järjestetään kahtena iltana.

Kaupunginjohtaja Kaupunginhallitus merkitsee ohjelman tiedoksi.

Liitteet
Koulutuskysely.pdf"""


def item_url(native_id: str) -> str:
    """Return the address of an item under the made-up council's base."""
    return f"{CGI}?id={native_id}&page=meetingitem"


def page(url: str, content: str | bytes, content_type: str = "text/html; charset=utf-8") -> Page:
    """Return a page as if it had been fetched."""
    body = content.encode() if isinstance(content, str) else content
    headers = {"content-type": content_type}
    return Page(url=url, final_url=url, status=200, headers=headers, content=body, retrieved_at=NOON)


def entry(native_id: str, subject: str | None = TITLE) -> FeedEntry:
    """Return a feed's entry for an item of the made-up council."""
    return FeedEntry(
        url=item_url(native_id), title=subject or "", base_id="main", native_id=native_id, subject=subject
    )


def feed(*items: tuple[str, str]) -> str:
    """Return a feed of titles and addresses."""
    entries = "".join(
        f"<item><title>{title}</title><link><![CDATA[{url}]]></link></item>" for title, url in items
    )
    return f"<?xml version='1.0'?><rss version='2.0'><channel><title>Dynasty</title>{entries}</channel></rss>"


class Site:
    """Answers as a fetcher would, from a table of pages; what is not in it is gone."""

    def __init__(self, pages: dict[str, str | bytes], content_type: str = "text/html") -> None:
        self.pages = pages
        self.content_type = content_type
        self.asked: list[str] = []

    def fetch(self, url: str) -> Page:
        """Return the page under `url`."""
        self.asked.append(url)
        if url not in self.pages:
            raise Gone(url, expected="a page", found="status 404")
        return page(url, self.pages[url], self.content_type)
