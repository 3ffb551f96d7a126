#!/usr/bin/env python3
"""Vérifie la preuve d'une séance sans Jalon : python3 bin/verifier-preuve.py ZIP [--empreinte H] [--regles DOSSIER]
Refait la chaîne des empreintes, les quorums, les votes et leurs résultats ; compare les règles aux tables publiées, et les engagements
aux décisions. Dit ce qui tient (code 0), ou chaque chose qui ne tient pas (code 1). H est imprimée dans le procès-verbal que vous avez en
main : sans elle, un registre refait en entier ne se voit pas. DOSSIER contient les tables DMN telles que l'organisme les publie."""
import argparse, hashlib, json, pathlib, re, sys, zipfile, zlib
from xml.etree import ElementTree
FICHIERS, DMN = ["budget.jsonl", "empreintes.txt", "proces-verbal.pdf", "registre.jsonl"], {"d": "https://www.omg.org/spec/DMN/20191111/MODEL/"}

def sha256(contenu):
    return hashlib.sha256(contenu if isinstance(contenu, bytes) else contenu.encode("utf-8")).hexdigest()

def lire(chemin):
    with zipfile.ZipFile(chemin) as archive:
        noms = sorted(archive.namelist())  # sans budget.jsonl : une preuve d'avant décembre 2026
        if noms not in (FICHIERS, FICHIERS[1:]) or sum(f.file_size for f in archive.infolist()) > 500_000_000:
            raise ValueError("il doit contenir " + ", ".join(FICHIERS) + ", et rien d'autre")
        budget, empreintes, pdf, registre = (archive.read(nom) if nom in noms else b"" for nom in FICHIERS)
    return registre.decode("utf-8").rstrip("\n").split("\n"), empreintes.decode("utf-8").split(), pdf, [json.loads(e) for e in budget.splitlines()]

def rangees(dmn, faits):
    """Les lignes d'une table DMN que ces faits déclenchent : texte égal ou parmi, jour avant, après, entre deux."""
    table = ElementTree.fromstring(dmn.split("<!DOCTYPE")[0]).find(".//d:decisionTable", DMN)
    textes = lambda element, quoi: [c.findtext(".//d:text", "", DMN).strip() for c in element.findall("d:" + quoi, DMN)]
    for regle in table.findall("d:rule", DMN):
        if all(vaut(c, faits[n]) for n, c in zip(textes(table, "input"), textes(regle, "inputEntry"))):
            yield dict(zip((s.get("name") for s in table.findall("d:output", DMN)), (json.loads(t or "null") for t in textes(regle, "outputEntry"))))

def vaut(cellule, valeur):
    entre = re.fullmatch(r'([\[\]])date\("([\d-]+)"\)\s*\.\.\s*date\("([\d-]+)"\)([\[\]])', cellule)
    bornes = [(">=" if entre[1] == "[" else ">", entre[2]), ("<=" if entre[4] == "]" else "<", entre[3])] if entre else []
    bornes += re.findall(r'(>=|<=|>|<)\s*date\("([\d-]+)"\)', cellule)
    tient = [{">=": valeur >= j, "<=": valeur <= j, ">": valeur > j, "<": valeur < j}[o] for o, j in bornes]
    return cellule in ("", "-") or (all(tient) if bornes else valeur in re.findall(r'"([^"]*)"', cellule))

