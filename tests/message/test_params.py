"""Parameters of Content-Type and Content-Disposition, as written and as meant."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maillint.message.params import parse


@pytest.mark.parametrize(
    ("value", "main", "parameters"),
    [
        ("", "", {}),
        ("Text/Plain", "text/plain", {}),
        ('text/plain; charset="utf-8"; format=flowed', "text/plain", {"charset": "utf-8", "format": "flowed"}),
        ('multipart/mixed; boundary="a;b=c"; x=y', "multipart/mixed", {"boundary": "a;b=c", "x": "y"}),
        ("attachment; filename=报价 单.pdf; size=3", "attachment", {"filename": "报价 单.pdf", "size": "3"}),
        ('attachment; filename="a \\"b\\".txt"', "attachment", {"filename": 'a "b".txt'}),
        ('attachment; filename="C:\\dir\\"', "attachment", {"filename": "C:\\dir\\"}),
        ('attachment; filename="open; size=1', "attachment", {"filename": "open", "size": "1"}),
        ("x/y; charset=utf-8;;; ", "x/y", {"charset": "utf-8"}),
        ("x/y; CHARSET = utf-8 ;charset=gbk", "x/y", {"charset": "utf-8"}),
        ("attachment; filename*=utf-8''%E4%BD%A0.txt", "attachment", {"filename": "你.txt"}),
        ("attachment; filename*=UTF-8'zh'%E4%BD%A0%2", "attachment", {"filename": "你%2"}),
        ("attachment; filename*1=xt; filename*0*=gb2312''%C4%E3.t", "attachment", {"filename": "你.txt"}),
        ("attachment; filename*0=very; filename*1=long; filename*2=.pdf", "attachment", {"filename": "verylong.pdf"}),
        ('a/b; name="=?gb2312?B?wbq8zsr3?="', "a/b", {"name": "梁嘉树"}),
        ('a/b; name="=?utf-8?B?5L2g?= =?utf-8?B?5aW9?=.doc"', "a/b", {"name": "你好.doc"}),
    ],
)
def test_values(value, main, parameters):
    assert parse(value) == (main, parameters)


@given(st.text(alphabet="ab;=\"'\\* %E0012 ", max_size=120))
def test_any_value_is_parsed(value):
    main, parameters = parse(f"text/plain{value}")
    assert isinstance(main, str)
    assert all(isinstance(text, str) for text in parameters.values())
