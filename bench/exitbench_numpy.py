#!/usr/bin/python3
"""exitbench as an analyst writes it with numpy: whole columns, one core. What it models: README.md.

    exitbench_numpy.py [REPLICATES]

Prints million household-years a second, the population made beforehand, and the poor in % of people at the end
of each year, the year's entrants counted.
"""
import sys
import time

import numpy as np

HOUSEHOLDS, COUNTIES, YEARS = 1_000_000, 17, 5
LINE = np.exp(-0.78)


def population(rng):
    shares = 1 + 0.5 * (np.arange(COUNTIES) % 5)
    county = np.repeat(np.arange(COUNTIES), rng.multinomial(HOUSEHOLDS, shares / shares.sum()))
    p = 0.02 * (county - 8) + 0.55 * rng.standard_normal(HOUSEHOLDS)
    relative = p - 0.02 * (county - 8)
    return {
        "county": county,
        "growth": 0.02 + 0.002 * (county % 5),
        "size": rng.choice(np.arange(1, 7), HOUSEHOLDS, p=[.10, .22, .25, .23, .13, .07]),
        "p": p,
        "labour": rng.random(HOUSEHOLDS) < 0.8,
        "unsafe": rng.random(HOUSEHOLDS) < np.where(relative < -0.4, 0.20, 0.05),
        "student": rng.random(HOUSEHOLDS) < 0.3,
        "poor": p + 0.2 * rng.standard_normal(HOUSEHOLDS) < -0.78,
        "moved": np.full(HOUSEHOLDS, -9),  # year of relocation
    }


def serve(s, year, ends):
    """Production (A) and relocation (B), county by county, in order of permanent income."""
    reached = [0, 0]
    for first, last in zip(ends[:-1], ends[1:]):
        p, poor, size = s["p"][first:last], s["poor"][first:last], s["size"][first:last]
        able = np.flatnonzero(poor & s["labour"][first:last])
        k = int(0.15 * len(able))
        trained = able[np.argsort(p[able])[:k]]
        unhoused = np.flatnonzero(poor & s["unsafe"][first:last] & (s["moved"][first:last] < 0))
        unhoused = unhoused[np.argsort(p[unhoused])]
        moved = unhoused[np.cumsum(size[unhoused]) <= 0.004 * size.sum()]
        p[trained] += 0.15
        s["moved"][first:last][moved] = year
        reached[0] += len(trained)
        reached[1] += len(moved)
    settled = s["moved"] == year - 2
    s["unsafe"][settled] = False
    s["p"][settled] += 0.10
    return reached


def live(s, rng):
    n = HOUSEHOLDS
    s["p"] += s["growth"] + 0.12 * rng.standard_normal(n)
    y = np.exp(s["p"] + 0.20 * rng.standard_normal(n))
    y[rng.random(n) < 0.03] *= 0.6
    y[s["poor"] & s["student"]] += 0.05 * LINE
    floor = s["poor"] & ~s["labour"] & (y < LINE)
    y[floor] = LINE
    return y, floor


def assess(s, y, ever):
    leaves = s["poor"] & (y >= LINE) & ~s["unsafe"]
    enters = ~s["poor"] & (y < 0.8 * LINE)
    relapses = enters & ever
    s["poor"] = (s["poor"] & ~leaves) | enters
    ever |= s["poor"]
    return leaves, enters, relapses


def record(s, y, masks, reached):
    def people(x):
        return np.bincount(s["county"], x * s["size"], COUNTIES)

    gap = np.where(y < LINE, (LINE - y) / LINE, 0.0)
    poor, all_people = people(s["poor"]), people(np.ones(HOUSEHOLDS))
    rows = [poor, all_people, poor / all_people, *(people(m) for m in masks), *reached]
    return rows + [people(y < LINE), people(gap), people(gap * gap), people(y) / all_people], poor.sum() / all_people.sum()


def replicate(start, seed):
    rng = np.random.default_rng(seed)
    s = {name: column.copy() for name, column in start.items()}
    ever = s["poor"].copy()
    ends = np.searchsorted(s["county"], np.arange(COUNTIES + 1))
    shares = []
    for year in range(1, YEARS + 1):
        reached = serve(s, year, ends)
        y, floor = live(s, rng)
        _, share = record(s, y, (*assess(s, y, ever), floor), reached)
        shares.append(100 * share)
    return shares


def main():
    replicates = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    start = population(np.random.default_rng(0))
    began = time.perf_counter()
    shares = [replicate(start, seed) for seed in range(1, replicates + 1)]
    seconds = time.perf_counter() - began
    print(f"{HOUSEHOLDS * YEARS * replicates / seconds / 1e6:.1f} million household-years/s")
    if shares:
        print("poor, % of people:", " ".join(f"{x:.2f}" for x in np.mean(shares, axis=0)))


main()
