package fr.jalon.annuaire;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The directory as one flat table, one row an organisation or an offer: what an export writes and an import reads. Lists are
 * separated by commas; a place and a contact are a line each, their parts between bars.
 */
@Service
@Transactional(readOnly = true)
public class TableauAnnuaire {

    public static final String TYPE = "type";
    public static final String CODE = "code";
    public static final String TITRE = "titre";
    public static final String NATURE = "nature";
    public static final String OBJECTIF = "objectif";
    public static final String OBJECTIF_OPERATIONNEL = "objectif_operationnel";
    public static final String ACTION = "action_du_pacte";
    public static final String DESCRIPTION = "description";
    public static final String ORGANISMES = "organismes";
    public static final String PUBLICS = "publics";
    public static final String CONDITIONS = "conditions";
    public static final String QUARTIERS = "quartiers";
    public static final String LANGUES = "langues";
    public static final String PLACES = "places";
    public static final String PRISES = "places_prises";
    public static final String ATTENTE = "places_en_attente";
    public static final String DELAI = "delai_premier_rendez_vous";
    public static final String COUT = "cout";
    public static final String DEBUT = "debut";
    public static final String FIN = "fin";
    public static final String SITE = "site";
    public static final String LIEUX = "lieux";
    public static final String CONTACTS = "contacts";
    public static final String LEVIER = "levier";
    public static final String CONFIRME_LE = "confirme_le";
    public static final String SOURCE = "source";
    public static final String FERMEE_LE = "fermee_le";

    public static final String ORGANISME = "organisme";
    public static final String OFFRE = "offre";

    /** Columns in their order; the four last inform and are not read back. */
    public static final List<String> COLONNES = List.of(
            TYPE,
            CODE,
            TITRE,
            NATURE,
            OBJECTIF,
            OBJECTIF_OPERATIONNEL,
            ACTION,
            DESCRIPTION,
            ORGANISMES,
            PUBLICS,
            CONDITIONS,
            QUARTIERS,
            LANGUES,
            PLACES,
            PRISES,
            ATTENTE,
            DELAI,
            COUT,
            DEBUT,
            FIN,
            SITE,
            LIEUX,
            CONTACTS,
            LEVIER,
            CONFIRME_LE,
            SOURCE,
            FERMEE_LE);

    private static final String VIRGULE = ", ";
    private static final String BARRE = " | ";

    private final OffresRepository offres;
    private final OrganismesRepository organismes;
    private final ActionsRepository actions;
    private final ParametresAnnuaire parametres;
    private final Nomenclature nomenclature;

    TableauAnnuaire(
            OffresRepository offres,
            OrganismesRepository organismes,
            ActionsRepository actions,
            ParametresAnnuaire parametres,
            Nomenclature nomenclature) {
        this.offres = offres;
        this.organismes = organismes;
        this.actions = actions;
        this.parametres = parametres;
        this.nomenclature = nomenclature;
    }

    /** Every organisation, then every offer, over or not; the cells in the order of {@link #COLONNES}, empty for nothing. */
    public List<List<String>> rangees() {
        var seuil = parametres.seuilDeConfirmation();
        Map<UUID, String> codes =
                actions.findAll().stream().collect(Collectors.toMap(ActionDuPacte::id, ActionDuPacte::code));
        return Stream.concat(
                        organismes.tous().stream().map(o -> cases(o.vue(seuil))),
                        offres.toutes().stream().map(o -> {
                            Map<String, String> l = cases(o.vue(seuil, nomenclature));
                            mettre(l, ACTION, codes.get(o.action()));
                            return l;
                        }))
                .map(l -> COLONNES.stream().map(c -> l.getOrDefault(c, "")).toList())
                .toList();
    }

