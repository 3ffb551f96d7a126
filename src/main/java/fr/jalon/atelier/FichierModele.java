package fr.jalon.atelier;

/**
 * A model file.
 *
 * @param nom bare name, with its end
 * @param contenu its bytes
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
public record FichierModele(String nom, byte[] contenu) {

    /** The name without its end. */
    public String base() {
        int point = nom.lastIndexOf('.');
        return point < 0 ? nom : nom.substring(0, point);
    }

    /** {@code .bpmn}, {@code .dmn}, {@code .form}, or empty. */
    public String fin() {
        int point = nom.lastIndexOf('.');
        return point < 0 ? "" : nom.substring(point);
    }
}
