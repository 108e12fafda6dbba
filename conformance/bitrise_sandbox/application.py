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
    routes = [Mount(PREFIX, app=FileStore(state, faults)), Mount("", app=Api(state, faults))]
    application = Starlette(routes=routes)
    application.router.redirect_slashes = False
    return application
