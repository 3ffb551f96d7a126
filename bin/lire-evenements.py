#!/usr/bin/env python3
"""Reads the event log of Jalon (GET /api/v1/pilotage/evenements) without Jalon: XES or OCEL 2.0 in JSON, standard library alone.

    python3 bin/lire-evenements.py FILE

Prints JSON: how many dossiers, how long each step lasted (count, P50, P90, P99 in working days, nearest rank on tenths of a day, as
the page says), and the ways of the closed dossiers with how many took each. Exit code 0, or 2 when the file is no such log.
"""
import json
import sys
import xml.etree.ElementTree as ET
from collections import Counter, defaultdict
from decimal import ROUND_HALF_UP, Decimal

ENTRE = "Entre deux étapes"
XES = "{http://www.xes-standard.org/}"


def lire_xes(racine):
    """Dossiers as {dispositif, antenne, clos, segments: [(etape, porteur, jours)]}."""
    if racine.tag not in (XES + "log", "log"):
        raise ValueError("this is no XES log")
    for trace in racine.iter(XES + "trace"):
        de_trace = {a.get("key"): a.get("value") for a in trace if a.get("key")}
        segments = []
        for evenement in trace.iter(XES + "event"):
            e = {a.get("key"): a.get("value") for a in evenement}
            if e["lifecycle:transition"] == "complete":
                segments.append((e["concept:name"], e["org:role"], Decimal(e["joursOuvres"])))
        yield {
            "dispositif": de_trace["dispositif"],
            "antenne": de_trace["antenne"],
            "clos": de_trace["clos"] == "true",
            "segments": segments,
        }


def lire_ocel(journal):
    """The same of OCEL: the events of an object, in the order of the file."""
    dossiers = {}
    for objet in journal["objects"]:
        valeurs = {a["name"]: a["value"] for a in objet["attributes"]}
        dossiers[objet["id"]] = {
            "dispositif": valeurs["dispositif"],
            "antenne": valeurs["antenne"],
            "clos": valeurs["clos"],
            "segments": [],
        }
    for evenement in journal["events"]:
        valeurs = {a["name"]: a["value"] for a in evenement["attributes"]}
        for lien in evenement["relationships"]:
            dossiers[lien["objectId"]]["segments"].append(
                (evenement["type"], valeurs["porteur"], Decimal(str(valeurs["joursOuvres"])))
            )
    return dossiers.values()


def dixiemes(jours):
    return int((jours * 10).quantize(Decimal(1), rounding=ROUND_HALF_UP))


def rang(durees, pourcent):
    """The duration that so many per cent do not pass, in working days."""
    triees = sorted(durees)
    place = max(1, (len(triees) * pourcent + 99) // 100)
    return triees[place - 1] / 10


def chemin(segments):
    etapes, avant = [], None
    for etape, _, _ in segments:
        if etape != ENTRE and etape != avant:
            etapes.append(etape)
        avant = etape
    return tuple(etapes)


def resumer(dossiers):
    nombre, durees, chemins = 0, defaultdict(list), Counter()
    for d in dossiers:
        nombre += 1
        for etape, porteur, jours in d["segments"]:
            durees[(d["dispositif"], etape, porteur)].append(dixiemes(jours))
        if d["clos"]:
            chemins[(d["dispositif"], chemin(d["segments"]))] += 1
    return {
        "dossiers": nombre,
        "etapes": [
            {
                "dispositif": cle[0],
                "etape": cle[1],
                "porteur": cle[2],
                "nombre": len(jours),
                "p50": rang(jours, 50),
                "p90": rang(jours, 90),
                "p99": rang(jours, 99),
            }
            for cle, jours in sorted(durees.items())
        ],
        "chemins": [
            {"dispositif": cle[0], "etapes": list(cle[1]), "dossiers": n} for cle, n in sorted(chemins.items())
        ],
    }


def lire(fichier):
    with open(fichier, encoding="utf-8") as flux:
        texte = flux.read()
    if texte.lstrip().startswith("{"):
        return lire_ocel(json.loads(texte))
    return lire_xes(ET.fromstring(texte))


def main(arguments):
    if len(arguments) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    try:
        resume = resumer(lire(arguments[1]))
    except (OSError, ValueError, KeyError, ET.ParseError) as faute:
        print(f"{arguments[1]}: {faute}", file=sys.stderr)
        return 2
    json.dump(resume, sys.stdout, ensure_ascii=False, indent=1)
    print()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
