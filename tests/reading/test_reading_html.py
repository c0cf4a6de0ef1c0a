"""HTML pages of several layouts."""

import pytest

from mihwar.reading import read_documents, read_html

BODY = "".join(
    f"<p>{words}</p>"
    for words in (
        "عقد وزراء خارجية ثلاث دول اجتماعا في مسقط اليوم لبحث أمن الملاحة في الممر البحري، بحسب بيان مشترك.",
        "وقال الوزير العماني إن المحادثات كانت بناءة، وإن الأطراف اتفقت على عقد جولة جديدة خلال الشهر المقبل.",
        "وأضاف الوزير أن بلاده مستعدة لاستضافة الجولة، وأن الدول الثلاث ستوقع مذكرة تفاهم في نهاية العام.",
    )
)


def page(head="", before="", body=BODY):
    return (
        f'<!DOCTYPE html><html lang="ar"><head><meta charset="utf-8">{head}</head><body><nav><a href="/">الرئيسية</a>'
        f"<a>سياسة</a></nav><article><h1>وزراء الخارجية يجتمعون في مسقط لبحث الملاحة</h1>{before}{body}</article>"
        "<footer>جميع الحقوق محفوظة</footer></body></html>"
    )


LD = (
    '<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebPage","name":"x"},'
    '{"@type":"NewsArticle","headline":"وزراء الخارجية يجتمعون في مسقط لبحث الملاحة","datePublished":"2024-03-07T23:30:00+04:00",'
    '"author":[{"@type":"Person","name":"ليلى حداد"}],"publisher":{"@type":"Organization","name":"بوابة الساحل"},'
    '"articleSection":["أخبار","سياسة"],"url":"https://example.org/a"}]}</script>'
)


def test_json_ld_tells_the_facts():
    document = read_html(page(LD), "a.html")
    assert document.title == "وزراء الخارجية يجتمعون في مسقط لبحث الملاحة"
    assert document.author == "ليلى حداد"
    assert document.publisher == "بوابة الساحل"
    assert document.section == "سياسة"
    assert str(document.published) == "2024-03-07"
    assert document.url == "https://example.org/a"
    assert document.language == "ar"
    assert document.text.count("وزراء الخارجية يجتمعون في مسقط لبحث الملاحة") == 1
    assert "محفوظة" not in document.text


def test_meta_tags_do_where_there_is_no_json_ld():
    head = (
        '<title>وزراء الخارجية يجتمعون في مسقط لبحث الملاحة - بوابة الساحل</title><meta property="og:site_name" content="بوابة الساحل">'
        '<meta property="article:published_time" content="2024-03-07"><meta property="article:section" content="رأي">'
        '<script type="application/ld+json">{broken</script>'
    )
    document = read_html(page(head), url="https://example.org/b")
    assert document.title == "وزراء الخارجية يجتمعون في مسقط لبحث الملاحة"
    assert (document.publisher, str(document.published), document.section) == ("بوابة الساحل", "2024-03-07", "رأي")
    assert document.genre == "opinion"
    assert document.url == "https://example.org/b"


@pytest.mark.parametrize("encoding", ["utf-8", "cp1256"])
def test_bytes_are_decoded_by_what_the_page_declares(encoding, tmp_path):
    source = page(LD).replace('charset="utf-8"', f'charset="{"windows-1256" if encoding == "cp1256" else encoding}"')
    path = tmp_path / "page.txt"
    path.write_bytes(source.encode(encoding))
    (document,) = read_documents([path])
    assert "أمن الملاحة في الممر البحري" in document.text
    assert document.publisher == "بوابة الساحل"


def test_joiners_survive():
    words = "وزیر خارجه ایران گفت که دو کشور می‌خواهند روابط خود را از سر بگیرند و سفارت‌خانه‌ها را بازگشایی کنند."
    document = read_html(page(body=f"<p>{words}</p>" * 1 + BODY))
    assert words in document.text


def test_a_one_sentence_flash():
    flash = "عاجل: أعلنت وزارة الخارجية الأردنية استدعاء سفيرها لدى الدولة المجاورة للتشاور."
    source = f"<html><body><div><ul><li><a>الرئيسية</a></li><li><a>رياضة</a></li></ul></div><article><p>{flash}</p></article></body></html>"
    assert flash in read_html(source).text


def test_leaked_share_line_is_chrome():
    document = read_html(page(LD, body=BODY + "<p>اقرأ أيضا: قمة جديدة في المنامة</p>"))
    hidden = [span.of(document.text) for span in document.chrome]
    assert all("الملاحة" not in words for words in hidden)
    if "قمة جديدة" in document.text:
        assert any("قمة جديدة" in words for words in hidden)


def test_paragraphs_stay_apart():
    assert len(read_html(page(LD)).text.split("\n\n")) == 4


@pytest.mark.parametrize(
    "source",
    [
        "<div>" * 60_000 + BODY,
        "<p>" + "<b>" * 5_000 + "Ankara and Athens agreed to meet again in spring, officials said." + "</p>",
        page('<script type="application/ld+json">' + "[" * 50_000 + "</script>"),
        page(body=BODY * 300),
    ],
    ids=["deep", "unclosed", "deep json", "long"],
)
def test_hostile_markup_is_read_or_refused_in_time(source, tmp_path):
    path = tmp_path / "page.html"
    path.write_text("<html>" + source, encoding="utf-8")
    assert len(list(read_documents([path]))) == 1
