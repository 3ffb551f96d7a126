package fr.jalon.piece;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationFileAttachment;

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

    /** Objects written by hand: PDFBox finds them without a table. */
    static byte[] pdf(String objets) {
        return ascii("%PDF-1.7\n" + objets + "trailer\n<</Root 1 0 R/Size 900>>\nstartxref\n0\n%%EOF\n");
    }

    /** A tree of pages that says another number of itself. */
    static String pagesAnnoncees(int pages, int annoncees) {
        StringBuilder objets = new StringBuilder("1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n");
        StringBuilder enfants = new StringBuilder();
        for (int i = 0; i < pages; i++) {
            enfants.append(i + 3).append(" 0 R ");
            objets.append(i + 3).append(" 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>\nendobj\n");
        }
        return objets + "2 0 obj\n<</Type/Pages/Kids[" + enfants + "]/Count " + annoncees + ">>\nendobj\n";
    }

    /** One page, and this in the catalogue; object 8 is a form with a program, object 9 a text. */
    static String catalogue(String plus) {
        String xfa = "<template><SCRIPT contentType='application/x-javascript'>x</SCRIPT></template>";
        return "1 0 obj\n<</Type/Catalog/Pages 2 0 R" + plus + ">>\nendobj\n"
                + "2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n"
                + "3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>\nendobj\n"
                + "8 0 obj\n<</Length " + xfa.length() + ">>stream\n" + xfa + "\nendstream\nendobj\n"
                + "9 0 obj\n(x)\nendobj\n";
    }

    /** A page whose drawing is a few kilobytes that unfold into megabytes. */
    static byte[] pdfAuContenuDeplie(int megaoctets) {
        return pdfDeDessins("/FlateDecode", List.of(replie(megaoctets)));
    }

    /** So many megabytes of blanks, deflated. */
    static byte[] replie(int megaoctets) {
        byte[] blancs = new byte[1 << 20];
        Arrays.fill(blancs, (byte) ' ');
        return deflate(flux -> {
            for (int i = 0; i < megaoctets; i++) {
                flux.write(blancs);
            }
        });
    }

    static byte[] replie(byte[] octets) {
        return deflate(flux -> flux.write(octets));
    }

    private interface Ecriture {
        void vers(DeflaterOutputStream flux) throws IOException;
    }

    private static byte[] deflate(Ecriture ecriture) {
        ByteArrayOutputStream comprime = new ByteArrayOutputStream();
        try (DeflaterOutputStream flux = new DeflaterOutputStream(comprime, new Deflater(9))) {
            ecriture.vers(flux);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return comprime.toByteArray();
    }

    /** One page that is drawn by these streams, each behind the same filters. */
    static byte[] pdfDeDessins(String filtres, List<byte[]> dessins) {
        StringBuilder noms = new StringBuilder();
        ByteArrayOutputStream objets = new ByteArrayOutputStream();
        for (int i = 0; i < dessins.size(); i++) {
            noms.append(i + 4).append(" 0 R ");
            objets.writeBytes(ascii(
                    (i + 4) + " 0 obj\n<</Filter[" + filtres + "]/Length " + dessins.get(i).length + ">>\nstream\n"));
            objets.writeBytes(dessins.get(i));
            objets.writeBytes(ascii("\nendstream\nendobj\n"));
        }
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        pdf.writeBytes(ascii("%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n"
                + "2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n"
                + "3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents[" + noms + "]>>\nendobj\n"));
        pdf.writeBytes(objets.toByteArray());
        pdf.writeBytes(ascii("trailer\n<</Root 1 0 R/Size " + (dessins.size() + 4) + ">>\nstartxref\n0\n%%EOF\n"));
        return pdf.toByteArray();
    }

    /** An invoice with its data beside it, and a second file pinned on its page. */
    static byte[] pdfAvecFichiersJoints(String donnees) {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage();
            document.addPage(page);
            PDComplexFileSpecification joint = new PDComplexFileSpecification();
            joint.setFile("factur-x.xml");
            joint.setEmbeddedFile(new PDEmbeddedFile(document, new ByteArrayInputStream(ascii(donnees))));
            PDEmbeddedFilesNameTreeNode arbre = new PDEmbeddedFilesNameTreeNode();
            arbre.setNames(Map.of("factur-x.xml", joint));
            PDDocumentNameDictionary noms = new PDDocumentNameDictionary(document.getDocumentCatalog());
            noms.setEmbeddedFiles(arbre);
            document.getDocumentCatalog().setNames(noms);
            COSArray associes = new COSArray();
            associes.add(joint);
            document.getDocumentCatalog().getCOSObject().setItem("AF", associes);
            PDAnnotationFileAttachment punaise = new PDAnnotationFileAttachment();
            punaise.setFile(joint);
            page.setAnnotations(List.of(punaise));
            ByteArrayOutputStream sortie = new ByteArrayOutputStream();
            document.save(sortie, CompressParameters.NO_COMPRESSION);
            return sortie.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same PDF without any compression: what it holds can be read. */
    static byte[] deplie(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (COSObjectKey cle : document.getDocument().getXrefTable().keySet()) {
                if (document.getDocument().getObjectFromPool(cle).getObject() instanceof COSStream flux) {
                    byte[] contenu = flux.toTextString().getBytes(StandardCharsets.ISO_8859_1);
                    try (java.io.OutputStream sortie = flux.createOutputStream()) {
                        sortie.write(contenu);
                    }
                }
            }
            ByteArrayOutputStream sortie = new ByteArrayOutputStream();
            document.save(sortie, CompressParameters.NO_COMPRESSION);
            return sortie.toByteArray();
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
