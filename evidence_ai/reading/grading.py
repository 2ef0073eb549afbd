"""What a page's grade means, and how it is found from what recognition shows."""

from __future__ import annotations

from evidence_ai.domain.document import Grade

BANDS = ((Grade.EXCELLENT, 0.01), (Grade.GOOD, 0.03), (Grade.FAIR, 0.10), (Grade.POOR, 0.30))
"""The largest share of wrong letters of each grade; beyond the last a page is unreadable."""
