import maillint.authoring
from maillint.authoring import _HOMES


def test_every_name_on_offer_has_a_home():
    assert set(maillint.authoring.__all__) == set(_HOMES)
    assert all(getattr(maillint.authoring, name) is not None for name in _HOMES)
