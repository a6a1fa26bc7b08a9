"""The causal map of a course: which factor led to which, directly and through others."""

from collections import defaultdict, deque
from collections.abc import Callable, Collection, Iterable, Iterator

from studyapp.domain.course import Link

Chain = tuple[Link, ...]


class CausalMap:
    """Links, indexed by both their ends. Factors are named by their full ids."""

    def __init__(self, links: Iterable[Link]) -> None:
        """Index `links`; their order is kept wherever several are returned."""
        self.links = tuple(links)
        self._from: dict[str, list[Link]] = defaultdict(list)
        self._to: dict[str, list[Link]] = defaultdict(list)
        for link in self.links:
            self._from[link.cause].append(link)
            self._to[link.consequence].append(link)

    def links_from(self, factor: str) -> tuple[Link, ...]:
        """Return the links of which `factor` is the cause."""
        return tuple(self._from.get(factor, ()))

    def links_to(self, factor: str) -> tuple[Link, ...]:
        """Return the links of which `factor` is the consequence."""
        return tuple(self._to.get(factor, ()))

    def links_between(self, cause: str, consequence: str) -> tuple[Link, ...]:
        """Return the direct links from one factor to the other, of every account."""
        return tuple(link for link in self._from.get(cause, ()) if link.consequence == consequence)

    def links_joining(self, one: str, other: str) -> tuple[Link, ...]:
        """Return the direct links between two factors, of every account; first from `one`."""
        return (*self.links_between(one, other), *self.links_between(other, one))

    def joins(self, factors: Collection[str]) -> bool:
        """Say whether there is a link between any two of some factors."""
        ends = (link.consequence for name in factors for link in self.links_from(name))
        return not set(factors).isdisjoint(ends)

    def chain(self, cause: str, consequence: str) -> Chain:
        """Return the shortest chain of links of one account from cause to consequence, or ()."""
        chains = (self._chain(cause, consequence, account) for account in self.accounts())
        return min((chain for chain in chains if chain), key=len, default=())

    def chain_of(self, cause: str, consequence: str, fits: Callable[[Link], bool]) -> Chain:
        """Return the shortest chain from cause to consequence of links that all fit, or ()."""
        reached: dict[str, Chain] = {cause: ()}
        waiting = deque([cause])
        while waiting:
            here = waiting.popleft()
            for link in self._from.get(here, ()):
                if link.consequence in reached or not fits(link):
                    continue
                reached[link.consequence] = (*reached[here], link)
                if link.consequence == consequence:
                    return reached[consequence]
                waiting.append(link.consequence)
        return ()

    def accounts(self) -> tuple[str, ...]:
        """Return the accounts that hold any link, in the order of the links."""
        return tuple(dict.fromkeys(link.account for link in self.links))

    def cycles(self, account: str) -> tuple[tuple[str, ...], ...]:
        """Return each cycle of an account once, as the factors on it from its smallest id on."""
        found = {_turned(cycle) for cycle in self._closed_walks(account)}
        return tuple(sorted(found))

    def _chain(self, cause: str, consequence: str, account: str) -> Chain:
        return self.chain_of(cause, consequence, lambda link: link.account == account)

    def _closed_walks(self, account: str) -> Iterator[tuple[str, ...]]:
        for link in self.links:
            if link.account != account:
                continue
            back = self._chain(link.consequence, link.cause, account)
            if link.cause == link.consequence:
                yield (link.cause,)
            elif back:
                yield (link.cause, *(step.cause for step in back))


def _turned(cycle: tuple[str, ...]) -> tuple[str, ...]:
    start = cycle.index(min(cycle))
    return cycle[start:] + cycle[:start]
