package fr.jalon.web.imports;

import fr.jalon.commun.Horloge;
import fr.jalon.importation.EtatImport;
import fr.jalon.importation.ImportVue;
import fr.jalon.importation.LigneVue;
import fr.jalon.importation.MessageLigne;
import fr.jalon.importation.StatutLigne;
import fr.jalon.importation.TypeImport;
import fr.jalon.web.commun.Vues;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/** What the templates of the imports show, in words. */
final class VuesImports {

    private VuesImports() {}

    /** Line of the list of imports. */
    record LigneListe(
            String href,
            String titre,
            String fichier,
            String auteur,
            LocalDateTime quand,
            Vues.Badge etat,
            String bilan) {}

    /** Line of the preview or of the result. */
    record LigneApercu(
            int numero,
            String href,
            String intitule,
            String detail,
            Vues.Badge statut,
            List<Vues.Paire> messages,
            String dossier,
            String resultat) {}

    static LigneListe liste(ImportVue v, TypeImport type) {
        return new LigneListe(
                "/imports/" + v.id(),
                type.libelle(),
                v.nom(),
                v.auteurNom(),
                LocalDateTime.ofInstant(v.creeLe(), Horloge.PARIS),
                etat(v),
                bilan(v));
    }

    private static Vues.Badge etat(ImportVue v) {
        return switch (v.etat()) {
            case LU -> new Vues.Badge("attente", "Vérification en cours");
            case EN_COURS -> new Vues.Badge("attente", "Écriture en cours");
            case SIMULE -> new Vues.Badge("info", "Vérifié, pas écrit");
            case TERMINE ->
                v.nombre(StatutLigne.EN_ERREUR) == 0
                        ? new Vues.Badge("ok", "Terminé")
                        : new Vues.Badge("attention", "Terminé, à corriger");
        };
    }

    /** One sentence that counts what matters. */
    static String bilan(ImportVue v) {
        List<String> parts = new ArrayList<>();
        if (v.etat() == EtatImport.TERMINE) {
            parts.add(nombre(v.ecrites(), "ligne écrite", "lignes écrites"));
        } else {
            parts.add(nombre(v.aEcrire(), "ligne à écrire", "lignes à écrire"));
        }
        if (v.nombre(StatutLigne.A_JOUR) > 0) {
            parts.add(nombre(v.nombre(StatutLigne.A_JOUR), "déjà à jour", "déjà à jour"));
        }
        if (v.nombre(StatutLigne.EN_ERREUR) > 0) {
            parts.add(nombre(v.nombre(StatutLigne.EN_ERREUR), "en erreur", "en erreur"));
        }
        return String.join(", ", parts) + ", sur " + nombre(v.lignes(), "ligne", "lignes") + ".";
    }

    static String nombre(long n, String un, String plusieurs) {
        String chiffres = String.format(java.util.Locale.FRENCH, "%,d", n);
        return chiffres + " " + (n > 1 ? plusieurs : un);
    }

    static Vues.Avancement avancement(ImportVue v) {
        boolean enTravail = v.etat().enTravail();
        String href = "/imports/" + v.id();
        return new Vues.Avancement(
                v.etat().libelle(),
                v.faites(),
                v.lignes(),
                v.incident() != null ? v.incident() : enTravail ? "Les lignes sont traitées une à une." : bilan(v),
                enTravail ? href + "/avancement" : null,
                href,
                enTravail ? "Actualiser" : "Voir les lignes");
    }

    static List<Vues.Onglet> onglets(ImportVue v, StatutLigne actif, TypeImport type) {
        boolean ecrit = v.etat() == EtatImport.TERMINE;
        List<Vues.Onglet> onglets = new ArrayList<>();
        onglets.add(onglet(v, null, "Toutes", v.lignes(), actif, "Toutes les lignes du fichier, dans leur ordre."));
        onglets.add(onglet(
                v,
                StatutLigne.EN_ERREUR,
                "En erreur",
                v.nombre(StatutLigne.EN_ERREUR),
                actif,
                type.explication(StatutLigne.EN_ERREUR, ecrit)));
        onglets.add(onglet(
                v,
                StatutLigne.A_CREER,
                ecrit ? "Créées" : "À créer",
                v.nombre(StatutLigne.A_CREER),
                actif,
                type.explication(StatutLigne.A_CREER, ecrit)));
        onglets.add(onglet(
                v,
                StatutLigne.A_METTRE_A_JOUR,
                ecrit ? "Mises à jour" : "À mettre à jour",
                v.nombre(StatutLigne.A_METTRE_A_JOUR),
                actif,
                type.explication(StatutLigne.A_METTRE_A_JOUR, ecrit)));
        onglets.add(onglet(
                v,
                StatutLigne.A_JOUR,
                "À jour",
                v.nombre(StatutLigne.A_JOUR),
                actif,
                type.explication(StatutLigne.A_JOUR, ecrit)));
        return onglets;
    }

    private static Vues.Onglet onglet(
            ImportVue v, StatutLigne statut, String libelle, long nombre, StatutLigne actif, String explication) {
        return new Vues.Onglet(
                "/imports/" + v.id() + (statut == null ? "" : "?statut=" + statut),
                libelle,
                (int) nombre,
                statut == actif,
                explication);
    }

    static LigneApercu apercu(ImportVue v, LigneVue l, TypeImport type) {
        return new LigneApercu(
                l.numero(),
                "/imports/" + v.id() + "/lignes/" + l.numero(),
                l.intitule(),
                (l.precision() == null ? "" : l.precision() + ", ") + "ligne\u00a0" + l.numero(),
                badge(l),
                ecriteAilleurs(l)
                        ? List.of()
                        : l.messages().stream().map(m -> message(m, type)).toList(),
                l.dossierVisible() ? l.numeroDossier() : null,
                l.dossierVisible() || l.antenne() == null ? l.resultat() : "Dossier ouvert dans une autre antenne.");
    }

    /** What was to be known before writing is no longer, and the rest is another antenne's business. */
    private static boolean ecriteAilleurs(LigneVue l) {
        return l.ecrite() && !l.dossierVisible() && l.antenne() != null;
    }

    static Vues.Badge badge(LigneVue l) {
        if (l.statut() == null) {
            return new Vues.Badge("attente", "À vérifier");
        }
        String libelle = l.statut().libelle(l.ecrite());
        String mot = libelle.substring(0, 1).toUpperCase(java.util.Locale.FRENCH) + libelle.substring(1);
        return switch (l.statut()) {
            case A_CREER, A_METTRE_A_JOUR -> new Vues.Badge(l.ecrite() ? "ok" : "info", mot);
            case A_JOUR -> new Vues.Badge("neutre", mot);
            case EN_ERREUR -> new Vues.Badge("erreur", mot);
        };
    }

    /** A message with the French name of its column. */
    private static Vues.Paire message(MessageLigne m, TypeImport type) {
        return new Vues.Paire(
                m.champ().isEmpty()
                        ? ""
                        : type.colonne(m.champ()).map(c -> c.libelle()).orElse(""),
                m.message());
    }
}
