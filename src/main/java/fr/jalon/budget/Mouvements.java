package fr.jalon.budget;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The lines of the operations, and what lines add to the figures. */
final class Mouvements {

    private Mouvements() {}

    /** From one account to another, by funder; funders that have nothing to move get no line. */
    static List<Ligne> deplacer(List<Financeur> financeurs, List<Long> parts, Compte de, Compte vers) {
        List<Ligne> lignes = new ArrayList<>();
        for (int i = 0; i < financeurs.size(); i++) {
            if (parts.get(i) != 0) {
                lignes.add(new Ligne(financeurs.get(i).code(), de, -parts.get(i)));
                lignes.add(new Ligne(financeurs.get(i).code(), vers, parts.get(i)));
            }
        }
        return lignes;
    }

    /** New credit: it is voted, and it is free. */
    static List<Ligne> doter(List<Financeur> financeurs, List<Long> parts) {
        List<Ligne> lignes = new ArrayList<>(deplacer(financeurs, parts, Compte.CONTREPARTIE, Compte.VOTE));
        lignes.addAll(deplacer(financeurs, parts, Compte.CONTREPARTIE, Compte.LIBRE));
        return lignes;
    }

    /** A paid sum came back: it leaves every phase and is free again. */
    static List<Ligne> rembourser(List<Financeur> financeurs, List<Long> parts) {
        List<Ligne> lignes = new ArrayList<>(deplacer(financeurs, parts, Compte.ENGAGE, Compte.LIBRE));
        for (Compte phase : List.of(Compte.LIQUIDE, Compte.MANDATE, Compte.PAYE)) {
            lignes.addAll(deplacer(financeurs, parts, phase, Compte.CONTREPARTIE));
        }
        return lignes;
    }

    static List<Ligne> inverses(List<Ligne> lignes) {
        return lignes.stream().map(Ligne::inverse).toList();
    }

    static Chiffres total(List<Ligne> lignes) {
        Chiffres somme = Chiffres.ZERO;
        for (Ligne ligne : lignes) {
            somme = somme.plus(ligne.compte(), ligne.centimes());
        }
        return somme;
    }

    static Map<String, Chiffres> parFinanceur(List<Ligne> lignes) {
        Map<String, Chiffres> sommes = new TreeMap<>();
        lignes.forEach(l -> sommes.merge(l.financeur(), Chiffres.ZERO.plus(l.compte(), l.centimes()), Chiffres::plus));
        return sommes;
    }
}
