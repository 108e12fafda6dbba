"""Moments, nulls, unknown members, secrets and enums, one by one."""

import copy
import json
import pickle
from datetime import UTC, datetime, timedelta, timezone

import pytest

from bitrise_api.codec import format_time, one_of, optional_time, time, to_json
from bitrise_api.models import Build, BuildLog, BuildStatus, BuildTriggered, Secret

BUILD = {
    "slug": "b1",
    "build_number": 7,
    "status": 1,
    "status_text": "success",
    "is_on_hold": False,
    "pull_request_id": 0,
    "triggered_at": "2026-08-19T10:00:00Z",
    "triggered_workflow": "primary",
}


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2022-07-18T13:12:35Z", datetime(2022, 7, 18, 13, 12, 35, tzinfo=UTC)),
        ("2022-07-18T13:12:35.2Z", datetime(2022, 7, 18, 13, 12, 35, 200_000, tzinfo=UTC)),
        ("2022-07-18T13:12:35.201Z", datetime(2022, 7, 18, 13, 12, 35, 201_000, tzinfo=UTC)),
        ("2022-07-18T13:12:35.200Z", datetime(2022, 7, 18, 13, 12, 35, 200_000, tzinfo=UTC)),
        ("2017-04-13T06:58:33.803893Z", datetime(2017, 4, 13, 6, 58, 33, 803_893, tzinfo=UTC)),
        ("2017-04-13T06:58:33.803893123Z", datetime(2017, 4, 13, 6, 58, 33, 803_893, tzinfo=UTC)),
        ("2022-07-18T13:12:35+02:00", datetime(2022, 7, 18, 13, 12, 35, tzinfo=timezone(timedelta(hours=2)))),
        ("2022-07-18T13:12:35.000-00:30", datetime(2022, 7, 18, 13, 42, 35, tzinfo=UTC)),
        ("2022-07-18t13:12:35z", datetime(2022, 7, 18, 13, 12, 35, tzinfo=UTC)),
        ("2016-12-31T23:59:60Z", datetime(2016, 12, 31, 23, 59, 59, tzinfo=UTC)),
    ],
)
def test_a_moment_is_aware_and_comes_back_as_it_was_spelt(text, moment):
    build = Build.from_dict({**BUILD, "finished_at": text})
    assert build.finished_at == moment
    assert build.finished_at.utcoffset() is not None
    assert build.to_dict()["finished_at"] == text


@pytest.mark.parametrize("text", ["2022-07-18T13:12:35", "2022-07-18", "yesterday", "", "2022-13-01T00:00:00Z"])
def test_what_is_no_moment_is_refused(text):
    with pytest.raises(ValueError, match="finished_at"):
        Build.from_dict({**BUILD, "finished_at": text})


def test_a_changed_moment_is_given_as_it_is_now():
    build = Build.from_dict({**BUILD, "finished_at": "2022-07-18T13:12:35.100Z"})
    build.finished_at = datetime(2024, 1, 2, 3, 4, 5, 600_000, tzinfo=timezone(timedelta(hours=1)))
    assert build.to_dict()["finished_at"] == "2024-01-02T03:04:05.6+01:00"
    build.finished_at = None
    assert "finished_at" not in build.to_dict()


def test_the_zero_time_reads_as_none_and_comes_back():
    answer = {"log_chunks": [], "is_archived": False, "next_after_timestamp": "0001-01-01T00:00:00Z"}
    log = BuildLog.from_dict(answer)
    assert log.next_after_timestamp is None
    assert log.to_dict() == answer


def test_a_required_moment_may_be_the_zero_time():
    assert time("0001-01-01T00:00:00Z", "x") == datetime(1, 1, 1, tzinfo=UTC)
    assert optional_time("0001-01-01T00:00:00.000Z", "x", {}) is None


def test_a_moment_without_a_time_zone_is_not_sent():
    with pytest.raises(ValueError, match="time zone"):
        format_time(datetime(2022, 1, 1))


def test_null_and_absent_are_none():
    assert Build.from_dict({**BUILD, "tag": None}).tag is None
    assert Build.from_dict(BUILD).tag is None


def test_unknown_members_are_kept():
    build = Build.from_dict({**BUILD, "brand_new": {"a": [1]}})
    assert build.additional_properties == {"brand_new": {"a": [1]}}
    assert build.to_dict() == {**BUILD, "brand_new": {"a": [1]}}
    build.additional_properties["more"] = 1
    assert build.to_dict()["more"] == 1


def test_nothing_is_allocated_for_unknown_members_that_are_not_there():
    build = Build.from_dict(BUILD)
    assert build._extra is None
    assert build.additional_properties == {}
    assert build == Build.from_dict(BUILD)


def test_the_answer_that_was_read_is_left_alone():
    answer = {**BUILD, "brand_new": 1, "tag": None}
    before = copy.deepcopy(answer)
    Build.from_dict(answer)
    assert answer == before


def test_enums_are_enums_and_open():
    assert Build.from_dict(BUILD).status is BuildStatus.SUCCESS
    unknown = Build.from_dict({**BUILD, "status": 99})
    assert unknown.status == 99
    assert unknown.to_dict()["status"] == 99
    assert json.loads(json.dumps(Build.from_dict(BUILD).to_dict())) == BUILD
    with pytest.raises(TypeError):
        Build.from_dict({**BUILD, "status": True})


def test_a_secret_is_in_no_repr():
    secret = Secret.from_dict({"name": "KEY", "value": "hunter2", "brand_new": "hunter3"})
    assert "KEY" in repr(secret)
    assert "hunter" not in repr(secret)


def test_an_error_names_the_member_and_not_its_value():
    with pytest.raises(TypeError, match=r"^branch is int, expected a string$"):
        Build.from_dict({**BUILD, "branch": 4711})


def test_an_attribute_may_be_named_otherwise_than_its_member():
    triggered = BuildTriggered.from_dict({"slug": "the-app", "build_slug": "the-build"})
    assert triggered.app_slug == "the-app"
    assert triggered.to_dict() == {"slug": "the-app", "build_slug": "the-build"}


def test_models_can_be_copied_compared_and_pickled():
    build = Build.from_dict({**BUILD, "finished_at": "2022-07-18T13:12:35.100Z", "brand_new": 1})
    for twin in (copy.copy(build), copy.deepcopy(build), pickle.loads(pickle.dumps(build))):
        assert twin == build
        assert twin.to_dict() == build.to_dict()
    assert build != Build.from_dict(BUILD)


def test_a_body_may_mix_models_and_plain_values():
    moment = datetime(2024, 1, 1, tzinfo=UTC)
    body = {"build": Build.from_dict(BUILD), "at": moment, "status": BuildStatus.ABORTED, "list": [moment, None, 1.5]}
    assert to_json(body) == {
        "build": BUILD,
        "at": "2024-01-01T00:00:00Z",
        "status": 3,
        "list": ["2024-01-01T00:00:00Z", None, 1.5],
    }
    with pytest.raises(TypeError, match="object"):
        to_json({"x": object()})


def test_of_several_object_types_the_one_that_knows_most_members_is_chosen():
    readers = (BuildTriggered.from_dict, Build.from_dict)
    assert isinstance(one_of(BUILD, "x", readers), Build)
    assert isinstance(one_of({"slug": "a", "results": []}, "x", readers), BuildTriggered)
    with pytest.raises(TypeError, match="x is list"):
        one_of([], "x", readers)
