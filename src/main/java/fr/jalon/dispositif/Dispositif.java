package fr.jalon.dispositif;

/**
 * A dispositif that has Java of its own. One that is made of a model alone says the same by properties of its process.
 *
 * @param code the code of its dossiers and the first letters of their numbers, for example {@code RSA}
 * @param codeApi its name in the public API, for example {@code RSA}; mostly the code
 * @param processus process id, for example {@code instruction-rsa}
 */
public record Dispositif(String code, String codeApi, String processus) {

    public Dispositif(String code, String processus) {
        this(code, code, processus);
    }
}
