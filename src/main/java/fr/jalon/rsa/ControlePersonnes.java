package fr.jalon.rsa;

import fr.jalon.decision.Tables;
import fr.jalon.rsa.DemandeSimulation.Adulte;
import fr.jalon.rsa.DemandeSimulation.Enfant;
import fr.jalon.rsa.DemandeSimulation.Ressource;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks the persons of a simulation request and their resources. */
class ControlePersonnes {

    /** Longest list accepted: a technical bound, far above any real foyer. */
    static final int ELEMENTS_MAXIMUM = 300;

    private static final Set<String> DROITS_SEJOUR =
            Set.of("TRAVAILLE", "FAMILLE", "RESSOURCES", "PERMANENT", "ACCORD_RETRAIT", "AUCUN");
    private static final int AGE_MAXIMAL = 130;
    private static final BigDecimal HEURES_MAXIMUM = BigDecimal.valueOf(3L * 366 * 24);
    private static final int MOIS_DANS_L_ANNEE = 12;

    private static final String APATRIDE = "APATRIDE";

    private final Tables tables;

    ControlePersonnes(Tables tables) {
        this.tables = tables;
    }

    void adulte(String champ, Adulte adulte, Erreurs erreurs) {
        if (!erreurs.present(champ, adulte)) {
            return;
        }
        age(champ + ".age", adulte.age(), erreurs);
        nationalite(champ + ".nationalite", adulte, erreurs);
        statutSejour(champ + ".statutSejour", adulte.statutSejour(), erreurs);
        erreurs.nombre(
                champ + ".anneesTitre",
                adulte.anneesTitre(),
                BigDecimal.valueOf(AGE_MAXIMAL),
                "Indiquez un nombre d'années positif, par exemple 5.");
        erreurs.nombre(
                champ + ".heuresTravaillees3Ans",
                adulte.heuresTravaillees3Ans(),
                HEURES_MAXIMUM,
                "Indiquez un nombre d'heures positif, sans dépasser 3 ans.");
        erreurs.entier(
                champ + ".moisEtranger",
                adulte.moisEtranger(),
                MOIS_DANS_L_ANNEE,
                "Indiquez un nombre de mois entre 0 et 12.");
        droitSejour(champ + ".droitSejourEuropeen", adulte.droitSejourEuropeen(), erreurs);
        moisDePresence(champ + ".moisDePresence", adulte.moisDePresence(), erreurs);
        ressources(champ + ".ressources", adulte.ressources(), erreurs);
    }

    private static void droitSejour(String champ, String code, Erreurs erreurs) {
        if (code != null && !DROITS_SEJOUR.contains(code)) {
            erreurs.ajouter(champ, "Ce droit au séjour n'existe pas, par exemple TRAVAILLE ou FAMILLE.");
        }
    }

    private static void moisDePresence(String champ, List<String> mois, Erreurs erreurs) {
        if (mois != null && mois.size() > ELEMENTS_MAXIMUM) {
            erreurs.ajouter(champ, "Il y a trop de mois dans cette liste.");
        } else if (mois != null) {
            for (int i = 0; i < mois.size(); i++) {
                erreurs.mois(champ + "[" + i + "]", mois.get(i));
            }
        }
    }

    void enfant(String champ, Enfant enfant, Erreurs erreurs) {
        if (erreurs.present(champ, enfant)) {
            if (enfant.dateNaissance() == null) {
                age(champ + ".age", enfant.age(), erreurs);
            } else {
                erreurs.jour(champ + ".dateNaissance", enfant.dateNaissance());
            }
            ressources(champ + ".ressources", enfant.ressources(), erreurs);
        }
    }

    private static void age(String champ, Integer age, Erreurs erreurs) {
        if (age == null) {
            erreurs.ajouter(champ, "Indiquez la date de naissance, ou l'âge.");
        }
        erreurs.entier(champ, age, AGE_MAXIMAL, "Indiquez un âge entre 0 et 130 ans.");
    }

    /** A stateless person has no country. */
    private static void nationalite(String champ, Adulte adulte, Erreurs erreurs) {
        String code = adulte.nationalite();
        if (code == null || code.isBlank()) {
            if (!APATRIDE.equals(adulte.statutSejour())) {
                erreurs.ajouter(champ, "Indiquez la nationalité avec le code du pays, par exemple FR.");
            }
        } else if (!Nationalites.existe(code)) {
            erreurs.ajouter(
                    champ,
                    Nationalites.nationaliteDuTerritoire(code)
                            .map(etat -> "Ce territoire n'a pas de nationalité à lui : écrivez " + etat + ".")
                            .orElse("Ce code de pays n'existe pas. Écrivez deux lettres majuscules, par exemple FR."));
        }
    }

    private void statutSejour(String champ, String code, Erreurs erreurs) {
        if (code != null && !(Erreurs.court(code) && sejourReconnu(code))) {
            erreurs.ajouter(champ, "Ce statut de séjour n'existe pas, par exemple REFUGIE ou TITRE_SEJOUR.");
        }
    }

    /** A code that the table does not know leaves the condition of stay without any line. */
    private boolean sejourReconnu(String code) {
        return tables.lignes("eligibilite-rsa", Map.of("groupeNationalite", "AUTRE", "statutSejour", code)).stream()
                .anyMatch(l -> "SEJOUR".equals(l.texte("condition")));
    }

    private void ressources(String champ, List<Ressource> ressources, Erreurs erreurs) {
        if (ressources.size() > ELEMENTS_MAXIMUM) {
            erreurs.ajouter(champ, "Il y a trop de ressources dans cette demande.");
            return;
        }
        for (int i = 0; i < ressources.size(); i++) {
            if (erreurs.present(champ + "[" + i + "]", ressources.get(i))) {
                ressource(champ + "[" + i + "]", ressources.get(i), erreurs);
            }
        }
    }

    private void ressource(String champ, Ressource ressource, Erreurs erreurs) {
        erreurs.montantObligatoire(champ + ".montant", ressource.montant());
        if (ressource.mois() != null) {
            erreurs.mois(champ + ".mois", ressource.mois());
        }
        if (ressource.type() == null) {
            erreurs.ajouter(champ + ".type", "Choisissez le type de ressource dans la liste.");
            return;
        }
        ModeRessource mode = Erreurs.court(ressource.type())
                ? tables.ligneSiConnue("ressources-rsa", Map.of("type", ressource.type()))
                        .map(ModeRessource::de)
                        .orElse(null)
                : null;
        if (mode == null) {
            erreurs.ajouter(
                    champ + ".type",
                    "Ce type de ressource n'existe pas. Écrivez par exemple « salaire net » (SALAIRE_NET).");
        } else if (mode == ModeRessource.TRIMESTRE && ressource.mois() == null) {
            erreurs.ajouter(champ + ".mois", "Indiquez le mois de cette ressource, par exemple 2026-05.");
        }
    }
}
