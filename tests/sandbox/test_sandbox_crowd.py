"""Many clients at once on one server: no write is lost, no answer is 500, every list is whole."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from random import Random

import httpx
import pytest

from bitrise_sandbox import Sandbox

CLIENTS = 32


@dataclass
class Ledger:
    """What one client did, and so what must be there."""

    apps: set[str] = field(default_factory=set)
    builds: dict[str, str] = field(default_factory=dict)
    aborted: set[str] = field(default_factory=set)
    titles: dict[str, str] = field(default_factory=dict)
    secrets: dict[tuple[str, str], str] = field(default_factory=dict)
    deleted: set[str] = field(default_factory=set)
    requests: int = 0
    statuses: dict[int, int] = field(default_factory=dict)


class Client:
    """Does random valid work of its own, and checks as it goes that its own writes can be read."""

    def __init__(self, http: httpx.AsyncClient, random: Random, shared: list[str]) -> None:
        self.http = http
        self.random = random
        self.shared = shared
        self.ledger = Ledger()

    async def ask(self, method: str, path: str, **options: object) -> httpx.Response:
        answer = await self.http.request(method, path, **options)  # type: ignore[arg-type]
        self.ledger.requests += 1
        self.ledger.statuses[answer.status_code] = self.ledger.statuses.get(answer.status_code, 0) + 1
        return answer

    async def work(self, until: float) -> None:
        jobs: list[Callable[[], Awaitable[None]]] = [
            self.register,
            self.rename,
            self.trigger,
            self.trigger,
            self.abort,
            self.keep_secret,
            self.drop_secret,
            self.delete,
            self.walk,
            self.look,
        ]
        while time.monotonic() < until:
            await self.random.choice(jobs)()

    async def register(self) -> None:
        if len(self.ledger.apps) < 10:
            body = {"repo_url": "https://x.invalid/a/b", "is_public": False, "title": "crowd"}
            slug = (await self.ask("POST", "/apps/register", json=body)).json()["slug"]
            assert slug not in self.ledger.apps
            self.ledger.apps.add(slug)
            self.ledger.titles[slug] = "crowd"

    async def rename(self) -> None:
        if self.ledger.apps:
            slug, title = self.random.choice(sorted(self.ledger.apps)), f"t{self.random.random()}"
            assert (await self.ask("PATCH", f"/apps/{slug}", json={"title": title})).status_code == 200
            self.ledger.titles[slug] = title
            assert (await self.ask("GET", f"/apps/{slug}")).json()["data"]["title"] == title

    async def trigger(self) -> None:
        app = self.random.choice(self.shared)
        answer = await self.ask("POST", f"/apps/{app}/builds", json={"build_params": {"branch": "crowd"}})
        assert answer.status_code == 201
        self.ledger.builds[answer.json()["build_slug"]] = app

    async def abort(self) -> None:
        running = sorted(set(self.ledger.builds) - self.ledger.aborted)
        if running:
            slug = self.random.choice(running)
            answer = await self.ask("POST", f"/apps/{self.ledger.builds[slug]}/builds/{slug}/abort")
            # By then the build may have ended by itself.
            if answer.status_code == 200:
                self.ledger.aborted.add(slug)

    async def keep_secret(self) -> None:
        if self.ledger.apps:
            app, name = self.random.choice(sorted(self.ledger.apps)), f"S{self.random.randrange(20)}"
            value = str(self.random.random())
            answer = await self.ask("PUT", f"/apps/{app}/secrets/{name}", json={"value": value})
            assert answer.status_code == (204 if (app, name) in self.ledger.secrets else 201)
            self.ledger.secrets[app, name] = value

    async def drop_secret(self) -> None:
        if self.ledger.secrets:
            app, name = self.random.choice(sorted(self.ledger.secrets))
            assert (await self.ask("DELETE", f"/apps/{app}/secrets/{name}")).status_code == 204
            del self.ledger.secrets[app, name]
            assert (await self.ask("GET", f"/apps/{app}/secrets/{name}")).status_code == 404

    async def delete(self) -> None:
        if len(self.ledger.apps) > 5:
            slug = self.random.choice(sorted(self.ledger.apps))
            assert (await self.ask("DELETE", f"/apps/{slug}")).status_code == 200
            self.ledger.apps.discard(slug)
            self.ledger.deleted.add(slug)
            self.ledger.secrets = {key: value for key, value in self.ledger.secrets.items() if key[0] != slug}

    async def walk(self) -> None:
        """Reads all apps page by page while others add and delete: nothing may repeat, nothing of its own be lost."""
        expected = set(self.ledger.apps)
        seen = [app["slug"] for app in await pages(self, "/apps", limit=50)]
        assert len(seen) == len(set(seen))
        assert expected <= set(seen)
        assert not self.ledger.deleted & set(seen)

    async def look(self) -> None:
        path = self.random.choice(["/me", "/organizations", "/builds?limit=5", "/pipelines", "/available-stacks"])
        assert (await self.ask("GET", path)).status_code == 200


async def pages(client: Client, path: str, **query: object) -> list[dict[str, str]]:
    found: list[dict[str, str]] = []
    while True:
        page = (await client.ask("GET", path, params=query)).json()
        found += page["data"]
        if not page["paging"].get("next"):
            return found
        query["next"] = page["paging"]["next"]


async def crowd(sandbox: Sandbox, seconds: float) -> list[Client]:
    headers = {"Authorization": f"token {sandbox.token}"}
    limits = httpx.Limits(max_connections=CLIENTS)
    async with httpx.AsyncClient(base_url=sandbox.base_url, headers=headers, timeout=30, limits=limits) as http:
        shared = [app["slug"] for app in (await http.get("/apps?limit=5")).json()["data"]]
        clients = [Client(http, Random(n), shared) for n in range(CLIENTS)]
        until = time.monotonic() + seconds
        await asyncio.gather(*(client.work(until) for client in clients))
        await check(clients, shared)
    return clients


async def check(clients: list[Client], shared: list[str]) -> None:
    """Everything that was written and not deleted is there, and nothing else is."""
    judge = clients[0]
    listed = {app["slug"]: app["title"] for app in await pages(judge, "/apps", limit=50)}
    for client in clients:
        ledger = client.ledger
        assert {slug: ledger.titles[slug] for slug in ledger.apps} == {slug: listed.get(slug) for slug in ledger.apps}
        assert not ledger.deleted & set(listed)
        for app in ledger.apps:
            names = {one["name"] for one in (await judge.ask("GET", f"/apps/{app}/secrets")).json()["secrets"]}
            assert names == {name for where, name in ledger.secrets if where == app}
        for (app, name), value in ledger.secrets.items():
            assert (await judge.ask("GET", f"/apps/{app}/secrets/{name}/value")).json() == {"value": value}
    triggered = {slug: app for client in clients for slug, app in client.ledger.builds.items()}
    aborted = set().union(*(client.ledger.aborted for client in clients))
    for app in shared:
        builds = await pages(judge, f"/apps/{app}/builds", limit=50, branch="crowd")
        assert {build["slug"] for build in builds} == {slug for slug, where in triggered.items() if where == app}
        numbers = [build["build_number"] for build in builds]
        assert len(numbers) == len(set(numbers))
        assert {b["slug"] for b in builds if b["status_text"] == "aborted"} == {b["slug"] for b in builds} & aborted
    for client in clients:
        assert not {status for status in client.ledger.statuses if status >= 500}


def run(seconds: float) -> int:
    with Sandbox(apps=60, builds=300) as sandbox:
        clients = asyncio.run(crowd(sandbox, seconds))
    return sum(client.ledger.requests for client in clients)


def test_a_crowd_for_a_moment() -> None:
    assert run(2.0) > CLIENTS * 3


@pytest.mark.slow
def test_a_crowd_for_thirty_seconds() -> None:
    assert run(30.0) > CLIENTS * 30
