package fr.jalon.fusion;

import fr.jalon.agent.Agent;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Horloge;
import fr.jalon.dossier.Dossiers;
import fr.jalon.usager.PersonneModifiee;
import fr.jalon.usager.PersonnesReunies;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/**
 * The work of a merge on the cards and on what hangs on them: making one of two, and two of one again. {@link Fusions} says who may ask
 * for it; both run in its transaction.
 */
@Component
class Reunion {

    static final String NUMERO_PRIS =
            "le numéro de sécurité sociale de l'une des deux est maintenant sur une autre fiche";

    private static final String HISTOIRE = "FUSION";
    private static final String CHANGEMENT = "fusion";
    private static final String FOYER = "foyer";
    private static final String NAISSANCE = "naissance";

    private final ApercusDeFusion apercus;
    private final FusionsJdbc fusions;
    private final FichesJdbc fiches;
    private final Rattachements rattachements;
    private final NirDesFiches nirs;
    private final ParametresFusion parametres;
    private final PersonnesReunies reunies;
    private final Dossiers dossiers;
    private final EntityManager entites;
    private final Horloge horloge;
    private final ApplicationEventPublisher evenements;

    Reunion(
            ApercusDeFusion apercus,
            FusionsJdbc fusions,
            FichesJdbc fiches,
            Rattachements rattachements,
            NirDesFiches nirs,
            ParametresFusion parametres,
            PersonnesReunies reunies,
            Dossiers dossiers,
            EntityManager entites,
            Horloge horloge,
            ApplicationEventPublisher evenements) {
        this.apercus = apercus;
        this.fusions = fusions;
        this.fiches = fiches;
        this.rattachements = rattachements;
        this.nirs = nirs;
        this.parametres = parametres;
        this.reunies = reunies;
        this.dossiers = dossiers;
        this.entites = entites;
        this.horloge = horloge;
        this.evenements = evenements;
    }

    /**
     * Makes the two cards one: everything of the other card moves, and each value that was chosen there.
     *
     * @throws Conflit when one of the two was changed since these versions
     */
    void faire(FusionVue vue, Fusions.Versions versions, Agent auteur) {
        entites.flush();
        Map<String, Object> gardee = fiche(vue.gardeeId());
        Map<String, Object> absorbee = fiche(vue.absorbeeId());
        tenir(vue, versions);
        boolean foyer = fiches.aUnFoyer(vue.gardeeId()) || fiches.aUnFoyer(vue.absorbeeId());
        fiches.deplacer(vue.id(), vue.gardeeId(), vue.absorbeeId(), vue.choix().get("adresse") == Cote.ABSORBEE);
        fiches.supprimer(vue.absorbeeId());
        Map<String, Object> valeurs = new LinkedHashMap<>();
        Set<String> champs = new LinkedHashSet<>();
        for (Rattachements.ChampDeFiche c : rattachements.champs()) {
            if (c.differe(gardee, absorbee)) {
                champs.add(c.fiche());
            }
            if (vue.choix().get(c.code()) == Cote.ABSORBEE) {
                c.colonnes().forEach(x -> valeurs.put(x, absorbee.get(x)));
                fusions.noterAuChangement(
                        vue.gardeeId(),
                        c.fiche(),
                        apercus.mots(c, gardee),
                        apercus.mots(c, absorbee),
                        auteur,
                        horloge.maintenant());
            }
        }
        nirs.rechiffrer(valeurs, vue.absorbeeId(), vue.gardeeId());
        int version = Math.max(versions.gardee(), versions.absorbee()) + 1;
        fiches.ecrire(vue.gardeeId(), valeurs, version);
        reunies.indexer(vue.gardeeId());
        entites.clear();
        fusions.noterAuChangement(
                vue.gardeeId(), CHANGEMENT, vue.absorbeeNom(), "réunie à cette fiche", auteur, horloge.maintenant());
        fiches.dossiersDeplaces(vue.id())
                .forEach(d -> dossiers.tracer(
                        d, HISTOIRE, "La personne avait deux fiches : elles sont réunies, le dossier suit.", auteur));
        if (foyer) {
            champs.add(FOYER);
        }
        champs.add("fusion de deux fiches");
        evenements.publishEvent(new PersonneModifiee(
                vue.gardeeId(), antenne(gardee, valeurs), List.copyOf(champs), auteur, memeNaissance(vue)));
        entites.flush();
        fusions.faire(
                vue.id(),
                fiches.ecrire(Map.of("gardee", gardee, "absorbee", absorbee)),
                version,
                parametres.dernierJour(),
                auteur,
                horloge.maintenant());
        fusions.rediriger(vue);
        fiches.noterLesPresentes(vue.id(), vue.gardeeId());
    }

    /** The dossiers whose person has the birth that they were written with: those of the side whose date was kept. */
    private Set<UUID> memeNaissance(FusionVue vue) {
        Set<UUID> deplaces = Set.copyOf(fiches.dossiersDeplaces(vue.id()));
        if (vue.choix().get(NAISSANCE) == Cote.ABSORBEE) {
            return deplaces;
        }
        return dossiers.ouvertsDe(vue.gardeeId()).stream()
                .filter(d -> !deplaces.contains(d))
                .collect(Collectors.toSet());
    }

