"""No secret survives the scrubber, in whatever form it travels."""

from __future__ import annotations

import base64
import json
from urllib.parse import quote

from hypothesis import given
from hypothesis import strategies as st

from bitrise_conformance.scrub import Scrubber

secrets = st.text(min_size=8, max_size=60).filter(lambda text: text.isprintable() and text.strip() == text)
plain = st.text(max_size=40)


@given(secrets, plain, plain)
def test_every_form_is_cut_out(secret: str, before: str, after: str) -> None:
    scrubber = Scrubber([secret])
    for form in (
        secret,
        quote(secret, safe=""),
        json.dumps(secret)[1:-1],
        base64.b64encode(secret.encode()).decode().rstrip("="),
    ):
        text = before + form + after
        assert form not in scrubber.text(text) or form in "[token]"
        assert scrubber.finds(text.encode("utf-8", "surrogatepass"))


@given(plain)
def test_other_text_is_left_alone(text: str) -> None:
    scrubber = Scrubber(["bitpat_a_secret_that_is_not_there"])
    assert scrubber.text(text) == text


def test_the_scrubber_does_not_show_what_it_knows() -> None:
    assert "bitpat" not in repr(Scrubber(["bitpat_0123456789"]))
