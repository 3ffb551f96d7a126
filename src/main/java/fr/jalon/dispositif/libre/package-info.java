/** Gestures and answers of the paths that a process owner draws without Java. */
package fr.jalon.dispositif.libre;
