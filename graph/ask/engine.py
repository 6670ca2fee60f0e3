"""Answers plain questions over a graph: deterministic, cited, and with a reason where it cannot."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from time import perf_counter
from typing import TYPE_CHECKING, Any

from graph.ask.abstain import Abstention
from graph.ask.ages import Ages
from graph.ask.ambiguity import Ambiguity
from graph.ask.anchors import Anchors
from graph.ask.answering import Answering
from graph.ask.belonging import Belonging
from graph.ask.candidates import Candidates
from graph.ask.choose import Chooser
from graph.ask.compare import Comparison
from graph.ask.conditions import Conditions
from graph.ask.contents import ContentSearch, Vectoriser
from graph.ask.contradictions import Contradictions
from graph.ask.contrasts import contrasted
from graph.ask.dates import Dates
from graph.ask.decide import Decider
from graph.ask.districts import Districts, only_of
from graph.ask.editions import Earlier, Editions, OfDistricts
from graph.ask.eras import in_time
from graph.ask.execute import Executor
from graph.ask.explaining import Explanations
from graph.ask.holdings import Holdings
from graph.ask.index import EntityIndex
from graph.ask.learnt import Learnt
from graph.ask.length import too_long
from graph.ask.lexicon import Language, Lexicon
from graph.ask.likeness import Likeness
from graph.ask.linking import Linker
from graph.ask.listing import Listing
from graph.ask.meanings import Meanings
from graph.ask.notes import Notes
from graph.ask.numbered import Numbered
from graph.ask.occurrences import Occurrences
from graph.ask.partners import Partners
from graph.ask.paths import Paths
from graph.ask.presuming import Presuming
from graph.ask.profile import Profile
from graph.ask.qualifiers import Qualifiers
from graph.ask.question import Question, weigh
from graph.ask.quotes import PassageSearch
from graph.ask.quotes.scopes import Scopes
from graph.ask.ranks import Ranks
from graph.ask.reading import Reading
from graph.ask.recast import Recasting
from graph.ask.reckoning import Reckoning
from graph.ask.referents import Referents
from graph.ask.remarks import Remarks
from graph.ask.responses import Responses
from graph.ask.sayings import SaidWords
from graph.ask.sequences import Sequences
from graph.ask.settling import Settling
from graph.ask.shape import read_shape
from graph.ask.shortfalls import Shortfalls
from graph.ask.sources import Sources
from graph.ask.spanish import Spanish
from graph.ask.spelling import Spelling, Words
from graph.ask.stories import Stories
from graph.ask.suggestions import Suggestions
from graph.ask.sweep import Sweep
from graph.ask.tallies import Tallies
from graph.ask.targets import Targets
from graph.ask.threads import Threads
from graph.ask.tokens import tokenise
from graph.ask.topics import Topics
from graph.ask.vocabulary import Vocabulary
from graph.model import Answer
from graph.passages import Passage
from graph.store import Store

if TYPE_CHECKING:
    from graph.ask.chains import ChainAnswers
    from graph.ask.facets.answering import FacetAnswers

__all__ = ["Engine"]


@dataclass(frozen=True)
class Engine:
    """The question engine over one graph."""

    language: Language
    lexicon: Lexicon
    index: EntityIndex
    spelling: Spelling
    linker: Linker
    candidates: Candidates
    decider: Decider
    flags: frozenset[str] = frozenset()
    settling: Settling | None = None
    remarks: Remarks | None = None
    chains: "ChainAnswers | None" = None
    facets: "FacetAnswers | None" = None
    districts: Districts | Editions | None = None
    about_only: tuple[str, tuple[str, ...], Earlier | OfDistricts | None] = ("", (), None)
    """The name of the district, its graphs and what is left out, where only some plans are asked."""

    @classmethod
    def open(
        cls,
        store: Store,
        vectoriser: Vectoriser | None = None,
        lexicon: Lexicon | None = None,
        name: str = "",
        passages: Sequence[Passage] = (),
    ) -> "Engine":
        """Learn a graph; `name` is the place to cite where its facts carry no evidence."""
        lexicon = Lexicon.of_plans() if lexicon is None else lexicon
        return cls.over(store, Learnt.of(store, lexicon), lexicon, vectoriser, name, passages)

    @classmethod
    def over(
        cls,
        store: Store,
        learnt: Learnt,
        lexicon: Lexicon,
        vectoriser: Vectoriser | None = None,
        name: str = "",
        passages: Sequence[Passage] = (),
    ) -> "Engine":
        """Build the engine over what was learnt of a graph."""
        language = Language.english()
        profile = learnt.profile
        index = EntityIndex.of(learnt, lexicon)
        vocabulary = Vocabulary.of(learnt, lexicon)
        paths = Paths(profile, lexicon)
        contents = ContentSearch(index, lexicon, vectoriser)
        wholes: Mapping[str, Any] = lexicon.settings.get("wholes", {})
        sources = Sources(store, index, name)
        executor = Executor(store, wholes, lexicon.settings.get("holder", {}))
        answering = Answering(index, sources)
        conditions = Conditions(index, paths, lexicon, profile)
        search = PassageSearch(passages, lexicon, language, vectoriser, Scopes.of(learnt, sources), index)
        occurrences = Occurrences(index, lexicon, search)
        sweep = Sweep(
            index, contents, conditions, executor, answering, sources, lexicon, occurrences, learnt.held
        )
        targets = Targets(profile, lexicon, paths.records)
        candidates = Candidates(
            targets,
            conditions,
            Topics(index, contents, paths),
            SaidWords(index, lexicon, language, paths),
            Qualifiers.of(lexicon),
        )
        anchors = Anchors.over(contents, index, executor, targets, learnt.holders)
        abstention = Abstention.of(index, language, lexicon, paths.records)
        ages = Ages(sources, lexicon, learnt.holders, vocabulary.kind_members) if lexicon.terms else None
        belonging = Belonging(sources, lexicon, learnt.holders) if lexicon.terms else None
        engine = cls(
            language,
            lexicon,
            index,
            Spelling.by(
                learnt.words | learnt.base | Words.only_written(p.text for p in passages),
                vocabulary.words() | language.words(),
            ),
            Linker(index, vocabulary, lexicon, language),
            candidates,
            Decider(
                Chooser(executor, abstention),
                Comparison(executor, answering, sources, profile),
                sweep,
                search,
                _responses(answering, sources, index, profile, executor, lexicon),
                Listing(index, contents, executor, sources, lexicon),
                Threads.over(candidates, paths, executor, abstention, anchors),
                Contradictions(sources, index, lexicon),
                Ranks(conditions, executor, answering, sources),
                Dates(ages) if ages else None,
                Likeness(sources, contents, executor, lexicon, belonging) if belonging else None,
                Holdings(ages, belonging, occurrences) if ages and belonging else None,
                Partners(executor, lexicon, sources),
                Sequences(index, sources, lexicon) if belonging else None,
                Shortfalls.of(store, ages, belonging, executor) if ages and belonging else None,
            ),
            frozenset(f for c in profile.classes for f in profile.flags(c)),
            Settling.of(ages, belonging, contents, vocabulary) if ages and belonging else None,
            Remarks(
                Tallies(executor, profile, learnt.held), Suggestions(ages, executor, paths) if ages else None
            ),
        )
        return engine if lexicon.terms else engine._of_any_graph(store, vectoriser, profile, sources)

    def _of_any_graph(
        self, store: Store, vectoriser: Vectoriser | None, profile: Profile, sources: Sources
    ) -> "Engine":
        """Add what answers over a graph for which there is no lexicon."""
        from graph.ask.chains import ChainAnswers  # noqa: PLC0415  # slow to import, and the plans need none
        from graph.ask.facets.answering import FacetAnswers  # noqa: PLC0415

        chains = ChainAnswers.over(store, vectoriser, profile, sources.name)
        return replace(self, chains=chains, facets=FacetAnswers.of(store, profile, self.index, sources))

    def read(self, text: str, referents: Referents | None = None, *, stories: bool = True) -> Question:
        """Link a question, `stories` around it put aside; words such as 'those' may mean things spoken of."""
        typed, mended = self.spelling.mend(tokenise(text), self.language.chat, self.language.alike)
        tokens = self.language.without_courtesy(typed)
        links = self.linker.link(tokens)
        if plain := stories and Stories(self.index, self.lexicon, self.language).plainly(tokens, text, links):
            return self.read(plain, referents, stories=False)
        links = referents.within(tokens, links) if referents else links
        links = self.settling.settled(text, tokens, links) if self.settling else links
        flagged = frozenset(i for p in self.flags & set(links.cues) for i in links.cues[p])
        shape = read_shape(tokens, links, self.language).with_flags(flagged)
        weights, light = weigh(tokens, shape, links, self.index, self.lexicon, self.language)
        question = Question(text, tokens, links, shape, weights, light, mended)
        return self._defining(question)

    def _defining(self, question: Question) -> Question:
        """'What is the first recommendation?': a text that is named, and nothing asked about it."""
        holder = self.lexicon.settings.get("holder", {}).get("class")
        things = [m for m in question.links.things if m.options[0].cls != holder]
        if len(things) != 1 or question.shape.asked or question.shape.boolean:
            return question
        texts = all(o.cls not in self.index.namelike for o in things[0].options)
        plain = [m.tokens for m in question.links.classes if m.senses[0].cls == holder]
        said = question.links.named.union(question.light, *plain)  # '… of the master plan' asks nothing
        others = [i for i in question.weights if i not in said]
        if not texts or others or question.links.cues:
            return question
        return replace(question, shape=replace(question.shape, defining=True))

    def answer(self, text: str, referents: Referents | None = None) -> Answer:
        """Answer one question; a question that cannot be answered gets a reason, never an error."""
        begun = perf_counter()
        if reason := too_long(text):
            return Answer(text, "unanswerable", reason, "list", notes=(reason,))
        if spanish := Spanish.of(text):
            return spanish.told(self.answer(spanish.english, referents), self.index.knows)
        plain = Recasting.english().of(text) if self.lexicon.terms else None
        answer = self.about(text)._answer(plain or text, referents, "" if referents else text)
        others = tuple(a for a in answer.alternatives if a.question not in (text, plain))
        return replace(answer, question=text, alternatives=others, seconds=round(perf_counter() - begun, 4))

    def about(self, *texts: str) -> "Engine":
        """Return the engine over the plans of the district that the first of some texts tells, or this."""
        for text in texts if self.districts else ():
            if self.districts and (engine := self.districts.engine(text)):
                return engine
        return self

    def _answer(self, text: str, referents: Referents | None, typed: str) -> Answer:
        if self.districts and self.districts.apart:
            return self.decider.responses.refused(self.read(text, referents), self.districts.reason(), ())
        answer = self.facets.answer(text) if self.facets and referents is None else None
        reckoning = Reckoning.by(self.read, self._slots, self.decider, self.lexicon)
        answer = reckoning.of_money(typed) if reckoning else answer
        if answer is None or answer.status == "unanswerable":
            answer = self._read_and_answer(text, referents, answer)
        answer = reckoning.better(typed, answer) if reckoning else answer
        return only_of(answer, *self.about_only)

    def _read_and_answer(self, text: str, referents: Referents | None, refused: Answer | None) -> Answer:
        """Answer by typed readings, or by chains; `refused` where the facets of the graph did not answer."""
        question = self.read(text, referents)
        if not self.chains and referents is None and (checked := self._presumed(question)):
            return checked
        answer = self.chains.alone(question) if self.chains and not refused else refused
        slots = self._slots(question) if answer is None else []
        if answer is None and not self.chains and not self.decider.compares(question, slots):
            answer = self.decider.abreast(question, self.read) or contrasted(question, self._side)
            answer = answer or in_time(question, self._side, self.decider.responses.sources.written)
        answer = answer or self.decider.answer(question, slots)
        if self.chains:
            return self.chains.rather(question, answer)
        return self.remarks.on(question, answer) if self.remarks else answer

    def _presumed(self, question: Question) -> Answer | None:
        """Where a question rests on something that it says, that is checked first."""
        return Presuming(self.index, self.lexicon).of(question, self.read, self._side)

    def _slots(self, question: Question) -> list[list[Reading]]:
        return self.candidates.slots(question) if question.tokens else []

    def _side(self, text: str) -> Answer:
        """One side of a comparison, as a question of its own."""
        question = self.read(text)
        return self.decider.answer(question, self._slots(question))


def _responses(
    answering: Answering,
    sources: Sources,
    index: EntityIndex,
    profile: Profile,
    executor: Executor,
    lexicon: Lexicon,
) -> Responses:
    holder = lexicon.settings.get("holder", {})
    meanings = Meanings(executor, Ambiguity(sources, holder.get("by", "")), holder.get("class", ""))
    notes, explanations = Notes(sources, answering), Explanations(sources)
    named = Numbered(index, sources, lexicon)
    return Responses(answering, sources, index, profile, notes, executor, meanings, explanations, named)
