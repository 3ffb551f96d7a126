package fr.jalon.piece;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;

/** Files made to harm or to confuse. */
final class FichiersPieges {

    private FichiersPieges() {}

    static byte[] pdfAMotDePasse() {
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            document.protect(new StandardProtectionPolicy("proprietaire", "lecteur", new AccessPermission()));
            ByteArrayOutputStream sortie = new ByteArrayOutputStream();
            document.save(sortie);
            return sortie.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A PDF of a megabyte or so whose object stream unfolds into a gigabyte. */
    static byte[] pdfBombe(int megaoctets) {
        try {
            ByteArrayOutputStream comprime = new ByteArrayOutputStream();
            try (DeflaterOutputStream flux = new DeflaterOutputStream(comprime, new Deflater(9))) {
                flux.write(ascii("3 0 <</Type/Pages/Kids[4 0 R]/Count 1>> "));
                byte[] blancs = new byte[1 << 20];
                Arrays.fill(blancs, (byte) ' ');
                for (int i = 0; i < megaoctets; i++) {
                    flux.write(blancs);
                }
            }
            ByteArrayOutputStream pdf = new ByteArrayOutputStream();
            pdf.write(ascii("%PDF-1.5\n2 0 obj\n<</Type/Catalog/Pages 3 0 R>>\nendobj\n"
                    + "4 0 obj\n<</Type/Page/Parent 3 0 R/MediaBox[0 0 10 10]>>\nendobj\n"
                    + "1 0 obj\n<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length " + comprime.size()
                    + ">>\nstream\n"));
            pdf.write(comprime.toByteArray());
            pdf.write(ascii("\nendstream\nendobj\ntrailer\n<</Root 2 0 R/Size 5>>\nstartxref\n0\n%%EOF\n"));
            return pdf.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A PNG of a few bytes that says to have these sides. */
    static byte[] pngAnnonce(int largeur, int hauteur) {
        try {
            ByteArrayOutputStream entete = new ByteArrayOutputStream();
            DataOutputStream champs = new DataOutputStream(entete);
            champs.writeInt(largeur);
            champs.writeInt(hauteur);
            champs.write(new byte[] {8, 2, 0, 0, 0});
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            png.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
            bloc(png, "IHDR", entete.toByteArray());
            bloc(png, "IDAT", new byte[] {0x78, (byte) 0x9C, 0x63, 0, 0, 0, 1, 0, 1});
            bloc(png, "IEND", new byte[0]);
            return png.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void bloc(ByteArrayOutputStream png, String nom, byte[] donnees) throws IOException {
        DataOutputStream sortie = new DataOutputStream(png);
        sortie.writeInt(donnees.length);
        byte[] avecNom = joindre(ascii(nom), donnees);
        sortie.write(avecNom);
        CRC32 somme = new CRC32();
        somme.update(avecNom);
        sortie.writeInt((int) somme.getValue());
    }

    static byte[] joindre(byte[] debut, byte[] fin) {
        byte[] tout = Arrays.copyOf(debut, debut.length + fin.length);
        System.arraycopy(fin, 0, tout, debut.length, fin.length);
        return tout;
    }

    static byte[] ascii(String texte) {
        return texte.getBytes(StandardCharsets.ISO_8859_1);
    }
}
