package fr.jalon.importation;

import fr.jalon.commun.ErreurChamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What a kind of import found in a row, without writing anything.
 *
 * @param sujets what the row is about (a person, a dossier), in one or two ways; two rows of a file never share one
 * @param cle content of the row as it counts: the same content is never written twice, null when there is none
 * @param reperes what the row would give, in codes, for the summary of its kind; never personal data
 * @param ecriture writes the row, in the transaction of the caller; null when there is nothing to write
 * @param foyers what two rows of one foyer share, in one or two ways: it is told, and refuses nothing
 */
public record ExamenLigne(
        StatutLigne statut,
        List<MessageLigne> messages,
        List<String> sujets,
        String cle,
        Map<String, String> reperes,
        Supplier<ResultatLigne> ecriture,
        List<String> foyers) {

    public ExamenLigne {
        foyers = List.copyOf(foyers);
        messages = List.copyOf(messages);
        sujets = List.copyOf(sujets);
        reperes = Map.copyOf(reperes);
        if (statut.aEcrire() != (ecriture != null)) {
            throw new IllegalArgumentException("écriture incohérente avec le statut " + statut);
        }
    }

    public ExamenLigne(
            StatutLigne statut,
            List<MessageLigne> messages,
            List<String> sujets,
            String cle,
            Map<String, String> reperes,
            Supplier<ResultatLigne> ecriture) {
        this(statut, messages, sujets, cle, reperes, ecriture, List.of());
    }

    public ExamenLigne(
            StatutLigne statut,
            List<MessageLigne> messages,
            List<String> sujets,
            String cle,
            Supplier<ResultatLigne> ecriture) {
        this(statut, messages, sujets, cle, Map.of(), ecriture);
    }

    /** The same, with something more to know before the rest. */
    ExamenLigne avec(List<MessageLigne> autres) {
        List<MessageLigne> tous = new ArrayList<>(autres);
        tous.addAll(messages);
        return new ExamenLigne(statut, tous, sujets, cle, reperes, ecriture, foyers);
    }

    /** The same, with what another row of its foyer would share. */
    public ExamenLigne avecFoyers(List<String> marques) {
        return new ExamenLigne(statut, messages, sujets, cle, reperes, ecriture, marques);
    }

    /** The same with one more message. */
    ExamenLigne avecMessage(MessageLigne message) {
        List<MessageLigne> tous = new ArrayList<>(messages);
        tous.add(message);
        return new ExamenLigne(statut, tous, sujets, cle, reperes, ecriture, foyers);
    }

    public static ExamenLigne enErreur(List<MessageLigne> messages, List<String> sujets) {
        return new ExamenLigne(StatutLigne.EN_ERREUR, messages, sujets, null, null);
    }

    /** A row that the rules of the house refuse, in their own words. */
    static ExamenLigne refus(List<ErreurChamp> fautes) {
        return enErreur(
                fautes.stream().map(f -> MessageLigne.erreur("", f.message())).toList(), List.of());
    }

    public static ExamenLigne aJour(List<MessageLigne> messages, List<String> sujets) {
        return new ExamenLigne(StatutLigne.A_JOUR, messages, sujets, null, null);
    }
}
