#!/usr/bin/env python3
"""Makes counties.csv from provinces.csv and delisting.csv: python3 derive.py. What it assumes: README.md."""
import csv
import hashlib
import math
import os
import re
import statistics
import subprocess

SHARE_IN_NATIONAL = 0.615        # of the poor of 2013 who live in the 832 counties
SD_OF_LOG_ODDS = 0.4             # of the rates of one province's counties: made up
PEOPLE_A_VILLAGE = 970_470_588 / 590_000
REGISTERED_VILLAGES = 128_000
REGIONS = {"东部": "east", "中部": "centre", "西部": "west"}


os.chdir(os.path.dirname(os.path.abspath(__file__)))


def rows(name):
    with open(name, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def whole(total, weights):
    """Shares `total` in proportion to `weights`: whole numbers, by largest remainder."""
    exact = [total * w / sum(weights) for w in weights]
    parts = [int(x) for x in exact]
    by_remainder = sorted(range(len(parts)), key=lambda i: (parts[i] - exact[i], i))
    for i in by_remainder[:total - sum(parts)]:
        parts[i] += 1
    return parts


def rate(code, middle):
    """A county's made-up place about its province's middle rate, the same in every run."""
    u = (int(hashlib.sha256(code.encode()).hexdigest()[:12], 16) + 0.5) / 16**12
    odds = middle / (1 - middle) * math.exp(SD_OF_LOG_ODDS * statistics.NormalDist().inv_cdf(u))
    return odds / (1 + odds)


def without_kind(name):
    """望都县 -> 望都; names of two characters keep theirs."""
    return re.sub(r"(自治县|自治旗|县|区|市|旗)$", "", name) if len(name) > 2 else name


def romanised(names):
    """Latin letters by machine: some readings are wrong."""
    made = subprocess.run(["uconv", "-x", "Han-Latin; Latin-ASCII"], input="\n".join(names),
                          capture_output=True, text=True, check=True).stdout.split("\n")
    return [name.replace(" ", "").capitalize() for name in made]


def places(provinces, national):
    for p in provinces:
        poor = int(p["poor_thousand"]) * 1000
        people = round(poor / float(p["rate_percent"]) * 100)
        counties = national.get(p["province"], [])
        inside = round(people * min(1, len(counties) / int(p["county_units"])))
        yield {**p, "counties": counties, "poor": poor, "inside": inside, "outside": people - inside}


def poor_inside(p, ratio):
    return p["poor"] * ratio * p["inside"] / (ratio * p["inside"] + p["outside"])


def common_ratio(all_places):
    """By how much a national county's rate exceeds that of the rest of its province."""
    low, high, wanted = 1.0, 1000.0, SHARE_IN_NATIONAL * sum(p["poor"] for p in all_places)
    for _ in range(200):
        middle = (low + high) / 2
        low, high = (middle, high) if sum(poor_inside(p, middle) for p in all_places) < wanted else (low, middle)
    return low


def main():
    national = {}
    for row in rows("delisting.csv"):
        national.setdefault(row["province"], []).append(row)
    all_places = list(places(rows("provinces.csv"), national))
    ratio = common_ratio(all_places)
    print(f"rate in national counties / rest of the province: {ratio:.2f}")
    out = []
    for p in all_places:
        inside = round(poor_inside(p, ratio)) if p["counties"] else 0
        people = whole(p["inside"], [1] * len(p["counties"])) if p["counties"] else []
        weights = [rate(c["adcode"], inside / p["inside"]) for c in p["counties"]]
        poor = whole(inside, weights) if p["counties"] else []
        for c, m, n in zip(p["counties"], people, poor):
            out.append([f"c{c['adcode']}", c["adcode"], "", c["county"], "national", REGIONS[c["region"]], p["id"],
                        "delisting", c["delist_year"], m, n])
        if p["outside"] > 0:
            out.append([f"{p['id']}_rest", int(p["code"]) + 9999, f"{p['en']} (rest)", f"{p['province']}其余", "none",
                        p["region"], p["id"], "cohort", 2020, p["outside"], p["poor"] - inside])
    unnamed = [row for row in out if not row[2]]
    for row, name in zip(unnamed, romanised([without_kind(row[3]) for row in unnamed])):
        row[2] = name
    total = sum(row[10] for row in out)
    for row in out:
        villages = max(1, round(row[9] / PEOPLE_A_VILLAGE))
        row += [villages, min(villages, round(REGISTERED_VILLAGES * row[10] / total))]
    with open("counties.csv", "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["id", "code", "label.en", "label.zh", "designation", "region", "province", "target.kind",
                         "target.deadline", "rural_people (people)", "registered_poor (people)",
                         "villages (villages)", "registered_villages (villages)"])
        writer.writerows(out)
    print(f"{len(out)} areas, {sum(row[9] for row in out):,} people, {total:,} poor")


main()
