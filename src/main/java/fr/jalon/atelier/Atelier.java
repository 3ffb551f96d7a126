package fr.jalon.atelier;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import fr.jalon.atelier.controle.Comparaison;
import fr.jalon.atelier.controle.Sens;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Page;
import fr.jalon.commun.Reprise;
import fr.jalon.moteur.DeploiementVivant;
import fr.jalon.moteur.ModelesVivants;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/** Drafts of models: deposited, listed, read, withdrawn, made again from a former version. */
@Service
public class Atelier {

    private static final int ESSAIS = 5;
    private static final int NOM_MAX = 200;
    private static final int AUCUNE = -1;

    private final LotsDesModeles lots;
    private final ModelesVivants vivants;
    private final VerificationDesModeles verification;
    private final Reprise reprise;
    private final Horloge horloge;
    private final ApplicationEventPublisher evenements;

    Atelier(
            LotsDesModeles lots,
            ModelesVivants vivants,
            VerificationDesModeles verification,
            Reprise reprise,
            Horloge horloge,
            ApplicationEventPublisher evenements) {
        this.lots = lots;
        this.vivants = vivants;
        this.verification = verification;
        this.reprise = reprise;
        this.horloge = horloge;
        this.evenements = evenements;
    }

    /**
     * Keeps files as one draft of the account. What means the same as what is alive is left out; the same draft twice is one.
     *
     * @throws PublicationRefusee when the checker finds an error
     */
    public Depot deposer(String nom, String source, List<FichierModele> recus, Agent auteur) {
        auteur.exiger(Role.PILOTE);
        Verification jugement = verification.verifier(recus);
        if (!jugement.acceptable()) {
            throw new PublicationRefusee(jugement.constats());
        }
        List<FichierModele> fichiers =
                recus.stream().map(VerificationDesModeles::nommer).toList();
        Map<String, byte[]> alives = vivants.fichiers();
        List<FichierModele> nouveaux = fichiers.stream()
                .filter(f -> !alives.containsKey(f.nom()) || !VerificationDesModeles.memeSens(f, alives.get(f.nom())))
                .toList();
        if (nouveaux.isEmpty()) {
            return new Depot(
                    Optional.empty(), vivants.deploiement(fichiers.get(0).nom()), fichiers);
        }
        return new Depot(Optional.of(garder(court(nom), court(source), nouveaux, auteur)), Optional.empty(), fichiers);
    }

    private static String court(String texte) {
        return texte.codePointCount(0, texte.length()) <= NOM_MAX
                ? texte
                : texte.substring(0, texte.offsetByCodePoints(0, NOM_MAX));
    }

    /** Two deposits at once take the same number: the second tries again. */
    private LotVue garder(String nom, String source, List<FichierModele> fichiers, Agent auteur) {
        for (int essai = 1; ; essai++) {
            try {
                return reprise.enTransaction(() -> ecrire(nom, source, fichiers, auteur));
            } catch (DuplicateKeyException e) {
                if (essai == ESSAIS) {
                    throw e;
                }
            }
        }
    }

    private LotVue ecrire(String nom, String source, List<FichierModele> fichiers, Agent auteur) {
        Map<String, String> sens = new LinkedHashMap<>();
        fichiers.forEach(f -> sens.put(f.nom(), Sens.de(f)));
        List<LotVue> anciens = lots.brouillons(auteur.identifiant(), sens.keySet());
        Optional<LotVue> meme = anciens.stream()
                .filter(l -> l.fichiers().size() == fichiers.size())
                .filter(l -> l.fichiers().stream()
                        .allMatch(
                                f -> lots.sens(f.id()).equals(sens.get(f.fichier())) && f.base() == base(f.fichier())))
                .findFirst();
        if (meme.isPresent()) {
            return meme.get();
        }
        anciens.forEach(l -> lots.passer(l.id(), EtatModele.BROUILLON, EtatModele.REMPLACE));
        UUID lot = UUID.randomUUID();
        lots.ajouterLot(lot, nom, source, auteur.identifiant(), horloge.maintenant());
        for (FichierModele f : fichiers) {
            LotVue.Fichier version = new LotVue.Fichier(
                    UUID.randomUUID(),
                    f.base(),
                    f.fin().substring(1),
                    lots.prochaine(f.base()),
                    f.nom(),
                    base(f.nom()));
            lots.ajouterVersion(lot, version, f.contenu(), sens.get(f.nom()));
            noter(version, auteur.identifiant(), "Brouillon déposé (version " + version.version() + ").");
        }
        return lots.lot(lot).orElseThrow();
    }

    /** The living version of a file: of a process owner, 0 of the application, -1 when there is none. */
    int base(String fichier) {
        return lots.versionVivante(fichier).orElse(vivants.livre(fichier).isPresent() ? 0 : AUCUNE);
    }

    void noter(LotVue.Fichier fichier, String acteur, String texte) {
        evenements.publishEvent(new ModelePublie(fichier.cle(), fichier.version(), acteur, texte));
    }

    /** @param etat null for all */
    public Page<ModeleVue> lister(EtatModele etat, int page, int taille, Agent agent) {
        agent.exiger(Role.PILOTE);
        Page.verifier(page, taille);
        List<ModeleVue> tous =
                tous().stream().filter(m -> etat == null || m.etat() == etat).toList();
        int debut = Math.min(page * taille, tous.size());
        return new Page<>(tous.subList(debut, Math.min(debut + taille, tous.size())), page, taille, tous.size());
    }

