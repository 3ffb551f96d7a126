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
