package fr.jalon.agent;

/** What the accounts must know of the directory, which lies above them: whether an organisation is in it. */
public interface OrganismesConnus {

    boolean existe(String code);
}
