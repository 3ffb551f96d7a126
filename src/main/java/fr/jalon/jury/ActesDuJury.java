package fr.jalon.jury;

import fr.jalon.commun.Centimes;
import fr.jalon.seance.ActesDesPoints;
import fr.jalon.seance.Membre;
import fr.jalon.seance.Point;
import fr.jalon.seance.SeanceVue;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What the votes add to the minutes: each round, by name unless it was secret, what was granted, the ties that nobody left for. */
@Component
class ActesDuJury implements ActesDesPoints {

    private final TableScrutins table;
    private final LiensDetectes detectes;
    private final Registre registre;
    private final Remarques remarques;
    private final LiensSignales liens;

    ActesDuJury(
            TableScrutins table, LiensDetectes detectes, Registre registre, Remarques remarques, LiensSignales liens) {
        this.table = table;
        this.detectes = detectes;
        this.registre = registre;
        this.remarques = remarques;
        this.liens = liens;
    }

    @Override
    public Map<String, String> rangee(SeanceVue seance, Point point) {
        List<ScrutinVue> votes = table.duPoint(point.id());
        Map<String, String> rangee = new HashMap<>();
        if (votes.isEmpty()) {
            return rangee;
        }
        rangee.put("points.voix", null);
        rangee.put("points.vote", votes.stream().map(s -> vote(seance, s)).collect(Collectors.joining(" ")));
        if (point.montant() != null) {
            rangee.put("points.montant", Centimes.enFrancais(point.montant()));
        }
        Map<UUID, String> raisons = liens.raisons(point.id());
        rangee.put(
                "points.rapprochements",
                detectes.rapprochements(seance, point).stream()
                        .filter(r -> !r.pourLaPresidence() && !point.deporte(r.membreId()))
                        .map(r -> r.membre() + " " + r.raison() + reponse(raisons.get(r.membreId())))
                        .collect(Collectors.joining(" ; ")));
        return rangee;
    }

    /** What a member answered to a tie that was shown to it. */
    private static String reponse(String raison) {
        return raison == null ? " (sans réponse)" : " (sa réponse : « " + raison + " »)";
    }

    private String vote(SeanceVue seance, ScrutinVue s) {
        String tour = s.tour() == 1 ? "" : "Tour " + s.tour() + ". ";
        String objet = "Proposition : accorder "
                + (s.montant() == null ? "l'aide, au plus ce qui est demandé" : Centimes.enFrancais(s.montant()))
                + ". ";
        String resultat = s.depouillement() == null
                ? "Vote abandonné : il ne décide rien."
                : s.depouillement().resultat().libelle() + ".";
        return tour + objet + (s.secret() ? secret(s) : parNoms(seance, s)) + " " + resultat;
    }

    private static String secret(ScrutinVue s) {
        Depouillement d = s.depouillement();
        return d == null
                ? "Vote secret."
                : "Vote secret : " + d.pour() + " pour, " + d.contre() + " contre, " + d.abstentions() + " abstention"
                        + (d.abstentions() > 1 ? "s" : "") + ".";
    }

    private String parNoms(SeanceVue seance, ScrutinVue s) {
        Map<UUID, UUID> mandataires = table.mandataires(s.id());
        Map<Sens, List<String>> noms = table.bulletins(s.id()).stream()
                .collect(Collectors.groupingBy(
                        TableScrutins.Bulletin::sens,
                        Collectors.mapping(b -> votant(seance, b.membreId(), mandataires), Collectors.toList())));
        return Arrays.stream(Sens.values())
                .filter(noms::containsKey)
                .map(sens -> sens.libelle() + " : " + String.join(", ", noms.get(sens)) + ".")
                .collect(Collectors.joining(" "));
    }

    private static String votant(SeanceVue seance, UUID membreId, Map<UUID, UUID> mandataires) {
        UUID mandataire = mandataires.get(membreId);
        return nom(seance, membreId) + (mandataire == null ? "" : " (pouvoir à " + nom(seance, mandataire) + ")");
    }

    private static String nom(SeanceVue seance, UUID membreId) {
        return seance.membre(membreId).map(Membre::nom).orElse("");
    }

    @Override
    public String empreinte(SeanceVue seance) {
        return registre.tete(seance.id());
    }

    @Override
    public List<Map<String, String>> remarques(SeanceVue seance) {
        return remarques.de(seance.id()).stream()
                .map(r -> Map.of(
                        "remarques.membre",
                        Objects.requireNonNull(nom(seance, r.membreId())),
                        "remarques.texte",
                        r.texte()))
                .toList();
    }
}
