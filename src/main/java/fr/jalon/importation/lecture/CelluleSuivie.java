package fr.jalon.importation.lecture;

import fr.jalon.commun.SaisieInvalide;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Remembers which cell is being read, so that one that cannot be read is named by its row and column. */
final class CelluleSuivie extends DefaultHandler {

    private static final int REFERENCE_MAX = 12;

    private final DefaultHandler suite;
    private String cellule;

    CelluleSuivie(DefaultHandler suite) {
        this.suite = suite;
    }

    @Override
    public void startElement(String espace, String nom, String complet, Attributes attributs) throws SAXException {
        if ("c".equals(nom)) {
            cellule = attributs.getValue("r");
        }
        try {
            suite.startElement(espace, nom, complet, attributs);
        } catch (SaisieInvalide refus) {
            throw refus;
        } catch (RuntimeException e) {
            throw illisible(e);
        }
    }

    @Override
    public void endElement(String espace, String nom, String complet) throws SAXException {
        try {
            suite.endElement(espace, nom, complet);
        } catch (SaisieInvalide refus) {
            throw refus;
        } catch (RuntimeException e) {
            throw illisible(e);
        }
        if ("c".equals(nom)) {
            cellule = null;
        }
    }

    @Override
    public void characters(char[] caracteres, int debut, int longueur) throws SAXException {
        suite.characters(caracteres, debut, longueur);
    }

    private RuntimeException illisible(RuntimeException cause) {
        if (cellule == null || cellule.length() > REFERENCE_MAX || !cellule.matches("[A-Z]{1,3}\\d{1,7}")) {
            return cause;
        }
        RuntimeException refus = LecteurTableau.illisible("La case " + cellule + " (ligne "
                + cellule.replaceAll("\\D", "")
                + ") ne peut pas être lue : le classeur y est abîmé. Écrivez-la à nouveau dans le tableur,"
                + " puis enregistrez.");
        refus.initCause(cause);
        return refus;
    }
}
