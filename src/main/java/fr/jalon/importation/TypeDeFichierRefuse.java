package fr.jalon.importation;

/** The file is neither a CSV text nor an XLSX workbook. HTTP 415. */
public class TypeDeFichierRefuse extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public TypeDeFichierRefuse(String message) {
        super(message);
    }
}
