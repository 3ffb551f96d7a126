package fr.jalon.courrier.rendu;

import fr.jalon.courrier.langage.Morceau;
import java.awt.Color;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;

/** The top of the first page: sender, references, addressee in the window of the envelope, place, date and object. */
final class EnTete {

    private static final float TAILLE = 9.5f;
    private static final float PAS = 12.6f;
    private static final float TAILLE_MINI = 6;
    private static final float LARGEUR_GAUCHE = Format.mm(89) - Format.GAUCHE;

    private final Plume plume;
    private final Coupeur coupeur;
    private final Balises balises;

    EnTete(Plume plume, Coupeur coupeur, Balises balises) {
        this.plume = plume;
        this.coupeur = coupeur;
        this.balises = balises;
    }

    /** Draws the top of the page and gives the place where the body starts. */
    float dessiner(Lettre lettre) throws IOException {
        float gauche = references(lettre, expediteur(lettre.expediteur()) + 9);
        destinataire(lettre.destinataire());
        String lieu = Libelles.de("lieuEtDate", lettre.ville(), lettre.date());
        bloc(texte(lieu, false), Format.FENETRE_GAUCHE, largeurDroite(), Format.mm(33), 10.5f, Format.ENCRE, "P");
        float y = Math.max(Format.FENETRE_LIMITE + 14, gauche + 10);
        List<Morceau> objet = List.of(new Morceau(Libelles.de("objet") + " ", true), new Morceau(lettre.objet(), true));
        y = bloc(objet, Format.GAUCHE, Format.DROITE - Format.GAUCHE, y, Format.TITRE, Format.ACCENT, "H1");
        if (lettre.remplace() != null) {
            String remplace = Libelles.de("remplace", lettre.remplace());
            y = bloc(
                    texte(remplace, true),
                    Format.GAUCHE,
                    Format.DROITE - Format.GAUCHE,
                    y + 4,
                    10.5f,
                    Format.ENCRE,
                    "P");
        }
        return y + 12;
    }

    private static float largeurDroite() {
        return Format.DROITE - Format.FENETRE_GAUCHE;
    }

    private float expediteur(Lettre.Expediteur expediteur) throws IOException {
        float haut = Format.mm(14);
        plume.artefact(flux -> {
            flux.setNonStrokingColor(Format.ACCENT);
            flux.addRect(Format.GAUCHE - 10, Format.HAUTEUR - haut - 44, 3, 44);
            flux.fill();
        });
        float y =
                bloc(texte(expediteur.organisme(), true), Format.GAUCHE, largeurTitre(), haut, 14, Format.ACCENT, "P");
        y = bloc(texte(expediteur.antenne(), true), Format.GAUCHE, LARGEUR_GAUCHE, y + 1, TAILLE, Format.ENCRE, "P");
        y = bloc(lignes(expediteur.adresse()), Format.GAUCHE, LARGEUR_GAUCHE, y, TAILLE, Format.ENCRE, "P");
        String telephone = Libelles.de("telephone", expediteur.telephone());
        telephone += expediteur.courriel() == null ? "" : "\n" + expediteur.courriel();
        return bloc(texte(telephone, false), Format.GAUCHE, LARGEUR_GAUCHE, y, TAILLE, Format.ENCRE, "P");
    }

    private static float largeurTitre() {
        return Format.DROITE - Format.GAUCHE;
    }

    private float references(Lettre lettre, float haut) throws IOException {
        String numero = lettre.estApercu() ? Libelles.de("sansNumero") : lettre.numero();
        List<Morceau> references = new ArrayList<>();
        references.add(new Morceau(Libelles.de(lettre.libelle("dossier")) + " ", false));
        references.add(new Morceau(lettre.dossierNumero(), true));
        references.add(new Morceau("\n" + Libelles.de("courrier") + " " + numero, false));
        float y = bloc(references, Format.GAUCHE, LARGEUR_GAUCHE, haut, TAILLE, Format.ENCRE, "P") + 5;
        Lettre.Personne agent = lettre.interlocuteur();
        List<Morceau> suivi = new ArrayList<>();
        suivi.add(new Morceau(Libelles.de(lettre.libelle("interlocuteur")) + "\n", false));
        suivi.add(new Morceau(agent.nom(), true));
        String qualite = agent.qualite() == null ? "" : ", " + agent.qualite();
        suivi.add(new Morceau(qualite + "\n" + String.join("\n", agent.adresse()), false));
        return bloc(suivi, Format.GAUCHE, LARGEUR_GAUCHE, y, TAILLE, Format.ENCRE, "P");
    }

    /** Fits any name in the window: smaller letters first, then the end of the name is cut, never the address. */
    private void destinataire(Lettre.Destinataire destinataire) throws IOException {
        float largeur = Format.FENETRE_DROITE - Format.FENETRE_GAUCHE;
        float taille = 10.5f;
        List<LigneTexte> nom = couper(texte(destinataire.nom(), true), largeur, taille);
        List<LigneTexte> adresse = couper(lignes(destinataire.adresse()), largeur, taille);
        while (hauteur(nom, adresse, taille) > zone(taille) && taille > TAILLE_MINI) {
            taille -= 0.5f;
            nom = couper(texte(destinataire.nom(), true), largeur, taille);
            adresse = couper(lignes(destinataire.adresse()), largeur, taille);
        }
        int places = (int) (zone(taille) / (taille * 1.13f));
        int gardees = Math.max(1, Math.min(nom.size(), places - adresse.size()));
        List<LigneTexte> toutes = new ArrayList<>(nom.subList(0, gardees));
        toutes.addAll(adresse.subList(0, Math.min(adresse.size(), places - gardees)));
        PDStructureElement balise = balises.element("P");
        float base = Format.FENETRE_HAUT + taille;
        for (LigneTexte ligne : toutes) {
            plume.texte(ligne, Format.FENETRE_GAUCHE, base, taille, Format.ENCRE, balise);
            base += taille * 1.13f;
        }
    }

    private static float hauteur(List<LigneTexte> nom, List<LigneTexte> adresse, float taille) {
        return (nom.size() + adresse.size()) * taille * 1.13f;
    }

    /** The part always seen through the window, then, for a very long name, the part most often seen. */
    private static float zone(float taille) {
        return (taille > 8 ? Format.FENETRE_BAS : Format.FENETRE_LIMITE) - Format.FENETRE_HAUT;
    }

    private float bloc(
            List<Morceau> texte, float x, float largeur, float haut, float taille, Color couleur, String type)
            throws IOException {
        PDStructureElement balise = balises.element(type);
        float pas = PAS / TAILLE * taille;
        float y = haut;
        for (LigneTexte ligne : couper(texte, largeur, taille)) {
            plume.texte(ligne, x, y + taille, taille, couleur, balise);
            y += pas;
        }
        return y;
    }

    private List<LigneTexte> couper(List<Morceau> texte, float largeur, float taille) {
        return coupeur.couper(texte, largeur / taille);
    }

    private static List<Morceau> texte(String texte, boolean gras) {
        return List.of(new Morceau(texte, gras));
    }

    private static List<Morceau> lignes(List<String> lignes) {
        return texte(String.join("\n", lignes), false);
    }
}
