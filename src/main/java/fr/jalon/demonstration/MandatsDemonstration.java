package fr.jalon.demonstration;

import fr.jalon.budget.AQui;
import fr.jalon.budget.Bordereaux;
import fr.jalon.budget.Depenses;
import fr.jalon.budget.Ordres;
import fr.jalon.budget.Paye;
import fr.jalon.budget.Preuve;
import fr.jalon.commun.Centimes;
import fr.jalon.commun.Horloge;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Invented expenses at every moment of the chain, each act by its own account. */
@Component
@Profile("demonstration")
class MandatsDemonstration {

    private static final String DECIDE = "dispositifs";
    private static final String CERTIFIE = "responsable.kleber";
    private static final String ORDONNE = "finances";
    private static final Set<String> SANS_MANDAT = Set.of("ENGAGE", "CERTIFIE");

    private final Depenses depenses;
    private final Ordres ordres;
    private final Bordereaux bordereaux;
    private final Horloge horloge;

    MandatsDemonstration(Depenses depenses, Ordres ordres, Bordereaux bordereaux, Horloge horloge) {
        this.depenses = depenses;
        this.ordres = ordres;
        this.bordereaux = bordereaux;
        this.horloge = horloge;
    }

    /** Those of the envelopes that were just opened; the orders that wait are made after the slip of the others. */
    void ecrire(Set<String> enveloppes, int annee) {
        Map<String, Long> services = new LinkedHashMap<>();
        List<Map<String, String>> lignes = TableauLivre.lire("mandats.csv").stream()
                .filter(l -> enveloppes.contains(l.get("enveloppe") + "-" + annee))
                .toList();
        lignes.forEach(l -> certifier(l, annee, services));
        Map<String, String> mandats = new LinkedHashMap<>();
        lignes.stream()
                .filter(l -> !SANS_MANDAT.contains(l.get("etat")) && !"ORDONNE".equals(l.get("etat")))
                .forEach(l -> mandats.put(l.get("objet"), ordonner(l, services)));
        if (!mandats.isEmpty()) {
            bordereaux.transmettre(annee, ORDONNE);
        }
        lignes.forEach(l -> suivre(l, mandats.get(l.get("objet"))));
        lignes.stream().filter(l -> "ORDONNE".equals(l.get("etat"))).forEach(l -> ordonner(l, services));
    }

    private void certifier(Map<String, String> l, int annee, Map<String, Long> services) {
        Paye paye = paye(l);
        String engagement = depenses.engager(
                depenses.reserver(
                        l.get("enveloppe") + "-" + annee,
                        Centimes.lire("engage", l.get("engage")),
                        l.get("objet"),
                        null,
                        DECIDE),
                null,
                new AQui(paye.nature(), paye.siret(), paye.iban()),
                DECIDE);
        if (!"ENGAGE".equals(l.get("etat"))) {
            Preuve preuve = new Preuve(Preuve.Sorte.PIECE, "facture de l'exemple " + l.get("objet"));
            services.put(
                    l.get("objet"),
                    depenses.certifier(engagement, Centimes.lire("certifie", l.get("certifie")), preuve, CERTIFIE));
        }
    }

    private String ordonner(Map<String, String> l, Map<String, Long> services) {
        Map<String, String> pieces = Map.of("DECISION", "décision", "FACTURE", "facture", "RIB", "relevé");
        return depenses.ordonner(services.get(l.get("objet")), paye(l), pieces, ORDONNE);
    }

    private void suivre(Map<String, String> l, String mandat) {
        if (Set.of("ACCEPTE", "PAYE").contains(l.get("etat"))) {
            ordres.accepter(mandat);
        }
        if ("PAYE".equals(l.get("etat"))) {
            ordres.payer(mandat, horloge.aujourdhui(), ORDONNE);
        }
        if ("REJETE".equals(l.get("etat"))) {
            ordres.rejeter(mandat, l.get("motif"), ORDONNE);
        }
    }

    private static Paye paye(Map<String, String> l) {
        return Paye.lire(l.get("a_qui"), l.get("nom"), l.get("siret"), l.get("iban"));
    }
}
