package fr.jalon.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.jalon.commun.Page;
import fr.jalon.importation.EtatImport;
import fr.jalon.importation.ImportVue;
import fr.jalon.importation.LigneVue;
import fr.jalon.importation.MessageLigne;
import fr.jalon.importation.StatutLigne;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** An import as the API shows it; its rows are a page, under the names of every list. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FicheImport(
        UUID id,
        String type,
        String etat,
        String libelle,
        boolean simulation,
        String fichier,
        String lecture,
        List<String> colonnesIgnorees,
        List<String> avis,
        String auteur,
        String antenne,
        Instant creeLe,
        Instant finiLe,
        Avancement avancement,
        Comptes comptes,
        String incident,
        List<Ligne> elements,
        Integer page,
        Integer taille,
        Long total) {

    record Avancement(long fait, long total, boolean termine) {}

    record Comptes(long aCreer, long aMettreAJour, long aJour, long enErreur, long ecrites) {}

    /** A row: {@code statut} is the code, {@code libelle} the words of the contract. */
    record Ligne(
            int ligne,
            StatutLigne statut,
            String libelle,
            boolean ecrite,
            String intitule,
            List<MessageLigne> messages,
            String dossier,
            String antenne,
            String resultat,
            int version) {}

    /** A row with its cells, to correct it. */
    record LigneComplete(Ligne ligne, Map<String, String> valeurs) {}

    static FicheImport sansLignes(ImportVue v) {
        return de(v, null, null);
    }

    static FicheImport avecLignes(ImportVue v, Page<LigneVue> lignes) {
        return de(v, lignes.elements().stream().map(FicheImport::ligne).toList(), lignes);
    }

    static LigneComplete complete(LigneVue l) {
        return new LigneComplete(ligne(l), l.valeurs());
    }

    private static FicheImport de(ImportVue v, List<Ligne> lignes, Page<?> page) {
        return new FicheImport(
                v.id(),
                v.type(),
                v.etat().name(),
                v.etat().libelle(),
                v.ecritPar() == null,
                v.nom(),
                v.description(),
                v.ignorees(),
                v.avis(),
                v.auteur(),
                v.antenne(),
                v.creeLe(),
                v.finiLe(),
                new Avancement(v.faites(), v.lignes(), v.etat() == EtatImport.TERMINE || v.etat() == EtatImport.SIMULE),
                new Comptes(
                        v.nombre(StatutLigne.A_CREER),
                        v.nombre(StatutLigne.A_METTRE_A_JOUR),
                        v.nombre(StatutLigne.A_JOUR),
                        v.nombre(StatutLigne.EN_ERREUR),
                        v.ecrites()),
                v.incident(),
                lignes,
                page == null ? null : page.page(),
                page == null ? null : page.taille(),
                page == null ? null : page.total());
    }

    private static Ligne ligne(LigneVue l) {
        return new Ligne(
                l.numero(),
                l.statut(),
                l.statut() == null ? "à vérifier" : l.statut().libelle(l.ecrite()),
                l.ecrite(),
                l.precision() == null ? l.intitule() : l.intitule() + " (" + l.precision() + ")",
                l.messages(),
                l.dossierVisible() ? l.numeroDossier() : null,
                l.antenne(),
                l.resultat(),
                l.version());
    }
}