    /** The cells of an organisation that hold something. */
    public static Map<String, String> cases(OrganismeVue o) {
        Map<String, String> l = new LinkedHashMap<>();
        mettre(l, TYPE, ORGANISME);
        mettre(l, CODE, o.code());
        mettre(l, TITRE, o.nom());
        mettre(l, NATURE, o.nature());
        mettre(l, DESCRIPTION, o.presentation());
        mettre(l, QUARTIERS, String.join(VIRGULE, o.quartiers()));
        mettre(l, LANGUES, String.join(VIRGULE, o.langues()));
        mettre(l, SITE, o.site());
        mettre(
                l,
                LIEUX,
                o.lieux().stream()
                        .map(x -> barres(
                                x.nom(),
                                x.adresse(),
                                x.codePostal(),
                                x.commune(),
                                x.quartier(),
                                x.horaires(),
                                x.telephone()))
                        .collect(Collectors.joining("\n")));
        mettre(
                l,
                CONTACTS,
                o.postes().stream()
                        .map(p -> barres(p.fonction(), p.telephone(), p.courriel()))
                        .collect(Collectors.joining("\n")));
        mettre(l, CONFIRME_LE, o.confirmeLe());
        mettre(l, SOURCE, o.source());
        return l;
    }

    /** The cells of an offer that hold something; its action, which is linked apart, is not among them. */
    public static Map<String, String> cases(OffreVue o) {
        Map<String, String> l = new LinkedHashMap<>();
        mettre(l, TYPE, OFFRE);
        mettre(l, CODE, o.code());
        mettre(l, TITRE, o.titre());
        mettre(l, OBJECTIF, o.objectif().code());
        mettre(l, OBJECTIF_OPERATIONNEL, o.objectifOperationnel());
        mettre(l, DESCRIPTION, o.description());
        mettre(l, ORGANISMES, o.organismes().stream().map(OrganismeRef::code).collect(Collectors.joining(VIRGULE)));
        mettre(l, PUBLICS, String.join(VIRGULE, o.publics()));
        mettre(l, CONDITIONS, o.conditions());
        mettre(l, QUARTIERS, String.join(VIRGULE, o.quartiers()));
        mettre(l, LANGUES, String.join(VIRGULE, o.langues()));
        mettre(l, PLACES, o.places().total());
        mettre(l, PRISES, o.places().prises());
        mettre(l, ATTENTE, o.places().attente());
        mettre(l, DELAI, o.delaiPremierRendezVous());
        mettre(l, COUT, o.cout());
        mettre(l, DEBUT, o.debut());
        mettre(l, FIN, o.fin());
        mettre(l, LEVIER, o.levier());
        mettre(l, CONFIRME_LE, o.confirmeeLe());
        mettre(l, SOURCE, o.source());
        mettre(l, FERMEE_LE, o.fermeeLe());
        return l;
    }

    /** The parts of a list cell. */
    public static List<String> liste(String cellule) {
        return cellule == null
                ? List.of()
                : Arrays.stream(cellule.split("[,;\n]"))
                        .map(String::strip)
                        .filter(v -> !v.isEmpty())
                        .toList();
    }

    public static List<Lieu> lieux(String cellule) {
        return lignes(cellule)
                .map(p -> new Lieu(p[0], p[1], p[2], p[3], p[4], p[5], p[6]))
                .toList();
    }

    public static List<Poste> contacts(String cellule) {
        return lignes(cellule).map(p -> new Poste(p[0], p[1], p[2])).toList();
    }

    /** Parts of each line, nulls for those that are not there. */
    private static Stream<String[]> lignes(String cellule) {
        return cellule == null
                ? Stream.empty()
                : cellule.lines()
                        .filter(l -> !l.isBlank())
                        .map(l -> Arrays.stream(Arrays.copyOf(l.split("\\|", -1), 7))
                                .map(p -> p == null || p.isBlank() ? null : p.strip())
                                .toArray(String[]::new));
    }

    /** A bar inside a part would cut it in two. */
    private static String barres(String... parts) {
        String ligne = Arrays.stream(parts)
                .map(p -> Objects.requireNonNullElse(p, "").replace('|', '/'))
                .collect(Collectors.joining(BARRE));
        return ligne.replaceAll("[ |]+$", "");
    }

    private static void mettre(Map<String, String> ligne, String colonne, Object valeur) {
        if (valeur != null && !valeur.toString().isEmpty()) {
            ligne.put(colonne, valeur.toString());
        }
    }
}
