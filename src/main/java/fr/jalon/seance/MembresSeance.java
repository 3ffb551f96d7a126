package fr.jalon.seance;

import fr.jalon.agent.Agent;
import fr.jalon.agent.CompteVue;
import fr.jalon.agent.Comptes;
import fr.jalon.agent.Role;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.commun.Textes;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who sits in a session: titulars and their substitutes, each once. */
@Service
@Transactional
public class MembresSeance {

    private static final int NOM_MAX = 120;

    private final Seances seances;
    private final Instances instances;
    private final Comptes comptes;
    private final TableSeances table;
    private final EquipePermanente permanente;

    MembresSeance(
            Seances seances, Instances instances, Comptes comptes, TableSeances table, EquipePermanente permanente) {
        this.seances = seances;
        this.instances = instances;
        this.comptes = comptes;
        this.table = table;
        this.permanente = permanente;
    }

    /** Accounts that may sit and do not yet: the jurors, and the professionals of the antenne or of all of them. */
    @Transactional(readOnly = true)
    public List<Agent> eligibles(SeanceVue seance) {
        return comptes.tous().stream()
                .filter(CompteVue::actif)
                .map(CompteVue::agent)
                .filter(a -> peutSieger(a, seance.antenne()))
                .filter(a -> seance.membre(a.identifiant()).isEmpty())
                .toList();
    }

    /** In which capacity each account may sit, by log-in name; only those that declare one. */
    @Transactional(readOnly = true)
    public Map<String, String> qualites() {
        return comptes.tous().stream()
                .filter(c -> c.qualiteSeance() != null)
                .collect(Collectors.toMap(c -> c.agent().identifiant(), CompteVue::qualiteSeance));
    }

    private static boolean peutSieger(Agent a, String antenne) {
        boolean professionnel =
                a.aUnDe(Role.ALI, Role.INSTRUCTEUR, Role.RESPONSABLE_ANTENNE, Role.RESPONSABLE_DISPOSITIFS);
        return a.a(Role.JURY)
                || (professionnel && (a.antenne() == null || a.antenne().equals(antenne)));
    }

    /**
     * Adds a member or a substitute.
     *
     * @throws SaisieInvalide on {@code membre}, {@code nom}, {@code qualite}, {@code adresse} or {@code suppleantDe}
     */
    public void ajouter(UUID seanceId, NouveauMembre n, Agent auteur) {
        Seance seance = seances.pourEcrire(seanceId, auteur);
        Membre membre = asseoir(seance, n);
        enregistrer(seance, membre.nom());
        seances.tracer(seance.vue(), "Membre ajouté : " + membre.nom() + ".", auteur);
    }

    /**
     * The substitute of a titular, in the same capacity: before the session or while it is held.
     *
     * @throws SaisieInvalide as {@link #ajouter}
     */
    public void remplacer(UUID seanceId, UUID titulaireId, String identifiant, String nom, Agent auteur) {
        Membre titulaire = seances.seance(seanceId, auteur)
                .membre(titulaireId)
                .filter(Membre::titulaire)
                .orElseThrow(() -> new SaisieInvalide("suppleantDe", "Choisissez le titulaire à remplacer."));
        ajouter(seanceId, new NouveauMembre(identifiant, nom, titulaire.qualite(), null, titulaire.id()), auteur);
    }

    public void retirer(UUID seanceId, UUID membreId, Agent auteur) {
        Seance seance = seances.pourEcrire(seanceId, auteur);
        Membre membre = seance.lever(membreId);
        table.enregistrer(seance);
        seances.tracer(seance.vue(), "Membre retiré : " + membre.nom() + ".", auteur);
    }

    /**
     * Notes a proxy; the module that counts the ballots has checked who may.
     *
     * @return the titular
     * @throws SaisieInvalide on {@code mandant}, {@code mandataire} or {@code ecrit}
     */
    public Membre donnerPouvoir(UUID seanceId, UUID mandant, Pouvoir pouvoir, Agent auteur) {
        Seance seance = table.pourEcrire(seanceId);
        SeanceVue vue = seance.vue();
        Membre membre = seance.donnerPouvoir(mandant, pouvoir, instances.regle(vue.instance(), vue.jour()));
        table.enregistrer(seance);
        seances.tracer(vue, "Pouvoir donné par " + membre.nom() + ".", auteur);
        return membre;
    }

    /** Takes a proxy back; the module that counts the ballots has checked who may. */
    public Membre reprendrePouvoir(UUID seanceId, UUID mandant, Agent auteur) {
        Seance seance = table.pourEcrire(seanceId);
        Membre membre = seance.reprendrePouvoir(mandant);
        table.enregistrer(seance);
        seances.tracer(seance.vue(), "Pouvoir repris par " + membre.nom() + ".", auteur);
        return membre;
    }

    /** The standing members of the instance in this antenne who do not sit in this session yet. */
    @Transactional(readOnly = true)
    public List<EquipePermanente.Siege> permanents(SeanceVue seance) {
        return permanente.de(seance.instance(), seance.antenne()).stream()
                .filter(p -> seance.membres().stream()
                        .noneMatch(m -> Textes.recherche(m.nom()).equals(Textes.recherche(p.nom()))))
                .toList();
    }

