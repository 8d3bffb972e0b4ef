"""Which documents are about training for the elected."""

import pytest

from extract.reading import Reading, read_paragraphs
from extract.relevance import judge_relevance, signs_of
from extract.relevance_score import WEIGHTS, score_of
from extract.relevance_signs import find_signs
from records.document import Relevance
from tests.extract.made_up import item, words


def _judge(code: str, text: str, *titles: str) -> Relevance:
    made = item(text)
    return judge_relevance(made, read_paragraphs(made, words(code)), titles)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("fi", "Luottamushenkilöiden koulutus 2026\nKunnanhallitus merkitsee ohjelman tiedoksi."),
        ("fi", "Valtuuston iltakoulut keväällä 2026"),
        ("fi", "Valtuustoseminaari pidetään Kuusirannassa."),
        ("sv", "Utbildningsplan för förtroendevalda i Ekhamn, mandatperioden 2027–2030"),
        ("sv", "Introduktion för nyvalda ledamöter i fullmäktige. Dagen är obligatorisk."),
        ("sv-FI", "Skolning för nyvalda förtroendevalda i Strandby"),
        ("nb", "Folkevalgtopplæring i Storvik kommune 2027-2031"),
        ("nn", "Program for folkevalde i Storvik: basisdagar og temadagar"),
        ("nn", "Opplæring for ungdomsrådet\nUngdomsrådet får kurs i møteskikk."),
    ],
)
def test_training_of_the_elected_is_relevant(code: str, text: str) -> None:
    """Parish and youth councils are elected too."""
    judged = _judge(code, text)
    assert judged.is_programme
    assert judged.score >= 0.5
    assert judged.reasons


@pytest.mark.parametrize(
    ("code", "text", "reason"),
    [
        (
            "fi",
            "Henkilöstön koulutussuunnitelma 2026\nKunnanhallitus hyväksyy henkilöstön koulutussuunnitelman.",
            "staff",
        ),
        (
            "fi",
            "Luottamushenkilöiden palkkiosääntö\nKoulutustilaisuudesta maksetaan puolet kokouspalkkiosta.",
            "fees",
        ),
        (
            "fi",
            "Luottamusmiesten koulutus\nLuottamusmiehille järjestetään koulutus yhteistoiminnasta.",
            "shop stewards",
        ),
        (
            "fi",
            "# Luottamusmiesten kurssit\nPääluottamusmies lähtee kurssille, luottamusmiehet jatkokurssille. "
            "Varavaltuutetulle ei esitetä kurssia.",
            "shop stewards, and one of the elected in passing",
        ),
        (
            "fi",
            "Koulutuslautakunnan jäsenen vaali",
            "a body's name",
        ),
        (
            "sv",
            "Avsägelse från uppdrag som förtroendevald\nDen nya ledamoten kallas till introduktion.",
            "resignation",
        ),
        ("sv", "Läsåret 2026/27: fortbildning för lärare\nNämnden tar del av planen.", "schooling"),
        ("nb", "Opplæring av tillitsvalgte og verneombud\nKurset er for tillitsvalgte.", "shop stewards"),
        ("nb", "Reguleringsplan for Nordbyen\nKommunestyret vedtar planen.", "no training"),
        (
            "nn",
            "Søknad om fritak frå politiske verv\nHo fekk ikkje vere med på folkevaldopplæringa.",
            "release",
        ),
    ],
)
def test_what_is_only_near_is_not(code: str, text: str, reason: str) -> None:
    """The audience decides, however alike the words are."""
    assert not _judge(code, text).is_programme, reason


def test_a_text_that_was_not_read_is_not_relevant() -> None:
    """Where the gate stayed shut there is nothing to weigh."""
    assert judge_relevance(item("Tilinpäätös"), Reading()) == Relevance(is_programme=False, score=0.01)


def test_reasons_quote_the_text_and_name_the_elected() -> None:
    """A clerk sees why: the word of training with its audience."""
    text = "Kuusirannan kunta\nValtuutettujen koulutus järjestetään syksyllä."
    reasons = _judge("fi", text).reasons
    assert [text[slice(*reason.span)] for reason in reasons] == [reason.text for reason in reasons]
    assert "Valtuutettujen koulutus" in {reason.text for reason in reasons}


def test_objections_are_the_reasons_of_a_no() -> None:
    """What spoke against is quoted too."""
    judged = _judge("fi", "Henkilöstön koulutussuunnitelma 2026\nKunnanvaltuusto merkitsi tiedoksi.")
    assert "Henkilöstön" in {reason.text for reason in judged.reasons}


def test_a_title_weighs_as_a_heading() -> None:
    """The same words weigh more where they name the matter."""
    text = "Kuusirannan kunta\nAsia on valmisteltu.\nValtuutettujen koulutus järjestetään syksyllä."
    assert _judge("fi", text, "Valtuutettujen koulutus").score > _judge("fi", text).score


