package fr.jalon.courrier.rendu;

import fr.jalon.courrier.langage.Morceau;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.springframework.stereotype.Component;

/**
 * Prints a letter as a tagged PDF. The same letter gives the same bytes: the digest then says whether a stored letter is
 * the one that was written.
 */
@Component
public class RenduCourrier {

    private static final float TAILLE_PIED = 8;

    /** The PDF of a letter; with a watermark when it has no number or, when it decides, no signature. */
    public byte[] rendre(Lettre lettre) {
        try (PDDocument document = new PDDocument()) {
            Balises balises = new Balises();
            Plume plume = new Plume(document, balises);
            Coupeur coupeur = new Coupeur(Polices.partagees());
            plume.nouvellePage();
            filigrane(lettre, plume, coupeur);
            float haut = new EnTete(plume, coupeur, balises).dessiner(lettre);
            List<Rang> rangs = new Corps(coupeur, balises).rangs(lettre);
            List<List<Pagination.Place>> pages = Pagination.paginer(rangs, haut, Format.HAUT_SUITE, Format.BAS);
            for (int i = 0; i < pages.size(); i++) {
                if (i > 0) {
                    plume.nouvellePage();
                    filigrane(lettre, plume, coupeur);
                    suite(lettre, plume, coupeur);
                }
                new Feuille(plume).dessiner(pages.get(i));
                pied(lettre, plume, coupeur, i + 1, pages.size());
            }
            plume.fermer();
            Proprietes.poser(document, lettre, balises);
            ByteArrayOutputStream octets = new ByteArrayOutputStream();
            document.save(octets);
            return octets.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("le courrier n'a pas pu être imprimé", e);
        }
    }

    private static void filigrane(Lettre lettre, Plume plume, Coupeur coupeur) throws IOException {
        if (lettre.estApercu()) {
            plume.filigrane(ligne(coupeur, Libelles.de("apercu"), true), 130);
        } else if (lettre.estProjet()) {
            plume.filigrane(ligne(coupeur, Libelles.de("projet"), true), 78);
        }
    }

    private static void suite(Lettre lettre, Plume plume, Coupeur coupeur) throws IOException {
        String texte = Libelles.de(lettre.libelle("suite"), numero(lettre), lettre.dossierNumero());
        plume.texteRepete(ligne(coupeur, texte, false), Format.GAUCHE, Format.mm(16), TAILLE_PIED, Format.GRIS);
    }

    private static void pied(Lettre lettre, Plume plume, Coupeur coupeur, int page, int pages) throws IOException {
        Lettre.Expediteur expediteur = lettre.expediteur();
        float largeur = (Format.DROITE - Format.GAUCHE - 90) / TAILLE_PIED;
        String service =
                Libelles.de("piedDePage", expediteur.organisme(), expediteur.antenne(), expediteur.telephone());
        String texte = service + "\n" + Libelles.de("horaires", expediteur.horaires());
        float base = Format.HAUTEUR - Format.mm(15);
        plume.artefact(flux -> {
            flux.setStrokingColor(Format.ACCENT);
            flux.setLineWidth(0.6f);
            flux.moveTo(Format.GAUCHE, Format.mm(19.5));
            flux.lineTo(Format.DROITE, Format.mm(19.5));
            flux.stroke();
        });
        for (LigneTexte ligne : coupeur.couper(List.of(new Morceau(texte, false)), largeur).stream()
                .limit(3)
                .toList()) {
            plume.texteRepete(ligne, Format.GAUCHE, base, TAILLE_PIED, Format.GRIS);
            base += 10.5f;
        }
        aDroite(
                plume,
                ligne(coupeur, Libelles.de("page", "" + page, "" + pages), true),
                Format.HAUTEUR - Format.mm(15));
        aDroite(plume, ligne(coupeur, numero(lettre), false), Format.HAUTEUR - Format.mm(15) + 10.5f);
    }

    private static void aDroite(Plume plume, LigneTexte ligne, float base) throws IOException {
        plume.texteRepete(ligne, Format.DROITE - ligne.largeur() * TAILLE_PIED, base, TAILLE_PIED, Format.GRIS);
    }

    private static String numero(Lettre lettre) {
        return lettre.estApercu() ? Libelles.de("sansNumero") : lettre.numero();
    }

    private static LigneTexte ligne(Coupeur coupeur, String texte, boolean gras) {
        return coupeur.couper(List.of(new Morceau(texte, gras)), Float.MAX_VALUE)
                .get(0);
    }
}
