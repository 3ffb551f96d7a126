package fr.jalon.courrier;

import fr.jalon.commun.Textes;
import fr.jalon.courrier.UsageCourrier.Destinataire;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;
import org.springframework.stereotype.Component;

/** The uses of the letters and what each does in law, read from {@code courriers/usages.csv} and {@code courriers/actes.csv}. */
@Component
public class UsagesCourrier {

    static final String INFORMATION = "INFORMATION";
    static final String MENTION = "MENTION";

    /** The day of an appointment, whichever letter gives it. */
    private static final String RENDEZ_VOUS = "rdv.date";

    private static final Map<String, List<String>> GROUPES = Map.of(
            "@service",
            List.of(
                    "organisme.nom",
                    "organisme.ville",
                    "antenne.nom",
                    "antenne.adresse",
                    "antenne.telephone",
                    "antenne.courriel",
                    "antenne.horaires",
                    "agent.prenom",
                    "agent.nom",
                    "agent.qualite",
                    "agent.adresse",
                    "usager.civilite",
                    "usager.nomComplet",
                    "usager.adresse",
                    "dateCourrier",
                    "dossier.numero"),
            "@dossier",
            List.of("@service", "dossier.demande", "dossier.dateDepot"),
            "@recours",
            List.of(
                    "recours.autorite",
                    "recours.adresse",
                    "recours.delai",
                    "recours.delaiReponse",
                    "tribunal.nom",
                    "tribunal.adresse",
                    "tribunal.delai",
                    "tribunal.site"));

    private final Map<String, ActeCourrier> actes = new LinkedHashMap<>();
    private final Map<String, UsageCourrier> usages = new LinkedHashMap<>();
    private final CatalogueChamps catalogue;

    UsagesCourrier(CatalogueChamps catalogue) {
        this.catalogue = catalogue;
        TablesCourrier.lire("courriers/actes.csv")
                .forEach(l -> actes.put(
                        l.get("acte"),
                        new ActeCourrier(
                                l.get("acte"),
                                l.get("libelle"),
                                l.get("signature").equals("oui"),
                                l.get("source"),
                                l.get("certitude"))));
        TablesCourrier.lire("courriers/usages.csv").forEach(l -> usages.put(l.get("code"), usage(l)));
    }

    /** Every act, in the order of the table. */
    public Collection<ActeCourrier> actes() {
        return List.copyOf(actes.values());
    }

    /** The acts that somebody entitled must sign. */
    public List<ActeCourrier> actesASigner() {
        return actes.values().stream().filter(ActeCourrier::signature).toList();
    }

    /**
     * An act by its code.
     *
     * @throws IllegalArgumentException when the table has no such row
     */
    public ActeCourrier acte(String code) {
        ActeCourrier acte = actes.get(code);
        if (acte == null) {
            throw new IllegalArgumentException("actes.csv n'a pas de ligne pour « " + code + " »");
        }
        return acte;
    }

    /** The declared uses, in the order of the table. */
    public Collection<UsageCourrier> declares() {
        return List.copyOf(usages.values());
    }

    public boolean declare(String modele) {
        return usages.containsKey(modele);
    }

    /** The use of a letter. One that no row declares belongs to an optional path: it informs, it never decides. */
    public UsageCourrier de(String modele) {
        UsageCourrier usage = usages.get(modele);
        return usage != null ? usage : parcoursFacultatif(modele);
    }

    private UsageCourrier parcoursFacultatif(String modele) {
        Set<String> champs = champs("@dossier @recours");
        // A step of an optional path fills what its own model names from its form, never what only a rule can give.
        catalogue.tous().stream()
                .map(ChampFusion::code)
                .filter(c ->
                        !c.matches("(decision|sanction|manquement|signataire|recours|tribunal|lien|partage|orientation"
                                + "|algorithme)(\\..*)?"))
                .forEach(champs::add);
        return new UsageCourrier(
                modele,
                acte(INFORMATION),
                ModeRemise.LETTRE_SIMPLE,
                Destinataire.PERSONNE,
                "parcours facultatif",
                champs,
                Set.of(),
                RENDEZ_VOUS);
    }

    private UsageCourrier usage(CSVRecord ligne) {
        String remise = ligne.get("remise");
        return new UsageCourrier(
                ligne.get("code"),
                acte(ligne.get("acte")),
                remise.equals("AUCUNE") ? null : ModeRemise.valueOf(remise),
                Destinataire.valueOf(ligne.get("destinataire")),
                ligne.get("quand"),
                champs(ligne.get("champs")),
                mots(ligne.get("retireSi")),
                champ(ligne.get("partAvant")));
    }

    private String champ(String ecrit) {
        String code = Textes.ouNull(ecrit);
        return code == null ? null : exiger(code).code();
    }

    private ChampFusion exiger(String code) {
        return catalogue
                .champ(code)
                .orElseThrow(() -> new IllegalArgumentException("usages.csv nomme un champ inconnu : " + code));
    }

    private static Set<String> mots(String ecrits) {
        return Arrays.stream(ecrits.strip().split("\\s+"))
                .filter(m -> !m.isEmpty())
                .collect(Collectors.toSet());
    }

    private Set<String> champs(String ecrits) {
        Set<String> champs = new LinkedHashSet<>();
        for (String mot : ecrits.strip().split("\\s+")) {
            if (mot.startsWith("@")) {
                champs.addAll(champs(String.join(" ", groupe(mot))));
            } else if (!mot.isEmpty()) {
                champs.add(exiger(mot).code());
                catalogue.tous().stream()
                        .map(ChampFusion::code)
                        .filter(c -> c.startsWith(mot + "."))
                        .filter(c -> catalogue.champ(mot).orElseThrow().type() == TypeChamp.LISTE)
                        .forEach(champs::add);
            }
        }
        return champs;
    }

    private static List<String> groupe(String nom) {
        List<String> groupe = GROUPES.get(nom);
        if (groupe == null) {
            throw new IllegalArgumentException("usages.csv nomme un groupe inconnu : " + nom);
        }
        return groupe;
    }
}
