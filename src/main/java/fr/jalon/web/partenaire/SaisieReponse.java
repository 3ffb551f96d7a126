package fr.jalon.web.partenaire;

import fr.jalon.commun.Moments;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.commun.Textes;
import fr.jalon.prescription.MotifRefus;
import fr.jalon.prescription.Rencontre;
import fr.jalon.prescription.Reponse;
import fr.jalon.prescription.ResultatOrientation;
import fr.jalon.web.commun.Vues;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** What a partner types, in its space or behind a link. */
record SaisieReponse(
        String reponse,
        String resultat,
        String date,
        String heure,
        String lieu,
        String referent,
        String motif,
        String precision) {

    static final SaisieReponse VIDE = new SaisieReponse(null, null, null, null, null, null, null, null);

    static final List<Vues.Choix> MOTIFS = Arrays.stream(MotifRefus.values())
            .map(m -> new Vues.Choix(m.name(), m.libelle(), null))
            .toList();

    static final List<Vues.Choix> RESULTATS = Arrays.stream(ResultatOrientation.values())
            .map(r -> new Vues.Choix(r.name(), r.libelle(), null))
            .toList();

    /** @throws SaisieInvalide when it is neither yes nor no */
    Reponse reponseLue() {
        boolean accepte = "ACCEPTER".equals(reponse);
        if (!accepte && !"REFUSER".equals(reponse)) {
            throw new SaisieInvalide("reponse", "Dites si vous acceptez ou non de recevoir la personne.");
        }
        return new Reponse(accepte, accepte ? moment() : null, lieu, motifLu(), precision);
    }

    /** @throws SaisieInvalide when it is none of the three */
    Rencontre rencontreLue() {
        return Arrays.stream(Rencontre.Issue.values())
                .filter(i -> i.name().equals(resultat))
                .findFirst()
                .map(i -> new Rencontre(i, i == Rencontre.Issue.REPORTE ? moment() : null, lieu))
                .orElseThrow(() -> new SaisieInvalide("resultat", "Dites si le rendez-vous a eu lieu."));
    }

    /** Null without a day, which says it; an hour that cannot be read is said on its own field. */
    private Instant moment() {
        Instant quand = Moments.lire(date, heure);
        if (quand == null && Moments.jour(date) != null) {
            throw new SaisieInvalide("heure", "Indiquez l'heure, par exemple 9h30.");
        }
        return quand;
    }

    ResultatOrientation resultatLu() {
        return Arrays.stream(ResultatOrientation.values())
                .filter(r -> r.name().equals(resultat))
                .findFirst()
                .orElse(null);
    }

    /** Whether the part that refuses is the one to show open. */
    public boolean refuse() {
        return "REFUSER".equals(reponse);
    }

    private MotifRefus motifLu() {
        return Arrays.stream(MotifRefus.values())
                .filter(m -> m.name().equals(Textes.ouNull(motif)))
                .findFirst()
                .orElse(null);
    }
}
