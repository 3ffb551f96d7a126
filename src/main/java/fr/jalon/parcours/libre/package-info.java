/** What a process owner's own path may use without any Java: a letter, an end, answers kept with the dossier. */
package fr.jalon.parcours.libre;