    /** Makes the members of this session those who sit each time, for this instance and antenne. */
    public void garderLEquipe(UUID seanceId, Agent auteur) {
        SeanceVue seance = seances.seance(seanceId, auteur);
        if (seance.membres().isEmpty()) {
            throw new SaisieInvalide("membres", "Cette séance n'a encore aucun membre.");
        }
        permanente.remplacer(seance);
        seances.tracer(
                seance,
                "Équipe permanente : " + Textes.combien(seance.membres().size(), "membre", "membres") + ".",
                auteur);
    }

    /**
     * Seats standing members, titulars first.
     *
     * @throws SaisieInvalide on {@code permanents} when none is chosen, or one may no longer sit
     */
    public void reprendreLEquipe(UUID seanceId, List<UUID> choisis, Agent auteur) {
        Seance seance = seances.pourEcrire(seanceId, auteur);
        List<EquipePermanente.Siege> proposes = permanents(seance.vue()).stream()
                .filter(p -> choisis.contains(p.id()))
                .toList();
        if (proposes.isEmpty()) {
            throw new SaisieInvalide("permanents", "Cochez au moins un membre de l'équipe permanente.");
        }
        Map<UUID, String> noms = permanente
                .de(seance.vue().instance(), seance.vue().antenne())
                .stream()
                .collect(Collectors.toMap(EquipePermanente.Siege::id, EquipePermanente.Siege::nom));
        for (EquipePermanente.Siege p : proposes) {
            try {
                asseoir(
                        seance,
                        new NouveauMembre(
                                p.identifiant(), p.nom(), p.qualite(), p.adresse(), titulaire(seance.vue(), noms, p)));
            } catch (SaisieInvalide e) {
                throw new SaisieInvalide(
                        "permanents",
                        p.nom() + " ne peut pas reprendre son siège. "
                                + e.erreurs().get(0).message());
            }
        }
        table.enregistrer(seance);
        seances.tracer(seance.vue(), "Membres de l'équipe permanente ajoutés : " + proposes.size() + ".", auteur);
    }

    private static UUID titulaire(SeanceVue seance, Map<UUID, String> noms, EquipePermanente.Siege p) {
        if (p.suppleantDe() == null) {
            return null;
        }
        String nom = noms.get(p.suppleantDe());
        return seance.membres().stream()
                .filter(m -> m.nom().equals(nom))
                .map(Membre::id)
                .findFirst()
                .orElseThrow(() ->
                        new SaisieInvalide("permanents", "Son titulaire, " + nom + ", ne siège pas à cette séance."));
    }

    private Membre asseoir(Seance seance, NouveauMembre n) {
        SeanceVue vue = seance.vue();
        RegleInstance regle = instances.regle(vue.instance(), vue.jour());
        String nom = nom(vue, n);
        exigerLaQualite(regle, n);
        return seance.asseoir(
                new Membre(
                        UUID.randomUUID(),
                        n.identifiant(),
                        nom,
                        n.qualite(),
                        Textes.ouNull(n.adresse()),
                        n.suppleantDe(),
                        seance.etat() == EtatSeance.TENUE ? Presence.ABSENT : Presence.NON_NOTEE,
                        null),
                regle);
    }

    /** A reserved seat is held by an account of that capacity; an account that declares a capacity sits in no other. */
    private void exigerLaQualite(RegleInstance regle, NouveauMembre n) {
        String sienne = n.identifiant() == null ? null : qualites().get(n.identifiant());
        boolean reserve = regle.qualite(n.qualite())
                .map(RegleInstance.Qualite::compteReserve)
                .orElse(false);
        if (reserve && !n.qualite().equals(sienne)) {
            throw new SaisieInvalide(
                    "qualite",
                    "Le siège « " + regle.libelleQualite(n.qualite())
                            + " » est tenu par un compte de cette qualité. L'administration la note sur le compte.");
        }
        if (sienne != null && regle.qualite(sienne).isPresent() && !sienne.equals(n.qualite())) {
            throw new SaisieInvalide(
                    "qualite", "Ce compte siège comme « " + regle.libelleQualite(sienne) + " », et rien d'autre.");
        }
    }

    private void enregistrer(Seance seance, String nom) {
        try {
            table.enregistrer(seance);
        } catch (DuplicateKeyException e) {
            throw new SaisieInvalide(
                    "membre", nom + " est déjà membre de cette séance, ou ce titulaire a déjà un suppléant.");
        }
    }

    private String nom(SeanceVue seance, NouveauMembre n) {
        if (n.identifiant() != null) {
            return comptes.actif(n.identifiant())
                    .filter(a -> peutSieger(a, seance.antenne()))
                    .map(Agent::nomComplet)
                    .orElseThrow(() -> new SaisieInvalide("membre", "Choisissez un compte de la liste."));
        }
        String nom = Textes.ouNull(n.nom());
        if (nom == null || Textes.longueur(nom) > NOM_MAX || !Textes.lisible(nom)) {
            throw new SaisieInvalide(
                    "nom", "Choisissez un compte, ou écrivez un nom (" + NOM_MAX + " caractères au plus).");
        }
        return nom;
    }
}
