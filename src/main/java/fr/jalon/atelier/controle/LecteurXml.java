package fr.jalon.atelier.controle;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** Hardened reader: no DOCTYPE, no entity from outside, bounded depth and number of elements. */
final class LecteurXml {

    private static final String REFUS_DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";
    private static final String ENTITES = "http://xml.org/sax/features/external-general-entities";
    private static final String PARAMETRES = "http://xml.org/sax/features/external-parameter-entities";

    private LecteurXml() {}

    /** Carries a refusal out of the parser. */
    private static final class Arret extends SAXException {

        private static final long serialVersionUID = 1L;
        private final transient XmlRefuse refus;

        Arret(XmlRefuse refus) {
            super(refus.precision());
            this.refus = refus;
        }
    }

    static Noeud lire(byte[] contenu, Politique politique) throws XmlRefuse {
        Constructeur constructeur = new Constructeur(politique);
        try {
            analyseur().parse(new ByteArrayInputStream(contenu), constructeur);
        } catch (Arret e) {
            throw e.refus;
        } catch (SAXParseException e) {
            String message = e.getMessage() == null ? "" : e.getMessage();
            throw message.contains("DOCTYPE")
                    ? new XmlRefuse(Regle.DOCTYPE, "", e.getLineNumber())
                    : new XmlRefuse(
                            Regle.XML_ILLISIBLE,
                            "erreur d’écriture à la ligne " + e.getLineNumber() + ".",
                            e.getLineNumber());
        } catch (SAXException | IOException e) {
            throw new XmlRefuse(Regle.XML_ILLISIBLE, "ce n’est pas du XML.", 1);
        }
        if (constructeur.racine == null) {
            throw new XmlRefuse(Regle.XML_ILLISIBLE, "il est vide.", 1);
        }
        return constructeur.racine;
    }

    private static SAXParser analyseur() throws SAXException {
        try {
            SAXParserFactory fabrique = SAXParserFactory.newDefaultNSInstance();
            fabrique.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            fabrique.setFeature(REFUS_DOCTYPE, true);
            fabrique.setFeature(ENTITES, false);
            fabrique.setFeature(PARAMETRES, false);
            fabrique.setXIncludeAware(false);
            return fabrique.newSAXParser();
        } catch (ParserConfigurationException e) {
            throw new SAXException(e);
        }
    }

    private static final class Constructeur extends DefaultHandler {

        private final Politique politique;
        private Locator place;
        private Noeud racine;
        private Noeud courant;
        private int profondeur;
        private int nombre;

        Constructeur(Politique politique) {
            this.politique = politique;
        }

        @Override
        public void setDocumentLocator(Locator locator) {
            place = locator;
        }

        @Override
        public InputSource resolveEntity(String publicId, String systemId) {
            return new InputSource(new StringReader(""));
        }

        @Override
        public void startElement(String uri, String local, String qualifie, Attributes lus) throws SAXException {
            int ligne = place == null ? 1 : place.getLineNumber();
            if (++profondeur > politique.nombre("profondeur.max")) {
                throw new Arret(new XmlRefuse(Regle.PROFONDEUR, politique.texte("profondeur.max"), ligne));
            }
            if (++nombre > politique.nombre("elements.max")) {
                throw new Arret(new XmlRefuse(Regle.NOMBRE_ELEMENTS, politique.texte("elements.max"), ligne));
            }
            Noeud noeud = new Noeud(nom(uri, local), ligne, courant);
            for (int i = 0; i < lus.getLength(); i++) {
                String attribut =
                        lus.getURI(i).isEmpty() ? lus.getLocalName(i) : nom(lus.getURI(i), lus.getLocalName(i));
                noeud.attributs().put(attribut, lus.getValue(i));
            }
            if (courant == null) {
                racine = noeud;
            } else {
                courant.enfants().add(noeud);
            }
            courant = noeud;
        }

        private String nom(String uri, String local) {
            String prefixe = politique.prefixe(uri);
            return prefixe == null ? "{" + uri + "}" + local : prefixe + ":" + local;
        }

        @Override
        public void endElement(String uri, String local, String qualifie) {
            profondeur--;
            courant = courant.parent();
        }

        @Override
        public void characters(char[] lettres, int debut, int longueur) {
            if (courant != null) {
                courant.ecrire(lettres, debut, longueur);
            }
        }

        @Override
        public void error(SAXParseException e) throws SAXException {
            throw e;
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXException {
            throw e;
        }
    }
}
