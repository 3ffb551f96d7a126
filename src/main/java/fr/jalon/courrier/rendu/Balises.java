package fr.jalon.courrier.rendu;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.COSObjectable;
import org.apache.pdfbox.pdmodel.common.PDNumberTreeNode;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDParentTreeValue;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;

/** The reading order of the PDF, for screen readers: titles, paragraphs and lists, tied to what the pages draw. */
final class Balises {

    private final PDStructureTreeRoot racine = new PDStructureTreeRoot();
    private final PDStructureElement document = new PDStructureElement("Document", racine);
    private final List<COSArray> parPage = new ArrayList<>();

    Balises() {
        racine.appendKid(document);
    }

    PDStructureElement element(String type) {
        return element(type, document);
    }

    PDStructureElement element(String type, PDStructureElement parent) {
        PDStructureElement element = new PDStructureElement(type, parent);
        parent.appendKid(element);
        return element;
    }

    void nouvellePage(PDPage page) {
        page.setStructParents(parPage.size());
        // Keyboard order follows the structure.
        page.getCOSObject().setItem(COSName.getPDFName("Tabs"), COSName.S);
        parPage.add(new COSArray());
    }

    /** Ties a new piece of the page to an element. */
    int relier(PDStructureElement element, PDPage page) {
        COSArray contenus = parPage.get(parPage.size() - 1);
        int numero = contenus.size();
        contenus.add(element);
        PDMarkedContentReference reference = new PDMarkedContentReference();
        reference.setPage(page);
        reference.setMCID(numero);
        element.appendKid(reference);
        return numero;
    }

    PDStructureTreeRoot terminer() {
        Map<Integer, COSObjectable> numeros = new HashMap<>();
        for (int i = 0; i < parPage.size(); i++) {
            numeros.put(i, new PDParentTreeValue(parPage.get(i)));
        }
        PDNumberTreeNode arbre = new PDNumberTreeNode(PDParentTreeValue.class);
        arbre.setNumbers(numeros);
        racine.setParentTree(arbre);
        racine.setParentTreeNextKey(parPage.size());
        return racine;
    }
}
