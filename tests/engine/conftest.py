import pytest

from maillint import cachedir

CHECK = """
norms = ["E14"]
severity = "warning"
confidence = "high"
cost = 6
zones = ["body"]
{extra}
[title]
en = "pet word"
zh-Hans = "口头禅"
zh-Hant = "口頭禪"
[why]
en = "It wears the reader out."
zh-Hans = "读者会厌烦。"
zh-Hant = "讀者會厭煩。"
[message.main]
en = "“{{text}}” says nothing."
zh-Hans = "“{{text}}”没有内容。"
zh-Hant = "「{{text}}」沒有內容。"
{phrases}
[[bad]]
lang = "en"
text = "Hi Tom,\\n\\nSo basically we are done.\\n\\nAnna"
marked = ["basically"]
[[fine]]
lang = "en"
text = "Hi Tom,\\n\\nWe are done.\\n\\nAnna"
"""
PHRASES = '[phrases]\nen = ["basically"]\nzh-Hans = ["说白了"]'


@pytest.fixture(autouse=True)
def _own_cache(tmp_path, monkeypatch):
    monkeypatch.setenv("MAILLINT_CACHE_DIR", str(tmp_path / "cache"))
    cachedir.folder.cache_clear()
    yield
    cachedir.folder.cache_clear()


@pytest.fixture
def make_pack(tmp_path):
    """Writes a pack with one check, tone-pet-word, and returns its folder."""

    def make(*, extra="", phrases=PHRASES, code="", cap=10):
        group = tmp_path / "pack" / "tone"
        group.mkdir(parents=True, exist_ok=True)
        titles = '{ en = "Tone", zh-Hans = "语气", zh-Hant = "語氣" }'
        (group / "_group.toml").write_text(f"title = {titles}\ncap = {cap}\norder = 1", encoding="utf-8")
        (group / "pet-word.toml").write_text(CHECK.format(extra=extra, phrases=phrases), encoding="utf-8")
        if code:
            (group / "pet_word.py").write_text(code, encoding="utf-8")
        return str(tmp_path / "pack")

    return make