    /** In the order of the ids, so that two merges at once wait for one another instead of blocking. */
    private void tenir(FusionVue vue, Fusions.Versions versions) {
        boolean dabord = vue.gardeeId().compareTo(vue.absorbeeId()) < 0;
        boolean tenues = dabord
                ? fiches.tenir(vue.gardeeId(), versions.gardee()) && fiches.tenir(vue.absorbeeId(), versions.absorbee())
                : fiches.tenir(vue.absorbeeId(), versions.absorbee())
                        && fiches.tenir(vue.gardeeId(), versions.gardee());
        if (!tenues) {
            throw modifiee();
        }
    }

    static Conflit modifiee() {
        return new Conflit("Une des deux fiches a été modifiée entre-temps. Relisez l'aperçu : vos choix sont gardés.");
    }

    /**
     * Makes the two cards again, as they were.
     *
     * @throws Conflit when the card was changed meanwhile, or a number of the two is another person's by now
     */
    void separer(FusionVue vue, String pourquoi, Agent auteur) {
        entites.flush();
        UUID id = vue.id();
        int version = fusions.versionApres(id) + 1;
        Map<String, Object> reunie = fiche(vue.gardeeId());
        if (!fiches.tenir(vue.gardeeId(), version - 1)) {
            throw new Conflit("La fiche vient d'être modifiée : cette fusion ne se défait plus. Relisez la liste.");
        }
        Map<String, Object> avant = fiches.lire(fusions.avant(id)
                .orElseThrow(
                        () -> new Conflit("Les deux fiches telles qu'elles étaient ne sont plus gardées : cette fusion"
                                + " ne se défait plus.")));
        Map<String, Object> gardee = rangee(avant, "gardee");
        Map<String, Object> absorbee = rangee(avant, "absorbee");
        int versionGardee = version(gardee);
        int versionAbsorbee = version(absorbee);
        Map<String, Object> valeurs = new LinkedHashMap<>();
        rattachements.champs().forEach(c -> c.colonnes().forEach(x -> valeurs.put(x, gardee.get(x))));
        absorbee.put("version", version);
        try {
            fiches.ecrire(vue.gardeeId(), valeurs, version);
            fiches.inserer("personne", absorbee);
        } catch (DuplicateKeyException e) {
            throw new Conflit("Cette fusion ne se défait plus : " + NUMERO_PRIS + ".", e);
        }
        fiches.rendre(id, vue.gardeeId(), vue.absorbeeId());
        fusions.oublierLaRedirection(id);
        fusions.suivreLaVersion(vue.gardeeId(), versionGardee, version);
        fusions.suivreLaVersion(vue.absorbeeId(), versionAbsorbee, version);
        reunies.indexer(vue.gardeeId());
        reunies.indexer(vue.absorbeeId());
        entites.clear();
        boolean foyer = fiches.aDeplaceUnFoyer(id);
        fusions.noterAuChangement(
                vue.gardeeId(),
                CHANGEMENT,
                "fiche réunie à " + vue.absorbeeNom(),
                "deux fiches de nouveau : " + pourquoi,
                auteur,
                horloge.maintenant());
        fiches.dossiersDeplaces(id)
                .forEach(d -> dossiers.tracer(
                        d, HISTOIRE, "La fusion de deux fiches est défaite : le dossier revient à la sienne.", auteur));
        publier(vue.gardeeId(), gardee.get("antenne").toString(), champs(reunie, gardee, foyer), auteur);
        publier(
                vue.absorbeeId(),
                absorbee.get("antenne").toString(),
                champs(reunie, absorbee, foyer || fiches.aUnFoyer(vue.gardeeId())),
                auteur);
    }

    static int version(Map<String, Object> fiche) {
        return ((Number) fiche.get("version")).intValue();
    }

    private Map<String, Object> fiche(UUID id) {
        return fiches.fiche(id).orElseThrow(Reunion::modifiee);
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> rangee(Map<String, Object> avant, String cote) {
        return new LinkedHashMap<>((Map<String, Object>) avant.get(cote));
    }

    /** Fields that a card given back says otherwise than the merged one: what did not change is not told as changed. */
    private List<String> champs(Map<String, Object> reunie, Map<String, Object> rendue, boolean foyer) {
        List<String> champs = new ArrayList<>(rattachements.champs().stream()
                .filter(c -> c.differe(reunie, rendue))
                .map(Rattachements.ChampDeFiche::fiche)
                .toList());
        if (foyer) {
            champs.add(FOYER);
        }
        champs.add("fusion défaite");
        return champs;
    }

    private static String antenne(Map<String, Object> gardee, Map<String, Object> valeurs) {
        return valeurs.getOrDefault("antenne", gardee.get("antenne")).toString();
    }

    private void publier(UUID personne, String antenne, List<String> champs, Agent auteur) {
        evenements.publishEvent(new PersonneModifiee(personne, antenne, champs, auteur));
    }
}
