package fr.jalon.seance;

import java.util.List;

/** Whether a session has the members that its instance asks for. */
final class Composition {

    private Composition() {}

    /** What is missing, in French; empty when the composition is complete. */
    static List<String> manques(SeanceVue seance, RegleInstance regle) {
        return regle.qualites().stream()
                .filter(q -> titulaires(seance, q.code()) < q.minimum())
                .map(q -> "« " + q.libelle() + " » : il en faut " + q.minimum() + ", il y en a "
                        + titulaires(seance, q.code()))
                .toList();
    }

    private static long titulaires(SeanceVue seance, String qualite) {
        return seance.membres().stream()
                .filter(Membre::titulaire)
                .filter(m -> m.qualite().equals(qualite))
                .count();
    }
}
