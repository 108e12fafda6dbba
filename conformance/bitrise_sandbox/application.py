"""The ASGI application: the file store under ``/_storage``, the API under ``/v0.1``, nothing elsewhere."""

from __future__ import annotations

from collections.abc import Sequence

from starlette.applications import Starlette
from starlette.routing import Mount

from .api import Api
from .filestore import FileStore
from .state import State
from .storage import PREFIX
from .wire import Fault


def build_application(state: State, faults: Sequence[Fault] = ()) -> Starlette:
    application = Starlette(routes=[Mount(PREFIX, app=FileStore(state, faults))])
    application.router.redirect_slashes = False
    # Not a Mount: its pattern matches no line break, which a decoded path may hold.
    application.router.default = Api(state, faults)
    return application