    /** Every version, those of the application among them. */
    private List<ModeleVue> tous() {
        List<ModeleVue> tous = new ArrayList<>(
                lots.versions().stream().map(LotsDesModeles.Version::vue).toList());
        Set<String> publies = tous.stream()
                .filter(m -> m.etat() == EtatModele.PUBLIE)
                .map(ModeleVue::fichier)
                .collect(Collectors.toSet());
        for (String fichier : vivants.livres()) {
            FichierModele f = new FichierModele(fichier, new byte[0]);
            EtatModele etat = publies.contains(fichier) ? EtatModele.ANCIEN : EtatModele.PUBLIE;
            tous.add(new ModeleVue(f.base(), f.fin().substring(1), 0, etat, null, null, null));
        }
        tous.sort(Comparator.comparing(ModeleVue::cle)
                .thenComparing(ModeleVue::type)
                .thenComparing(Comparator.comparingInt(ModeleVue::version).reversed()));
        return tous;
    }

    /** Versions of one model, the newest first. */
    public List<ModeleVue> versions(String cle, Agent agent) {
        agent.exiger(Role.PILOTE);
        return tous().stream().filter(m -> m.cle().equals(cle)).toList();
    }

    /** Lots that wait for a second person or for their day. */
    public List<LotVue> enAttente(Agent agent) {
        agent.exiger(Role.PILOTE);
        return lots.enAttente().stream().flatMap(id -> lots.lot(id).stream()).toList();
    }

    /** @throws Introuvable when no lot holds this version */
    public LotVue lot(String cle, int version, Agent agent) {
        agent.exiger(Role.PILOTE);
        return exiger(cle, version);
    }

    LotVue exiger(String cle, int version) {
        return lots.version(cle, version)
                .flatMap(v -> lots.lot(v.lot()))
                .orElseThrow(() -> new Introuvable("Cette version de modèle n’existe pas."));
    }

    /** The file of a version; 0 is what the application brings. */
    public FichierModele fichier(String cle, int version, Agent agent) {
        agent.exiger(Role.PILOTE);
        return contenu(cle, version);
    }

    FichierModele contenu(String cle, int version) {
        if (version == 0) {
            return vivants.livres().stream()
                    .filter(f -> new FichierModele(f, new byte[0]).base().equals(cle))
                    .findFirst()
                    .flatMap(f -> vivants.livre(f).map(octets -> new FichierModele(f, octets)))
                    .orElseThrow(() -> new Introuvable("Ce modèle n’existe pas."));
        }
        LotsDesModeles.Version trouvee =
                lots.version(cle, version).orElseThrow(() -> new Introuvable("Cette version de modèle n’existe pas."));
        return new FichierModele(trouvee.fichier().fichier(), lots.contenu(trouvee.id()));
    }

    /** Files of a lot, as they would be published. */
    public List<FichierModele> fichiers(LotVue lot) {
        return lot.fichiers().stream()
                .map(f -> new FichierModele(f.fichier(), lots.contenu(f.id())))
                .toList();
    }

    /** The living file of this name. */
    public Optional<FichierModele> vivant(String fichier) {
        return Optional.ofNullable(vivants.fichiers().get(fichier)).map(octets -> new FichierModele(fichier, octets));
    }

    /** Models of process owners that are not what the application brings: their file, and whether the application brings one at all. */
    public Map<String, Boolean> differences(Agent agent) {
        agent.exiger(Role.PILOTE);
        Map<String, Boolean> differences = new LinkedHashMap<>();
        lots.vivants().forEach((fichier, octets) -> {
            Optional<byte[]> livre = vivants.livre(fichier);
            if (livre.isEmpty() || !VerificationDesModeles.memeSens(new FichierModele(fichier, octets), livre.get())) {
                differences.put(fichier, livre.isPresent());
            }
        });
        return differences;
    }

    /** What a version changes to what is alive, in words. */
    public List<Difference> differences(FichierModele apres, Agent agent) {
        agent.exiger(Role.PILOTE);
        return Comparaison.comparer(vivant(apres.nom()).orElse(null), apres);
    }

    /** Takes a draft, or a planned publication, away. */
    public void retirer(String cle, int version, Agent agent) {
        agent.exiger(Role.PILOTE);
        reprise.enTransaction(() -> {
            LotVue lot = exiger(cle, version);
            boolean retire = lots.passer(lot.id(), EtatModele.BROUILLON, EtatModele.RETIRE)
                    || lots.passer(lot.id(), EtatModele.PROGRAMME, EtatModele.RETIRE);
            if (!retire) {
                throw new Conflit("Cette version ne peut plus être retirée : "
                        + lot.etat().libelle().toLowerCase(java.util.Locale.FRENCH) + ".");
            }
            lot.fichiers().forEach(f -> noter(f, agent.identifiant(), "Version " + f.version() + " retirée."));
        });
    }

    /** A draft with the content of a former version; it waits for a second person like any other. */
    public LotVue restaurer(String cle, int version, Agent agent) {
        FichierModele ancien = fichier(cle, version, agent);
        return deposer("Retour à la version " + version + " de " + cle, "Jalon", List.of(ancien), agent)
                .lot()
                .orElseThrow(() -> new Conflit("Cette version dit la même chose que celle en service."));
    }

    /** The newest deployment that holds a file. */
    public Optional<DeploiementVivant> deploiement(String fichier) {
        return vivants.deploiement(fichier);
    }
}
