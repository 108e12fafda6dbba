"""Import time of the client, as a ratio to `import httpx`.

    python benchmarks/import_time.py [--turns 25]

Each turn starts fresh interpreters one after the other; the ratio is that of the means of their CPU time, less that of
an interpreter that imports nothing. The second line also makes a client, as every program does.
"""

from __future__ import annotations

import argparse
import resource
import statistics
import subprocess
import sys

NOTHING = "pass"
PAIRS = {
    "import": ("from bitrise_client import Bitrise", "import httpx"),
    "import and first client": ("from bitrise_client import Bitrise; Bitrise('x' * 9)", "import httpx; httpx.Client()"),
}


def cpu_seconds(program: str) -> float:
    """CPU time of an interpreter that runs a program."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-c", program], check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--turns", type=int, default=25, help="alternating turns (default 25)")
    turns = arguments.parse_args().turns
    for name, (ours, reference) in PAIRS.items():
        times: dict[str, list[float]] = {ours: [], reference: [], NOTHING: []}
        for program in (*times, *times):  # bytecode is compiled before anything is measured
            cpu_seconds(program)
        for _ in range(turns):
            for program, seconds in times.items():
                seconds.append(cpu_seconds(program))
        own, other = (
            statistics.fmean(times[program]) - statistics.fmean(times[NOTHING]) for program in (ours, reference)
        )
        print(f"{name}: ratio {own / other:.2f} ({own * 1000:.0f} ms CPU : {other * 1000:.0f} ms for `{reference}`)")


if __name__ == "__main__":
    main()
