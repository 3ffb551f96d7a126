package fr.jalon.importation.lecture;

import fr.jalon.commun.SaisieInvalide;
import fr.jalon.importation.TypeDeFichierRefuse;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;

/** Reads one table in a process of its own: the file on its input, the rows on its output as {@link TransportTableau} writes them. */
final class TableauIsole {

    private static final int TAMPON = 64 * 1024;

    private TableauIsole() {}

    public static void main(String[] args) throws IOException {
        DataOutputStream sortie =
                new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), TAMPON));
        // What a library prints must not stand among the rows.
        System.setOut(System.err);
        TransportTableau.Emetteur emetteur = new TransportTableau.Emetteur(sortie);
        try {
            emetteur.fin(LecteurTableau.lire(System.in.readAllBytes(), emetteur));
        } catch (SaisieInvalide e) {
            emetteur.refus(e);
        } catch (TypeDeFichierRefuse e) {
            emetteur.refus(e);
        }
        sortie.flush();
        Runtime.getRuntime().halt(0);
    }
}