def test_every_sign_has_a_weight_and_the_right_sign() -> None:
    """What speaks against lowers the score."""
    values = find_signs(Reading(), (), 0).values()
    assert set(values) == set(WEIGHTS)
    against = {name for name, weight in WEIGHTS.items() if weight < 0}
    assert against == {
        "against",
        "against_heading",
        "others",
        "others_share",
        "others_heading",
        "outnumbered",
        "in_passing",
        "unnamed",
    }


def test_scores_are_shares() -> None:
    """A long text full of signs stays below one."""
    judged = _judge("fi", "Luottamushenkilöiden koulutus ja valtuustoseminaari. " * 200)
    assert 0.99 < judged.score <= 1


def test_long_rules_that_mention_training_are_not_on_training() -> None:
    """A word or two in many pages, and none in a heading, make no programme."""
    rule = "Toimielin päättää pöytäkirjan tarkastamisesta. Esittelijä vastaa asioiden valmistelusta. " * 60
    mention = "Valtuuston puheenjohtaja kutsuu valtuutetut iltakouluun.\n"
    text = f"Suurlammen hallintosääntö\n{rule}\n{mention}{rule}"

    assert _judge("fi", mention).is_programme
    assert not _judge("fi", text).is_programme


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("sv", "Internat för fullmäktigeledamöterna\nPå internatet går ledamöterna igenom jäv och budget."),
        ("sv", "Upphandlingsdag för ledamöter i nämnder\nFolkets hus, 11 oktober. Inköpscentrum föreläser."),
        (
            "fi",
            "Päättäjien valmiusillat syksyllä\nValtuutetut harjoittelevat poikkeusoloja varten paloasemalla.",
        ),
        ("nb", "Påfyll for folkevalgte\nKommunestyrets medlemmer får tre kvelder om økonomi og arealsaker."),
        ("nn", "Vårmøtet for ungdomsråda\nUngdomsråda lærer om debattreglar i helga på leirskulen."),
    ],
)
def test_training_has_many_names(code: str, text: str) -> None:
    """Few councils call it training; a boarding course or a meeting in spring is one all the same."""
    assert _judge(code, text).is_programme


@pytest.mark.parametrize(
    ("code", "text", "reason"),
    [
        ("sv", "Chefsdag i kommunhuset\nEnhetschefer och handläggare får utbildning i budget.", "managers"),
        ("sv", "Beslutsfattare: förvaltningschef Anna Ek\nKonferens i Ekhamn för handläggare.", "a label"),
        ("fi", "Opintomatka Tarttoon, johtoryhmä\nKunnan johtoryhmä tekee virkamatkan.", "leading staff"),
        ("nb", "Budsjettseminar for enhetsledere\nVirksomhetsledere og saksbehandlere møtes.", "managers"),
        (
            "nn",
            "Kurs for valmedarbeidarar\nRøystemottakarar ved kommunestyrevalet må ta kurset.",
            "an election",
        ),
    ],
)
def test_training_of_others_is_not(code: str, text: str, reason: str) -> None:
    """Words of training alone are not enough: the audience decides."""
    assert not _judge(code, text).is_programme, reason


def test_borderline_documents_score_between() -> None:
    """One who counts can look at what is neither sure nor ruled out."""
    sure = _judge("sv", "Utbildning för förtroendevalda\nFullmäktigeledamöterna utbildas i jäv och budget.")
    middling = _judge(
        "sv", "Ärenden\nKansliet nämner att fullmäktigeledamöter kan få en kurs.\nLokaler hyrs."
    )
    assert sure.score > 0.95
    assert 0.05 < middling.score < 0.95


def test_a_no_without_objections_shows_what_was_seen() -> None:
    """A clerk sees what was weighed and found too little."""
    rule = "Toimielin päättää pöytäkirjan tarkastamisesta.\n" * 60
    judged = _judge("fi", f"{rule}Valtuuston puheenjohtaja kutsuu valtuutetut iltakouluun.\n{rule}")
    assert not judged.is_programme
    assert "iltakouluun" in {reason.text.split()[-1] for reason in judged.reasons}


def test_a_text_that_was_not_read_has_no_signs() -> None:
    """The fit leaves such texts out."""
    assert signs_of(item("Tilinpäätös"), Reading()) is None


def test_the_score_is_the_logistic_function_of_the_signs() -> None:
    """More of what speaks for it raises the score, and any number keeps it a share."""
    values = find_signs(Reading(), (), 0).values()
    few, many = score_of(values), score_of({**values, "linked": 2.0})
    assert 0 < few < many < 1
    assert score_of({"linked": 1e6}) == 1
    assert score_of({"others": 1e6}) == 0
