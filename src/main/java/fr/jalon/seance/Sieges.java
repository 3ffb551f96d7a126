package fr.jalon.seance;

import fr.jalon.commun.Conflit;
import fr.jalon.commun.ErreurChamp;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.commun.Textes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** The seats of a session: who holds them, who is there, who came and left. Part of {@link Seance}. */
final class Sieges {

    private static final int ADRESSE_MAX = 400;

    private final List<Membre> membres;
    private final List<Mouvement> mouvements;

    Sieges(List<Membre> membres, List<Mouvement> mouvements) {
        this.membres = new ArrayList<>(membres);
        this.mouvements = new ArrayList<>(mouvements);
    }

    List<Membre> membres() {
        return List.copyOf(membres);
    }

    List<Mouvement> mouvements() {
        return List.copyOf(mouvements);
    }

    Optional<Membre> trouver(UUID membreId) {
        return membres.stream().filter(m -> m.id().equals(membreId)).findFirst();
    }

    Membre exiger(UUID membreId) {
        return trouver(membreId).orElseThrow(() -> new Introuvable("Ce membre n'est pas de la séance."));
    }

    void ajouter(Membre nouveau, RegleInstance regle) {
        List<ErreurChamp> erreurs = new ArrayList<>();
        if (membres.stream().anyMatch(m -> meme(m, nouveau))) {
            erreurs.add(new ErreurChamp(
                    nouveau.identifiant() == null ? "nom" : "membre",
                    nouveau.nom() + " est déjà membre de cette séance."));
        }
        if (regle.qualite(nouveau.qualite()).isEmpty()) {
            erreurs.add(new ErreurChamp("qualite", "Choisissez en quelle qualité cette personne siège."));
        }
        if (nouveau.adresse() != null && Textes.longueur(nouveau.adresse()) > ADRESSE_MAX) {
            erreurs.add(new ErreurChamp("adresse", "Écrivez au plus " + ADRESSE_MAX + " caractères."));
        }
        if (!nouveau.titulaire() && !peutRemplacer(nouveau)) {
            erreurs.add(new ErreurChamp(
                    "suppleantDe",
                    "Un suppléant remplace un titulaire de la même qualité, qui n'a pas encore de suppléant."));
        }
        if (!erreurs.isEmpty()) {
            throw new SaisieInvalide(erreurs);
        }
        membres.add(nouveau);
    }

    private static boolean meme(Membre m, Membre autre) {
        return Textes.recherche(m.nom()).equals(Textes.recherche(autre.nom())) || m.est(autre.identifiant());
    }

    private boolean peutRemplacer(Membre suppleant) {
        return trouver(suppleant.suppleantDe())
                        .filter(Membre::titulaire)
                        .filter(m -> m.qualite().equals(suppleant.qualite()))
                        .isPresent()
                && membres.stream().noneMatch(m -> suppleant.suppleantDe().equals(m.suppleantDe()));
    }

    /** @return those who leave: a titular leaves with its substitute */
    List<Membre> retirer(Membre parti) {
        List<Membre> partis = membres.stream()
                .filter(m -> m.equals(parti) || parti.id().equals(m.suppleantDe()))
                .toList();
        membres.removeAll(partis);
        return partis;
    }

    Membre donnerPouvoir(UUID mandantId, Pouvoir pouvoir, int auPlus) {
        Membre mandant = trouver(mandantId)
                .filter(Membre::titulaire)
                .orElseThrow(() -> new SaisieInvalide("mandant", "Choisissez le titulaire qui donne son pouvoir."));
        if (mandant.present()) {
            throw new SaisieInvalide("mandant", mandant.nom() + " est noté présent : il vote lui-même.");
        }
        if (mandant.pouvoir() != null) {
            throw new SaisieInvalide("mandant", mandant.nom() + " a déjà donné son pouvoir : retirez-le d'abord.");
        }
        if (membres.stream().anyMatch(m -> m.aDonnePouvoirA(mandantId))) {
            throw new SaisieInvalide("mandant", mandant.nom() + " porte un pouvoir : il ne peut pas donner le sien.");
        }
        Membre mandataire = trouver(pouvoir.mandataire())
                .filter(m -> !m.id().equals(mandantId) && !mandantId.equals(m.suppleantDe()))
                .orElseThrow(() -> new SaisieInvalide("mandataire", "Choisissez un autre membre de la séance."));
        if (mandataire.pouvoir() != null) {
            throw new SaisieInvalide("mandataire", mandataire.nom() + " a donné son propre pouvoir : il sera absent.");
        }
        if (membres.stream().filter(m -> m.aDonnePouvoirA(mandataire.id())).count() >= auPlus) {
            throw new SaisieInvalide("mandataire", mandataire.nom() + " porte déjà un pouvoir : choisissez un autre.");
        }
        Membre represente = mandant.donne(pouvoir);
        remplacer(represente);
        return represente;
    }

    Membre reprendrePouvoir(UUID mandantId) {
        Membre mandant = exiger(mandantId);
        if (mandant.pouvoir() == null) {
            throw new Conflit(mandant.nom() + " n'a pas donné de pouvoir.");
        }
        remplacer(mandant.donne(null));
        return mandant;
    }

    /** A seat that gave or carries a proxy stays until the proxy is taken back: the register says each change. */
    void exigerSansPouvoir(Membre membre) {
        boolean lie = Stream.concat(
                        Stream.of(membre),
                        membres.stream().filter(m -> membre.id().equals(m.suppleantDe())))
                .anyMatch(p -> p.pouvoir() != null || membres.stream().anyMatch(m -> m.aDonnePouvoirA(p.id())));
        if (lie) {
            throw new Conflit(membre.nom() + " a donné ou porte un pouvoir : retirez-le d'abord.");
        }
    }

    void noterConvocation(UUID membreId, UUID lettre) {
        remplacer(exiger(membreId).convoquePar(lettre));
    }

    /** @throws SaisieInvalide on {@code presences} for each member who is neither there, excused nor absent */
    void noterLesPresences(Map<UUID, Presence> presences) {
        List<ErreurChamp> erreurs = membres.stream()
                .filter(m -> presences.getOrDefault(m.id(), m.presence()) == Presence.NON_NOTEE)
                .map(m -> new ErreurChamp("presences", "Dites si " + m.nom() + " est présent, excusé ou absent."))
                .toList();
        if (!erreurs.isEmpty()) {
            throw new SaisieInvalide(erreurs);
        }
        membres.replaceAll(m -> m.devient(presences.getOrDefault(m.id(), m.presence())));
    }

    void faireMouvement(Map<UUID, Presence> presences, Instant quand) {
        List<Membre> avant = membres();
        noterLesPresences(presences);
        if (avant.equals(membres)) {
            throw new Conflit("Personne n'est arrivé ni parti : rien n'a changé.");
        }
        for (int i = 0; i < membres.size(); i++) {
            boolean la = membres.get(i).present();
            if (la != avant.get(i).present()) {
                mouvements.add(new Mouvement(
                        UUID.randomUUID(),
                        membres.get(i).id(),
                        la ? Mouvement.Sens.ARRIVEE : Mouvement.Sens.DEPART,
                        quand));
            }
        }
    }

    Instant dernierMouvement(Instant sinon) {
        return mouvements.stream().map(Mouvement::quand).max(Instant::compareTo).orElse(sinon);
    }

    private void remplacer(Membre membre) {
        membres.replaceAll(m -> m.id().equals(membre.id()) ? membre : m);
    }
}
