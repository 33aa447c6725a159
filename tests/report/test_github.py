from maillint.report import make


def test_annotations(bodies, reports, look, held):
    renderer = make("github", look("zh-Hans"))
    held("run.zh-Hans.github", "".join(bodies(renderer, reports)))


def test_one_command_a_line_whatever_the_mail_says(hostile, look):
    lines = make("github", look()).body(hostile).splitlines()
    assert len(lines) == len(hostile.findings)
    for line in lines:
        assert line.startswith(("::error file=evil", "::warning file=evil"))
        properties = line.split("::")[1]
        assert "%3A" not in line.split("::", 2)[2] or "%253A" in line
        assert properties.count(",") == 2
        assert "<img>.eml" in properties


def test_columns_are_given_where_the_text_stands_in_the_file(english, look):
    data = b"To: tom@south.example\nSubject: Question\n\n" + english.text.encode()
    lines = make("github", look()).body(english, data).splitlines()
    assert lines[0].startswith(
        "::warning file=mail/offer.eml,line=2,endLine=2,col=10,endColumn=18,title=subject-vague::"
    )
    assert lines[2].startswith(
        "::warning file=mail/offer.eml,line=6,endLine=6,col=15,endColumn=29,title=date-relative::"
    )
