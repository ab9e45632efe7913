"""What the audit found out about one page."""

from dataclasses import dataclass, field

from tests.browser.addresses import Address
from tests.browser.weights import Weight

LCP_SECONDS = 1.0


@dataclass(frozen=True)
class Scores:
    """Lighthouse's four, its two figures, and a sentence for each of its checks that took a point."""

    categories: dict
    lcp: float
    cls: float
    lost: list


@dataclass
class Findings:
    address: Address
    weight: Weight | None = None
    axe: list = field(default_factory=list)
    nu: list = field(default_factory=list)
    lighthouse: Scores | None = None

    def problems(self, encrypted):
        """A phrase for each budget that the page breaks; the one for LCP holds over TLS and HTTP/2."""
        found = list(self.weight.problems)
        if any(score < 100 for score in self.lighthouse.categories.values()):
            lost = self.lighthouse.lost or [self.scores]
            found += [f"Lighthouse: {sentence}" for sentence in lost]
        if encrypted and self.lighthouse.lcp > LCP_SECONDS:
            found.append(f"LCP {self.lighthouse.lcp:.2f} s")
        if self.lighthouse.cls:
            found.append(f"CLS {self.lighthouse.cls:.3f}")
        found += [f"axe: {sentence}" for sentence in self.axe]
        found += [f"Nu: {sentence}" for sentence in self.nu]
        return found

    @property
    def scores(self):
        return " · ".join(str(score) for score in self.lighthouse.categories.values())
