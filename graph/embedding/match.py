"""Whether a store was made with the embedding model that is set: vectors of two models cannot be compared."""

import json

from graph.embedding.model import model_identity
from graph.errors import OtherModel
from graph.settings import Settings

__all__ = ["check_model"]


def check_model(settings: Settings) -> None:
    """Compare the model of the settings with that of their store; raises OtherModel.

    A store whose state tells no model is taken as it is.
    """
    try:
        made = str(json.loads((settings.store / "state.json").read_text()).get("model", ""))
    except (OSError, ValueError):
        return
    named = model_identity(settings)
    if made and made != named:
        raise OtherModel(settings.store, made, named)
