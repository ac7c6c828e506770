"""TEI of other projects in, the parts of an edition out."""

from __future__ import annotations

from chancery.importers.frus import Imported, VolumeFacts, read_volume

__all__ = ["Imported", "VolumeFacts", "read_volume"]
