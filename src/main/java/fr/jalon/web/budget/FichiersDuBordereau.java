package fr.jalon.web.budget;

import fr.jalon.budget.Bordereaux.Bordereau;
import fr.jalon.budget.OrdreVue;
import fr.jalon.commun.Centimes;
import fr.jalon.commun.Classeur;
import fr.jalon.commun.Horloge;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.springframework.stereotype.Component;

/** A slip as files, written each time from its orders, which never change: {@code budget/bordereau.xsd} describes the XML. */
@Component
class FichiersDuBordereau {

    static final String ESPACE = "urn:fr:jalon:bordereau:1";

    private static final List<String> TITRES = List.of(
            "bordereau",
            "mandat",
            "exercice",
            "engagement",
            "enveloppe",
            "chapitre",
            "nature",
            "fonction",
            "montant",
            "type_tiers",
            "nom_tiers",
            "siret",
            "iban",
            "objet",
            "pieces",
            "date");

    FichiersDuBordereau() {}

    byte[] csv(Bordereau b, List<OrdreVue> ordres) {
        return Classeur.csv(TITRES, ordres.stream().map(o -> rangee(b, o)).toList());
    }

    private static List<String> rangee(Bordereau b, OrdreVue o) {
        return List.of(
                b.numero(),
                o.numero(),
                Integer.toString(b.exercice()),
                o.origine().engagement(),
                o.origine().enveloppe(),
                o.imputation().chapitre(),
                o.imputation().nature(),
                o.imputation().fonction(),
                Centimes.enEuros(o.centimes()).toPlainString().replace('.', ','),
                o.paye().nature().name(),
                o.paye().nom(),
                o.paye().siret() == null ? "" : o.paye().siret().numero(),
                o.paye().iban().numero(),
                o.origine().source(),
                o.pieces().replace("\n", " | "),
                jour(o).toString());
    }

    private static LocalDate jour(OrdreVue o) {
        return LocalDate.ofInstant(o.suivi().le(), Horloge.PARIS);
    }

    byte[] xml(Bordereau b, List<OrdreVue> ordres) {
        ByteArrayOutputStream sortie = new ByteArrayOutputStream();
        try {
            XMLStreamWriter x =
                    XMLOutputFactory.newInstance().createXMLStreamWriter(sortie, StandardCharsets.UTF_8.name());
            x.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            x.writeStartElement("Bordereau");
            x.writeDefaultNamespace(ESPACE);
            x.writeAttribute("numero", b.numero());
            x.writeAttribute("exercice", Integer.toString(b.exercice()));
            x.writeAttribute("date", LocalDate.ofInstant(b.le(), Horloge.PARIS).toString());
            x.writeAttribute("mandats", Integer.toString(b.ordres()));
            x.writeAttribute("total", Centimes.enEuros(b.centimes()).toPlainString());
            for (OrdreVue o : ordres) {
                mandat(x, o);
            }
            x.writeEndElement();
            x.writeEndDocument();
            x.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return sortie.toByteArray();
    }

    private static void mandat(XMLStreamWriter x, OrdreVue o) throws XMLStreamException {
        x.writeStartElement("Mandat");
        x.writeAttribute("numero", o.numero());
        x.writeAttribute("engagement", o.origine().engagement());
        x.writeAttribute("date", jour(o).toString());
        x.writeEmptyElement("Imputation");
        x.writeAttribute("enveloppe", o.origine().enveloppe());
        x.writeAttribute("chapitre", o.imputation().chapitre());
        x.writeAttribute("nature", o.imputation().nature());
        x.writeAttribute("fonction", o.imputation().fonction());
        x.writeStartElement("Montant");
        x.writeAttribute("devise", "EUR");
        x.writeCharacters(Centimes.enEuros(o.centimes()).toPlainString());
        x.writeEndElement();
        x.writeEmptyElement("Tiers");
        x.writeAttribute("type", o.paye().nature().name());
        x.writeAttribute("nom", texte(o.paye().nom()));
        if (o.paye().siret() != null) {
            x.writeAttribute("siret", o.paye().siret().numero());
        }
        x.writeAttribute("iban", o.paye().iban().numero());
        x.writeStartElement("Objet");
        x.writeCharacters(texte(o.origine().source()));
        x.writeEndElement();
        for (String piece : o.pieces().split("\n")) {
            String[] code = piece.split(" = ", 2);
            x.writeStartElement("Piece");
            x.writeAttribute("code", code[0]);
            x.writeCharacters(texte(code[code.length - 1]));
            x.writeEndElement();
        }
        x.writeEndElement();
    }

    /** Signs that XML 1.0 does not know are left out. */
    private static String texte(String valeur) {
        return valeur.replaceAll("[^\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]", " ");
    }
}