class Verification:
    def __init__(self, lignes, empreintes, pdf, ecritures, publiees=None):
        self.lignes, self.empreintes, self.pdf, self.ecritures, self.publiees = lignes, empreintes, pdf, ecritures, publiees
        self.fautes, self.actes, self.ou, self.papier, self.regles, self.ouvert = [], [], "", "", None, None
        self.membres, self.points, self.depots, self.votes, self.decisions, self.pouvoirs = {}, {}, {}, {}, {}, {}
        self.bouges, self.retires, self.lus, self.recepisses = set(), set(), set(), set()
    def exiger(self, vrai, texte):
        self.fautes += [] if vrai else [self.ou + texte]
        return vrai
    def tout(self, empreinte):
        self.chaine()
        self.essayer(self.fin, empreinte)
        for rang, acte in enumerate(self.actes, 1):
            self.ou = f"Acte {rang}, {acte.get('acte')} : "
            self.essayer(self.acte, rang, acte)
        self.ou = "Grand livre : "
        self.essayer(self.budget)
    def essayer(self, verification, *de):
        try:
            verification(*de)
        except Exception as e:  # un registre falsifié peut avoir n'importe quelle forme
            self.exiger(False, f"illisible ({type(e).__name__} {e}).")
    def chaine(self):
        avant, n, m = "0" * 64, len(self.lignes), len(self.empreintes)
        self.exiger(n == m, f"Chaîne rompue : {n} actes pour {m} empreintes.")
        for rang, (ligne, empreinte) in enumerate(zip(self.lignes, self.empreintes), 1):
            self.exiger(sha256(avant + "\n" + ligne) == empreinte, f"Chaîne rompue : l'acte {rang} n'a pas son empreinte.")
            avant = empreinte
        for ligne in self.lignes:
            try:
                self.actes.append(dict(json.loads(ligne)))
            except (ValueError, TypeError) as e:
                self.actes.append({"acte": f"illisible, {e}"})
    def fin(self, empreinte):
        natures = [a.get("acte") for a in self.actes]
        tenu = natures[0] == "REGLES" and [n for n in natures if n in ("CLOTURE", "SIGNATURE")] == natures[-2:] == ["CLOTURE", "SIGNATURE"]
        self.exiger(tenu, "Le registre doit commencer par REGLES et finir par CLOTURE puis SIGNATURE, une fois chacun, sans acte après.")
        self.papier = self.empreintes[-2]  # le procès-verbal porte l'empreinte de l'acte d'avant la signature
        self.exiger(empreinte in (None, self.papier), f"L'empreinte du procès-verbal, {empreinte}, n'est pas celle du registre.")
        for cloture in (a for a in self.actes if a.get("acte") == "CLOTURE"):
            self.membres = {m["membre"]: m for m in cloture["membres"]}
            self.points, self.bouges = {p["point"]: p for p in cloture["points"]}, {m["membre"] for m in cloture["mouvements"]}
            self.retires = {p["point"] for p in cloture["points"] if p["etat"] == "RETIRE"}
    def acte(self, rang, a):
        self.exiger(a["rang"] == rang, f"rang {a['rang']} au lieu de {rang} : un acte manque, est ajouté ou déplacé.")
        self.exiger(a["seance"] == self.actes[0]["seance"], f"il est d'une autre séance, {a['seance']}.")
        getattr(self, "acte_" + a["acte"].lower())(a)
    def acte_regles(self, a):
        jour = re.search(r"-(\d{4}-\d\d-\d\d)(-\d+)?$", a["seance"])
        self.exiger(jour and jour.group(1) == a["jour"], f"règles du {a['jour']}, d'un autre jour que la séance {a['seance']}.")
        self.regles = a
        if "pouvoirs" not in a: return  # un registre d'avant décembre 2026 ne porte pas ses tables
        p = next(rangees(a["tables"]["parametres-instances"], a), {})
        q = [{"code": r["qualite"], **{c: r[c] for c in ("presents", "malgreDeports", "rangPresidence")}} for r in rangees(a["tables"]["composition-instances"], a)]
        self.exiger(a["qualites"] == q and all(a[c] == p.get(c) for c in ("quorumPart", "pouvoirs", "pouvoirsAuQuorum")), "les règles écrites ne sont pas celles des tables de ce jour.")
        for cle, table in a["tables"].items() if self.publiees else ():
            self.exiger((self.publiees / f"{cle}.dmn").read_text("utf-8") == table, f"la table {cle} n'est pas celle qui est publiée.")
    def acte_pouvoir(self, a):
        porte = sum(p == a["mandataire"] for m, p in self.pouvoirs.items() if m != a["membre"]) < self.regles.get("pouvoirs", 0)
        self.exiger(not a["mandataire"] or (porte and a["ecrit"]), f"{self.nom(a['mandataire'])} porte plus de pouvoirs que les règles, ou sans écrit.")
        self.pouvoirs[a["membre"]] = a["mandataire"]
    def acte_avis_prepare(self, a):
        self.exiger(a["point"] not in self.votes and a["point"] not in self.lus, "avis déposé après l'ouverture du dossier.")
        self.depots.setdefault(a["point"], {})[a["membre"]] = a["empreinte"]
    def acte_avis_ouverts(self, a):
        self.exiger(a["point"] not in self.votes and a["point"] not in self.lus, "avis ouverts une seconde fois.")
        self.lus.add(a["point"])
        deposes = dict(self.depots.get(a["point"], {}))
        for avis in a["avis"]:
            self.exiger(deposes.pop(avis["membre"], None) == sha256(avis["sel"] + "\n" + avis["contenu"]), f"l'avis préparé de {self.nom(avis['membre'])} n'est pas celui qui était déposé sous scellé.")
        self.exiger(not deposes, "il manque l'avis préparé déposé sous scellé par " + ", ".join(map(self.nom, deposes)) + ".")
    def nom(self, membre):
        return self.membres.get(membre, {}).get("nom", f"membre inconnu {membre}")
    def votants(self, a, point):
        # Siège le titulaire présent, sinon son suppléant, sinon qui porte son pouvoir et siège ; un déport retire le siège.
        sieges, occupants = a["sieges"], []
        titulaires = [m for m in sieges if not m["suppleantDe"]]
        for t in titulaires:
            siege = [t] + [m for m in sieges if m["suppleantDe"] == t["membre"]]
            la = [m for m in siege if m["present"] and not m["deporte"]]
            occupants += la[:1] or ([] if any(m["deporte"] for m in siege) else [t])
        la = [m for m in occupants if m["present"]]
        porteurs = {m["membre"] for m in la} if self.regles.get("pouvoirs") else set()
        votants = la + [m for m in occupants if not m["present"] and m.get("mandataire") in porteurs]
        self.exiger(all(m.get("mandataire", "") == self.pouvoirs.get(m["membre"], "") for m in sieges), "un pouvoir n'est pas celui que le registre a noté.")
        self.exiger(all(m["vote"] == (m in votants) for m in sieges), "qui peut voter ne suit pas des sièges, présences et déports.")
        self.comme_a_la_cloture(a, point, titulaires)
        return titulaires, occupants, votants, votants if self.regles.get("pouvoirsAuQuorum") else la
    def comme_a_la_cloture(self, a, point, titulaires):
        self.exiger({t["membre"] for t in titulaires} == {m for m in self.membres if not self.membres[m]["suppleantDe"]}, "les sièges ne sont pas ceux de la séance.")
        sortis = {d["membre"] for d in self.points.get(point, {}).get("deports", []) if d["le"].rstrip("Z") <= a["le"].rstrip("Z")}
        for m in a["sieges"]:
            final = self.membres.get(m["membre"], {})
            self.exiger(all(m[c] == final.get(c) for c in ("nom", "qualite", "suppleantDe")), f"{m['nom']} n'a pas le siège de la séance.")
            self.exiger(m["membre"] in self.bouges or m["present"] == (final.get("presence") == "PRESENT"), f"la présence de {m['nom']} n'est pas celle de la séance, sans arrivée ni départ.")
            self.exiger(m["deporte"] or m["membre"] not in sortis, f"le déport de {m['nom']} est caché.")
    def quorum(self, a, point, exige=True):
        titulaires, occupants, votants, comptes = self.votants(a, point)
        necessaires = len(occupants) * self.regles["quorumPart"] // 100 + 1
        atteint = len(comptes) >= necessaires
        for q in self.regles["qualites"]:
            tous, restent, la = (sum(m["qualite"] == q["code"] for m in liste) for liste in (titulaires, occupants, comptes))
            exiges = min(q["presents"], restent) if restent < tous and not q["malgreDeports"] else q["presents"]
            atteint = atteint and la >= exiges
        refait = {"sieges": len(occupants), "presents": len(comptes), "necessaires": necessaires, "atteint": atteint}
        self.exiger(a["quorum"] == refait, f"le quorum écrit {a['quorum']} n'est pas celui que donnent les règles, {refait}.")
        self.exiger(atteint or not exige, "vote sans le quorum.")
        rangs = {q["code"]: q["rangPresidence"] for q in self.regles["qualites"]}
        possibles = ((rangs.get(m["qualite"], 0), m["nom"], m["membre"]) for m in votants if m["present"] and rangs.get(m["qualite"], 0) > 0)
        preside = min(possibles, default=(0, "", None))[2]
        self.exiger(a["preside"] == preside, f"qui préside ne suit pas des règles : ce devait être {self.nom(preside)}.")
        return occupants, votants, preside, atteint
    def acte_vote_ouvert(self, a):
        point, avant = a["point"], self.votes.setdefault(a["point"], [])
        self.exiger(self.ouvert is None or self.ouvert["point"] in self.retires, "un autre vote est encore ouvert.")
        self.exiger(point in self.lus or not self.depots.get(point), "les avis déposés sous scellé n'ont pas été ouverts.")
        self.exiger(a["tour"] == len(avant) + 1, f"vote {a['tour']} du dossier {a['dossier']}, attendu : {len(avant) + 1}.")
        for fini in avant[-1:]:
            encore = fini["resultat"] in ("PARTAGE", None) or (fini["resultat"], fini["montant"] != a["montant"]) == ("REJETE", True)
            self.exiger(encore and point not in self.decisions, f"ce vote recommence un vote fini, {fini['resultat']}.")
        self.exiger(all(a[c] == self.points.get(point, {}).get(c) for c in ("dossier", "ordre")), f"le dossier {a['dossier']} n'est pas à cette place de l'ordre du jour.")
        self.quorum(a, point)
        for r in rangees(self.regles["tables"]["scrutins-instances"], dict(self.regles, **self.points.get(point, {"question": ""}))) if "tables" in self.regles else ():
            self.exiger(all(a[c] == r[c] for c in ("majorite", "partage", "tours")), "la règle de ce vote n'est pas celle de la table de ce jour.")
        self.ouvert = dict(a, bulletins={}, resultat=None, essais=sum(v["montant"] == a["montant"] for v in avant) + 1)
        avant.append(self.ouvert)
    def acte_bulletin(self, a):
        vote = self.ouvert
        if not self.exiger(vote and a["scrutin"] == vote["scrutin"], "bulletin hors d'un vote ouvert."):
            return
        self.exiger(a["membre"] in [m["membre"] for m in self.votants(a, vote["point"])[2]], f"le siège de {self.nom(a['membre'])} ne vote pas.")
        if vote["secret"]:
            self.exiger(a["membre"] not in vote["bulletins"] and a["recepisse"] not in self.recepisses, f"second bulletin secret de {self.nom(a['membre'])}, ou récépissé déjà donné.")
            self.recepisses.add(a["recepisse"])
        vote["bulletins"][a["membre"]] = None if vote["secret"] else a["engagement"]
    def acte_vote_ferme(self, a):
        vote, self.ouvert = self.ouvert, None
        if not self.exiger(vote and (a["scrutin"], a["point"]) == (vote["scrutin"], vote["point"]), "ce vote n'est pas ouvert."):
            return
        occupants, votants, preside, _ = self.quorum(a, vote["point"])
        (self.urne if vote["secret"] else self.par_noms)(vote, a["bulletins"])
        sens = [b["sens"] for b in a["bulletins"]]
        voix = [sens.count(s) for s in ("POUR", "CONTRE", "ABSTENTION")]
        self.exiger(sum(voix) == len(sens) > 0, "bulletin qui ne dit ni pour, ni contre, ni abstention, ou urne vide.")
        self.exiger([a["pour"], a["contre"], a["abstentions"]] == voix, f"les voix écrites ne sont pas celles des bulletins, {voix}.")
        base = {"EXPRIMES": voix[0] + voix[1], "PRESENTS": max(len(votants), len(sens)), "SIEGES": max(len(occupants), len(sens))}[vote["majorite"]]
        president = next((b["sens"] for b in a["bulletins"] if preside and b.get("membre") == preside), None)
        vote["resultat"] = resultat(voix[0], voix[1], base, president, vote)
        self.exiger(a["resultat"] == vote["resultat"], f"le résultat {a['resultat']} n'est pas celui des règles, {vote['resultat']}.")
    def acte_vote_abandonne(self, a):
        vote, self.ouvert = self.ouvert, None
        if self.exiger(vote and (a["scrutin"], a["point"]) == (vote["scrutin"], vote["point"]), "ce vote n'est pas ouvert."):
            self.exiger(not self.quorum(a, vote["point"], False)[3] or not vote["bulletins"], "ce vote pouvait finir.")
    def urne(self, vote, bulletins):
        n, urne = len(vote["bulletins"]), len({b["id"] for b in bulletins})
        self.exiger(n == urne == len(bulletins), f"{len(bulletins)} bulletins secrets, dont {urne} différents, pour {n} récépissés.")
    def par_noms(self, vote, bulletins):
        noms = [b["membre"] for b in bulletins]
        for membre in sorted(set(vote["bulletins"]) | set(noms)):
            self.exiger((noms.count(membre), membre in vote["bulletins"]) == (1, True), f"le bulletin de {self.nom(membre)} est ajouté, manque, ou est compté deux fois.")
        for b in bulletins:
            engage = sha256("|".join((vote["scrutin"], b["membre"], b["sens"], b["sel"])))
            self.exiger(vote["bulletins"].get(b["membre"]) == engage, f"le bulletin de {self.nom(b['membre'])} n'est pas celui qu'il a déposé.")
    def acte_decision(self, a):
        self.decisions[a["point"]] = a
        vote = next(reversed(self.votes.get(a["point"], [])), {"resultat": None})
        if not self.exiger(vote["resultat"] and vote["dossier"] == a["dossier"], f"décision sur {a['dossier']} sans vote fini."):
            return
        attendu = {"REFUS": "REJETE", "AJOURNEMENT": vote["resultat"]}.get(a["decision"], "ADOPTE")
        self.exiger(vote["resultat"] == attendu, f"la décision {a['decision']} n'est pas ce que le vote a donné, {vote['resultat']}.")
        montant = None if a["decision"] in ("REFUS", "AJOURNEMENT") else vote["montant"]
        au_plus = vote["demande"] if montant is None and a["decision"].startswith("ACCORD") else None  # a vote on the principle
        self.exiger(0 < (a["montant"] or 0) <= au_plus if au_plus else a["montant"] == montant, f"le montant décidé, {a['montant']} centimes, n'est pas le montant voté, {au_plus or montant}.")
    def acte_cloture(self, a):
        self.exiger(self.ouvert is None or self.ouvert["point"] in self.retires, "un vote est resté ouvert.")
        self.exiger((r := [p["ordre"] for p in self.points.values()]) == sorted(set(r)), "les dossiers de l'ordre du jour ne sont pas dans l'ordre.")
        for point, p in self.points.items():
            d = self.decisions.get(point, {})
            tient = {"RENDU": d and (p["decision"], p["montant"]) == (d["decision"], d["montant"]), "REPORTE": not d, "RETIRE": True}.get(p["etat"])
            self.exiger(tient, f"la décision sur {p['dossier']}, {p['etat']}, manque au registre ou n'est pas celle de la clôture.")
        perdus = (set(self.votes) | set(self.decisions)) - set(self.points)
        self.exiger(not perdus, f"un dossier voté ou décidé n'est plus à l'ordre du jour, {', '.join(sorted(perdus))}.")
    def budget(self):
        for d in (d for p, d in self.decisions.items() if p not in self.retires and d["decision"] != "AJOURNEMENT"):
            pris = [e["centimes"] for e in self.ecritures if (e["dossier"], e["nature"], e["compte"]) == (d["dossier"], "ENGAGEMENT", "ENGAGE")]
            self.exiger(pris in ([], [d["montant"]]), f"{d['dossier']} : {pris} centimes engagés, la séance a accordé {d['montant']}.")
    def acte_signature(self, a):
        self.exiger(a["procesVerbal"] == sha256(self.pdf), "le procès-verbal du zip n'est pas celui qui a été signé.")

