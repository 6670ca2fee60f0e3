"""Documents go by their file's own name, told apart by folders, in whatever order they came."""

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from ingest.register import Register

FILES = st.dictionaries(
    st.lists(st.sampled_from(["a", "b", "plan.txt"]), min_size=1, max_size=4).map(lambda p: Path("/", *p)),
    st.sampled_from(["1", "2", "3"]),
    max_size=6,
)


def test_a_file_goes_by_its_own_name() -> None:
    assert Register({Path("/x/plan.txt"): "1"}).documents() == {"plan.txt": "1"}


def test_files_of_one_name_are_told_apart_by_their_folders() -> None:
    register = Register({Path("/x/y/plan.txt"): "1", Path("/x/z/plan.txt"): "2", Path("/x/z/b.txt"): "3"})

    assert register.documents() == {"b.txt": "3", "y/plan.txt": "1", "z/plan.txt": "2"}


def test_a_content_that_stands_twice_is_one_document() -> None:
    register = Register({Path("/x/b.txt"): "1", Path("/x/a.txt"): "1"})

    assert register.documents() == {"a.txt": "1"}
    assert register.copies() == {Path("/x/b.txt"): "a.txt"}


def test_a_document_is_forgotten_in_all_its_files() -> None:
    register = Register({Path("/x/b.txt"): "1", Path("/x/a.txt"): "1", Path("/x/c.txt"): "2"})

    assert register.without_documents({"a.txt"}, Register({})).documents() == {"c.txt": "2"}


def test_a_file_whose_new_content_is_refused_holds_what_it_held() -> None:
    before = Register({Path("/x/a.txt"): "old"})
    after = before.with_files({Path("/x/a.txt"): "new"})

    assert after.without_documents({"a.txt"}, before).documents() == {"a.txt": "old"}
    assert before.without_documents({"a.txt"}, before).documents() == {}


@given(FILES)
def test_each_content_has_one_name_of_its_own(files: dict[Path, str]) -> None:
    documents = Register(files).documents()

    assert sorted(documents.values()) == sorted(set(files.values()))


@given(FILES)
def test_the_order_plays_no_part(files: dict[Path, str]) -> None:
    backwards = dict(reversed(files.items()))

    assert Register(files).documents() == Register(backwards).documents()


@given(FILES)
def test_a_register_is_kept_as_it_is(files: dict[Path, str]) -> None:
    with TemporaryDirectory() as folder:
        Register(files).write(Path(folder) / "register.json")

        assert Register.read(Path(folder) / "register.json").documents() == Register(files).documents()
