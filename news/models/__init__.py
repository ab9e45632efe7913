"""News: what happened, when, with whom, and the documents that belong to it."""

from .amendments import Correction, CorrectionChange, Withdrawal
from .attached import Attachment, Photo, Quotation
from .items import NewsContent, NewsItem

__all__ = [
    "Attachment",
    "Correction",
    "CorrectionChange",
    "NewsContent",
    "NewsItem",
    "Photo",
    "Quotation",
    "Withdrawal",
]