def resultat(pour, contre, base, president, vote):
    if pour != contre or vote["partage"] == "REFUS" or (vote["partage"] == "PRESIDENT" and president == "CONTRE"):
        return "ADOPTE" if pour != contre and 2 * pour > base else "REJETE"
    departage = vote["partage"] == "PRESIDENT" and president == "POUR" and 2 * pour >= base
    return "ADOPTE" if departage else "REJETE" if vote["essais"] >= vote["tours"] else "PARTAGE"

def main():
    arguments = argparse.ArgumentParser(description="Vérifie la preuve d'une séance.")
    arguments.add_argument("zip")
    arguments.add_argument("--empreinte", metavar="H", help="imprimée dans le procès-verbal")
    arguments.add_argument("--regles", metavar="DOSSIER", type=pathlib.Path, help="les tables DMN publiées")
    options = arguments.parse_args()
    try:
        v = Verification(*lire(options.zip), options.regles)
    except (OSError, ValueError, RuntimeError, NotImplementedError, EOFError, zipfile.BadZipFile, zlib.error) as e:
        print(f"Le zip ne se lit pas : {e}.")
        return 1
    v.tout(None if options.empreinte is None else "".join(options.empreinte.split()).lower())
    if v.fautes:
        print(*v.fautes, f"La preuve ne tient pas : {len(v.fautes)} faute(s).", sep="\n")
        return 1
    print(f"Séance {v.actes[0]['seance']} : la preuve tient, le procès-verbal est celui qui a été signé.", f"{len(v.actes)} actes, {sum(map(len, v.votes.values()))} votes recomptés, {len(v.decisions)} décisions.", sep="\n")
    print("L'empreinte donnée est celle du registre." if options.empreinte else f"Comparez avec celle du procès-verbal : {v.papier}")
    return 0
if __name__ == "__main__":
    sys.exit(main())
