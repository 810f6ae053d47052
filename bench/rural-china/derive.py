#!/usr/bin/env python3
"""Makes counties.csv: the 832 national counties of config/china, and the rest of each province cut into made-up ones.

A size for benchmarks, not a belief: the whole is scaled to the households and the poor of the end of 2015, what a
province has outside its national counties is shared out by chance that hangs on the code alone.
"""
import csv
import hashlib
import math
import os
import statistics

COUNTIES = 2850
PEOPLE = 651_700_000         # 190 million households of 3.43, Linfen's mean without the counties' own
POOR = 55_750_000            # end of 2015
VILLAGES = 590_000
REGISTERED_VILLAGES = 128_000
LOG_SD_OF_PEOPLE = 0.4       # between the made-up counties of a province
SD_OF_LOG_ODDS = 0.4         # of being poor

os.chdir(os.path.dirname(os.path.abspath(__file__)))


def rows(name):
    with open("../../config/china/" + name, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def whole(total, weights):
    """Shares `total` in proportion to `weights`: whole numbers, by largest remainder."""
    exact = [total * w / sum(weights) for w in weights]
    parts = [int(x) for x in exact]
    by_remainder = sorted(range(len(parts)), key=lambda i: (parts[i] - exact[i], i))
    for i in by_remainder[:total - sum(parts)]:
        parts[i] += 1
    return parts


def normal(text):
    """A standard normal that hangs on the text alone."""
    u = (int(hashlib.sha256(text.encode()).hexdigest()[:12], 16) + 0.5) / 16**12
    return statistics.NormalDist().inv_cdf(u)


def made_up(rest, count):
    """`count` counties out of the rest of a province."""
    codes = [int(rest["code"]) // 10000 * 100000 + 90000 + k for k in range(1, count + 1)]
    rate = int(rest["registered_poor (people)"]) / int(rest["rural_people (people)"])
    people = whole(int(rest["rural_people (people)"]),
                   [math.exp(LOG_SD_OF_PEOPLE * normal(f"people {code}")) for code in codes])
    for k, (code, n) in enumerate(zip(codes, people), 1):
        odds = rate / (1 - rate) * math.exp(SD_OF_LOG_ODDS * normal(f"poor {code}"))
        name = f"{rest['label.en'].removesuffix(' (rest)')} {k}"
        yield [f"c{code}", code, name, "none", "cohort", 2020, n, n * odds / (1 + odds)]


def main():
    areas = rows("counties.csv")
    national = [a for a in areas if a["designation"] == "national"]
    rests = {a["province"]: a for a in areas if a["designation"] == "none"}
    units = {p["id"]: int(p["county_units"]) for p in rows("provinces.csv")}
    others = [units[p] - sum(a["province"] == p for a in national) for p in rests]
    out = [[a["id"], a["code"], a["label.en"], "national", "delisting", 2020,
            int(a["rural_people (people)"]), int(a["registered_poor (people)"])] for a in national]
    for (province, rest), count in zip(rests.items(), whole(COUNTIES - len(national), others)):
        out += made_up(rest, count)
    columns = list(zip(*out))
    people, poor = whole(PEOPLE, columns[6]), whole(POOR, columns[7])
    villages, registered = whole(VILLAGES, people), whole(REGISTERED_VILLAGES, poor)
    with open("counties.csv", "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["id", "code", "label", "designation", "target.kind", "target.deadline",
                         "rural_people (people)", "registered_poor (people)",
                         "villages (villages)", "registered_villages (villages)"])
        for row, m, n, v, r in zip(out, people, poor, villages, registered):
            writer.writerow(row[:6] + [m, n, max(1, v), min(max(1, v), r)])
    print(f"{len(out)} counties, {sum(people):,} people, {sum(poor):,} poor")


main()
