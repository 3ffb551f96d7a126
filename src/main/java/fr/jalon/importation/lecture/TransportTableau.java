package fr.jalon.importation.lecture;

import fr.jalon.commun.ErreurChamp;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.importation.TypeDeFichierRefuse;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** How the rows of a table go from the process that reads the file to the application: one mark, then what it announces. */
final class TransportTableau {

    private static final int RANGEE = 'R';
    private static final int FIN = 'F';
    private static final int SAISIE = 'S';
    private static final int TYPE = 'T';

    private TransportTableau() {}

    /** The side of the reading process. */
    static final class Emetteur implements Receveur {

        private final DataOutputStream sortie;

        Emetteur(DataOutputStream sortie) {
            this.sortie = sortie;
        }

        @Override
        public void rangee(int numero, List<String> cellules) {
            ecrire(RANGEE, numero, cellules);
        }

        void fin(TableauLu lu) {
            List<String> textes = new ArrayList<>(List.of(lu.description()));
            textes.addAll(lu.avis());
            ecrire(FIN, 0, textes);
        }

        void refus(SaisieInvalide refus) {
            ecrire(SAISIE, 0, refus.erreurs().stream().map(ErreurChamp::message).toList());
        }

        void refus(TypeDeFichierRefuse refus) {
            ecrire(TYPE, 0, List.of(refus.getMessage()));
        }

        private void ecrire(int marque, int numero, List<String> textes) {
            try {
                sortie.writeByte(marque);
                sortie.writeInt(numero);
                sortie.writeShort(textes.size());
                for (String texte : textes) {
                    byte[] octets = texte.getBytes(StandardCharsets.UTF_8);
                    sortie.writeInt(octets.length);
                    sortie.write(octets);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /**
     * The side of the application. It does not take the other side at its word: the bounds of {@link LecteurTableau} hold here too.
     *
     * @return how it was read; null when the stream stopped before the end
     */
    static TableauLu recevoir(DataInputStream entree, Receveur receveur) throws IOException {
        long recus = 0;
        int rangees = 0;
        while (true) {
            int marque;
            try {
                marque = entree.readByte();
            } catch (EOFException e) {
                // Ended by its limits: its exit code says so.
                return null;
            }
            int numero = entree.readInt();
            List<String> textes = textes(entree);
            for (String texte : textes) {
                recus += texte.length();
            }
            if (recus > 2 * LecteurTableau.TOTAL_MAX
                    || rangees > LecteurTableau.RANGEES_MAX + LecteurTableau.AVANT_LES_RANGEES) {
                throw new IOException("trop de texte reçu du lecteur");
            }
            switch (marque) {
                case RANGEE -> {
                    rangees++;
                    receveur.rangee(numero, textes);
                }
                case FIN -> {
                    return new TableauLu(textes.get(0), textes.subList(1, textes.size()));
                }
                case SAISIE -> throw LecteurTableau.illisible(textes.get(0));
                case TYPE -> throw new TypeDeFichierRefuse(textes.get(0));
                default -> throw new IOException("marque inconnue du lecteur");
            }
        }
    }

    private static List<String> textes(DataInputStream entree) throws IOException {
        int nombre = entree.readUnsignedShort();
        if (nombre > LecteurTableau.COLONNES_MAX) {
            throw new IOException("trop de cases reçues du lecteur");
        }
        List<String> textes = new ArrayList<>(nombre);
        for (int i = 0; i < nombre; i++) {
            int longueur = entree.readInt();
            if (longueur < 0 || longueur > 4 * LecteurTableau.CELLULE_MAX) {
                throw new IOException("case démesurée reçue du lecteur");
            }
            textes.add(new String(entree.readNBytes(longueur), StandardCharsets.UTF_8));
        }
        return textes;
    }
}
